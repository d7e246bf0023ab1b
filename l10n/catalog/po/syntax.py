"""The grammar of PO files: text to entries with offsets (GNU gettext manual, "The Format of PO Files").

GNU's lexer is followed where the manual is silent: a line feed is the only line end, every other blank only
separates, `#~` and `#|` are prefixes that hold until the end of their line, and escapes name bytes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_PLURAL_FORMS = 10

_BLANK = r"[ \t\r\f\v]"
_QUOTED = r'"(?:[^"\\\n]++|\\[\s\S])*+"'


def _token_pattern(blank: str) -> re.Pattern[str]:
    """Return the pattern of one token after blanks; a string token is a run of adjacent strings."""
    return re.compile(
        rf"{blank}*+(?:(?P<strings>{_QUOTED}(?:{blank}*+{_QUOTED})*+)"
        rf"|(?P<keyword>[A-Za-z_$][A-Za-z0-9_$]*+(?:{blank}*+\[{blank}*+[0-9]++{blank}*+\])?)"
        r"|(?P<prefix>#~\|?|#\|)|(?P<comment>#[^\n]*+)|(?P<newline>\n)|(?P<end>\Z)|(?P<junk>.))"
    )


_ANYWHERE = _token_pattern(r"[ \t\r\f\v\n]")
_WITHIN_LINE = _token_pattern(_BLANK)  # behind #~ and #|, whose force ends with the line
_REST_OF_LINE = re.compile(rf"{_BLANK}*+(?:\n|\Z)")
_INDEX = re.compile(r"\[\s*([0-9]+)\s*\]")
_STRING = re.compile(_QUOTED)

_KEYWORDS = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr[]")
_FOLLOWERS = {
    "": ("previous msgctxt", "previous msgid", "msgctxt", "msgid"),
    "previous msgctxt": ("previous msgid",),
    "previous msgid": ("previous msgid_plural", "msgctxt", "msgid"),
    "previous msgid_plural": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[]",),
    "msgstr": (),
    "msgstr[]": ("msgstr[]",),
}


class Fault(Exception):
    """The text is no PO file: what is wrong at `offset`, and what to do about it."""

    def __init__(self, offset: int, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.offset = offset
        self.what = what
        self.hint = hint


@dataclass(slots=True)
class Part:
    """A keyword with its strings: `runs` are the offsets of adjacent strings, quotation marks included."""

    keyword: str
    start: int
    obsolete: bool
    runs: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """One entry: its comments (offsets, from `#` to the line's end) and its parts, in file order.

    `start` follows the end of the entry before; `end` includes the line feed when nothing else is on the line.
    """

    start: int
    end: int = 0
    comments: list[tuple[int, int]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def strings(self, keyword: str) -> list[Part]:
        """Return the parts with `keyword`: one, none, or for `msgstr[]` one per plural form."""
        return [part for part in self.parts if part.keyword == keyword]


_Token = tuple[str, int, int, bool, bool]


def _tokens(text: str, start: int) -> Iterator[_Token]:
    """Yield kind, start, end, obsolete and previous of each token from the line start `start` on."""
    position, obsolete, previous = start, False, False
    while True:
        pattern = _WITHIN_LINE if obsolete or previous else _ANYWHERE
        match = pattern.match(text, position)
        if match is None or match.lastgroup is None:  # pragma: no cover - the pattern takes anything
            raise Fault(position, "unreadable text")
        kind, position = match.lastgroup, match.end()
        if kind == "newline":
            obsolete = previous = False
        elif kind == "prefix":
            prefix = match["prefix"]
            obsolete = obsolete or "~" in prefix
            previous = previous or "|" in prefix
        elif kind == "end":
            return
        else:
            yield kind, match.start(kind), position, obsolete, previous


def entries(text: str, start: int = 0) -> Iterator[Entry]:
    """Yield the entries of `text` from the line start `start` on; raise `Fault` at the first thing that is none.

    Comments behind the last entry belong to none. `domain` directives are read over: a file is one domain here.
    """
    entry, expects_domain = Entry(start), False
    for token in _tokens(text, start):
        kind, begin, end, obsolete, _ = token
        if kind == "strings" and (expects_domain or entry.parts):
            if not expects_domain:
                _add_strings(entry.parts[-1], begin, end, obsolete=obsolete)
            expects_domain = False
            continue
        if expects_domain:
            raise Fault(begin, 'the name in quotation marks after "domain" is missing')
        if kind in ("junk", "strings"):
            raise _unexpected(text, begin)
        keyword = text[begin:end] if kind == "keyword" else ""
        if entry.parts and _starts_entry(entry, keyword):
            yield _finish(text, entry)
            entry = Entry(entry.end)
        if kind == "comment":
            entry.comments.append((begin, end))
        elif keyword == "domain":
            expects_domain = True
        else:
            _add_part(text, entry, token)
    if entry.parts:
        _require_complete(entry)
        yield _finish(text, entry)
    if expects_domain:
        raise Fault(len(text), 'the name in quotation marks after "domain" is missing')


def _add_strings(part: Part, begin: int, end: int, *, obsolete: bool) -> None:
    if part.obsolete != obsolete:
        raise Fault(
            begin,
            "an entry is obsolete (#~) in part",
            "put #~ before every line of the entry, or before none",
        )
    part.runs.append((begin, end))


def _add_part(text: str, entry: Entry, token: _Token) -> None:
    """Add a keyword to `entry` when the grammar allows it there."""
    _, begin, end, obsolete, previous = token
    kind = keyword = text[begin:end]
    index = _INDEX.search(keyword) if keyword.endswith("]") else None
    if index:
        kind = keyword[: keyword.index("[")].rstrip() + "[]"
        _check_index(entry, index[1], begin)
    if kind not in _KEYWORDS:
        raise _unexpected(text, begin)
    if previous:
        kind = f"previous {kind}"
    last = entry.parts[-1] if entry.parts else None
    if last is not None and not last.runs:
        raise Fault(begin, f"{last.keyword} has no string")
    if kind not in _FOLLOWERS[last.keyword if last else ""]:
        raise _misplaced(kind, last, begin)
    if last is not None and last.obsolete != obsolete:
        raise Fault(
            begin,
            "an entry is obsolete (#~) in part",
            "put #~ before every line of the entry, or before none",
        )
    entry.parts.append(Part(kind, begin, obsolete))


def _check_index(entry: Entry, digits: str, begin: int) -> None:
    """Plural indexes count from 0 without gaps; the cap keeps a mistyped index from being a forest of forms."""
    expected = sum(part.keyword == "msgstr[]" for part in entry.parts)
    if len(digits) > 4 or int(digits) != expected:
        raise Fault(
            begin,
            f"plural index {digits[:12]} where {expected} belongs",
            "number the plural forms 0, 1, 2, …",
        )
    if expected >= MOST_PLURAL_FORMS:
        raise Fault(begin, f"more than {MOST_PLURAL_FORMS} plural forms")


def _misplaced(kind: str, last: Part | None, begin: int) -> Fault:
    if last is None:
        return Fault(begin, f"{kind} without msgid before it")
    if last.keyword == "msgid" and kind == "msgstr[]":
        return Fault(begin, "a plural form without msgid_plural before it")
    if last.keyword == "msgid_plural" and kind == "msgstr":
        return Fault(begin, "msgstr without an index after msgid_plural", "write msgstr[0], msgstr[1], …")
    if kind in ("msgstr", "msgstr[]") and last.keyword.startswith("msgstr"):
        return Fault(begin, "msgstr without msgid before it", "the entry above has its msgstr already")
    if kind == last.keyword:
        return Fault(
            begin, f"a second {kind.removesuffix('[]')} in one entry", "start a new entry with msgid"
        )
    wanted = _FOLLOWERS[last.keyword]
    why = f": {wanted[-1].removesuffix('[]')} is missing" if wanted else ", which ends an entry"
    return Fault(begin, f"{kind} after {last.keyword}{why}")


def _starts_entry(entry: Entry, keyword: str) -> bool:
    """Whether a comment (keyword "") or a keyword belongs to the entry after this one."""
    ended = entry.parts[-1].keyword.startswith("msgstr") and not keyword.startswith("msgstr")
    if ended or keyword in ("", "domain"):
        _require_complete(entry)
        return True
    return False


def _require_complete(entry: Entry) -> None:
    last = entry.parts[-1]
    if not last.runs:
        raise Fault(
            last.start, f"{last.keyword.removesuffix('[]')} has no string", "write a text in quotation marks"
        )
    if not last.keyword.startswith("msgstr"):
        missing = {"previous msgctxt": "previous msgid", "msgid": "msgstr", "msgid_plural": "msgstr[0]"}
        wanted = missing.get(last.keyword, "msgid")
        hint = "comments belong before the entry, before #| too" if "previous" in last.keyword else ""
        raise Fault(last.start, f"an entry without {wanted}", hint)


def _finish(text: str, entry: Entry) -> Entry:
    end = entry.parts[-1].runs[-1][1]
    rest = _REST_OF_LINE.match(text, end)
    entry.end = rest.end() if rest else end
    return entry


def _unexpected(text: str, begin: int) -> Fault:
    """Return the fault for something that is neither comment, keyword nor string."""
    line_end = text.find("\n", begin)
    if text.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||"), begin):
        return Fault(begin, "a conflict marker", "solve the merge conflict first: keep one of the two sides")
    if text[begin] == '"':
        if _STRING.match(text, begin):
            return Fault(begin, "a string without a keyword before it")
        where = "the end of the file" if line_end == -1 else "the end of the line"
        return Fault(
            begin, f"a string is still open at {where}", 'close it with a quotation mark; a " inside is \\"'
        )
    word = re.match(r"[A-Za-z_$][A-Za-z0-9_$]*", text[begin : begin + 40])
    if word:
        return Fault(begin, f"{word[0]} is not a keyword of PO files")
    return Fault(begin, f"unexpected {text[begin]!r}", "put texts in quotation marks, and comments after #")
