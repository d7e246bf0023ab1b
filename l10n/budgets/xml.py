"""XML, read piece by piece by expat within bounds: no entities, no depth and no tag without end, encodings that exist.

What expat itself would take without end: a tag that goes on is read from its beginning with each piece, attributes that
a DTD gives to every element, names of elements without number, which it keeps.
"""

from collections.abc import Callable
from xml.parsers import expat

from l10n.budgets.charsets import text_codec
from l10n.errors import BudgetError, L10nError

_PIECE = 1 << 16
_LONGEST_TAG = 1 << 20  # bytes of one tag, comment or instruction
_DEEPEST = 100  # elements that are open at once
_MOST_NAMES = 2_000  # of elements and attributes: TBX and TMX have fewer than a hundred
_MOST_ELEMENTS = 100_000  # and one more for each so many bytes, as who reads the file says
_LARGEST_TEXT = 100_000_000  # characters of a file that is read as a whole
_UTF_8 = ("utf-8", "us-ascii")
_OF_EXPAT = (*_UTF_8, "utf-16", "iso-8859-1")


class XmlReader:
    """Reads one file, given in pieces; tells `start` (name, attributes), `end` (name) and `characters` (text).

    What is wrong with the file is raised as `fault`, a class of L10nError, with the line; what is too much of something
    as BudgetError. A file has no more elements than one for each `bytes_of_element` bytes, beyond the first thousands.
    With `is_text` what is fed is UTF-8 that was decoded before, and the file must not say otherwise; names then have
    their namespace before them, as ElementTree writes it, and entities that nobody declares are faults.
    """

    def __init__(  # noqa: PLR0913  # what expat tells, by name
        self,
        path: str,
        fault: type[L10nError],
        *,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        characters: Callable[[str], None],
        bytes_of_element: int,
        is_text: bool = False,
    ) -> None:
        self._path = path
        self._fault_class = fault
        self._tell_start, self._tell_end = start, end
        self._depth = self._fed = self._elements = 0
        self._bytes_of_element = bytes_of_element
        self._is_text = is_text
        self._names: dict[str, str] = {}
        self._parser = parser = expat.ParserCreate(None, "}" if is_text else None, self._names)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = characters
        parser.EntityDeclHandler = self._entity
        parser.AttlistDeclHandler = self._attributes
        parser.XmlDeclHandler = self._declaration
        if is_text:
            parser.SkippedEntityHandler = self._undeclared

    def feed(self, content: bytes, *, last: bool) -> None:
        """Read the next piece. Raises what is wrong with it."""
        for place in range(0, max(1, len(content)), _PIECE):
            piece = content[place : place + _PIECE]
            self._read(piece, last=last and place + _PIECE >= len(content))

    def _read(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            what = f"not XML: {expat.errors.messages[error.code]}"
            raise self._fault_class(what, where=f"{self._path}:{error.lineno}:{error.offset + 1}") from error
        self._fed += len(piece)
        waiting = self._fed - max(0, self._parser.CurrentByteIndex)
        if not last:
            self._hold(waiting, _LONGEST_TAG, "bytes in one tag or comment")
        most = _MOST_ELEMENTS + self._fed // self._bytes_of_element
        self._hold(self._elements, most, "elements so far")
        self._hold(len(self._names), _MOST_NAMES, "names of elements and attributes")

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self._parser.CurrentLineNumber

    def fault(self, what: str, hint: str = "") -> L10nError:
        """Return an error at the place that is being read."""
        return self._fault_class(what, where=f"{self._path}:{self.line}", hint=hint)

    def _hold(self, found: int, most: int, what: str) -> None:
        if found > most:
            raise BudgetError(
                f"this XML asks for too much: {found:,} {what}, and {most:,} are allowed",
                where=self._path,
                line=self.line,
                column=self._parser.CurrentColumnNumber + 1,
            )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        self._hold(self._depth, _DEEPEST, "elements open at once")
        if self._is_text:
            name = _clark(name)
            attributes = {_clark(key): value for key, value in attributes.items()}
        self._tell_start(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._tell_end(_clark(name) if self._is_text else name)

    def _entity(self, *_: object) -> None:
        raise self.fault("the file declares entities", "export it without a DTD of its own")

    def _attributes(self, *_: object) -> None:
        raise self.fault("the file declares attributes", "export it without a DTD of its own")

    def _undeclared(self, name: str, _is_parameter: bool) -> None:  # noqa: FBT001  # expat calls it so
        raise self.fault(f"not XML: undefined entity &{name};")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """Refuse what the file cannot be read in, before expat asks Python for it."""
        name = (encoding or "utf-8").lower()
        hint = "save the file as UTF-8, and let its first line say so"
        if self._is_text and name not in _UTF_8:
            raise self.fault(f"the file says that it is in {name[:40]!r}, and is in UTF-8", hint)
        if name not in _OF_EXPAT and not _is_of_single_bytes(name):
            what = "several bytes a letter" if text_codec(name) else "an unknown encoding"
            raise self.fault(f"the file says that it is in {name[:40]!r}, {what}", hint)


def hold_xml_text(text: str, path: str) -> None:
    """Raise BudgetError for a text that is too large to be read as a whole."""
    if len(text) > _LARGEST_TEXT:
        what = f"{len(text):,} characters, and {_LARGEST_TEXT:,} are allowed"
        raise BudgetError(f"this XML asks for too much: {what}", where=path)


def _is_of_single_bytes(name: str) -> bool:
    """Tell whether every byte is a letter, or none, in an encoding: expat reads no others but its own."""
    codec = text_codec(name)
    if codec is None:
        return False
    ascii_part = bytes(range(128))
    read = bytes(range(256)).decode(codec, "replace")
    return len(read) == 256 and read.startswith(ascii_part.decode("ascii"))


def _clark(name: str) -> str:
    return f"{{{name}" if "}" in name else name
