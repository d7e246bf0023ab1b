"""Transliteration schemes: how an authority writes names of one script in another, as values.

Every scheme is a file in `schemes/`, with its authority and its samples; nothing about a letter is in Python. A
scheme is `rules` anybody may read forwards (`Scheme.romanize`) or backwards; what it means for a rule to fit is
in `l10n.names.romanizer`.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.errors import ConfigurationError, did_you_mean

if TYPE_CHECKING:
    from l10n.names.romanizer import Romanizer

START, END = "start", "end"
_FOLDER = Path(__file__).parent / "schemes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`source` is written `target`, where the context fits. Lower case, NFC; all values, fit to be inverted.

    `after` holds the letters one of which stands before the source, and START if it may open the word; `before`
    holds those that follow it, and END if it may close the word. An empty set asks for nothing. `'` stands for
    every apostrophe. `note` says why.
    """

    source: str
    target: str
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    note: str = ""

    @property
    def precedence(self) -> tuple[int, int]:
        """Return what puts the rule before others where several fit, smallest first: long, then in a context."""
        return -len(self.source), -(bool(self.after) + bool(self.before))

    def __str__(self) -> str:
        """Return the rule as people read it: `е → je (after start, ь)`."""
        contexts = [
            f"{word} {', '.join(sorted(letters, key=lambda letter: (-len(letter), letter)))}"
            for word, letters in (("after", self.after), ("before", self.before))
            if letters
        ]
        return f"{self.source} → {self.target or '–'}" + (f" ({'; '.join(contexts)})" if contexts else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text and what the scheme has to make of it: a test of the rules."""

    source: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`text[start:end]` (code points, NFC) was written by `rule`."""

    start: int
    end: int
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One published way to write the names of `language`.

    `scripts` are the ISO 15924 codes of source and target, `year` that of the publication, `locale` the one whose
    news desks write so ("" for a standard). `rules` are all that hold, those of the scheme named in `base`
    included; `own_rules` are those the file itself gives, and `samples` exercises each of them.
    """

    id: str
    language: str
    scripts: tuple[str, str]
    authority: str
    year: int
    url: str
    rules: tuple[Rule, ...] = field(hash=False)
    own_rules: tuple[Rule, ...] = field(hash=False)
    samples: tuple[Sample, ...] = field(hash=False)
    notes: str = ""
    locale: str = ""
    base: str = ""
    _romanizer: "Romanizer" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the rules: a scheme is read once, and asked for every name."""
        from l10n.names.romanizer import Romanizer  # it is made of the values defined here

        object.__setattr__(self, "_romanizer", Romanizer(self.rules))

    def romanize(self, text: str) -> str:
        """Return `text` in the target script, NFC.

        Each word is cased as it was: ЩУКА gives SHCHUKA, Щука Shchuka, щУКА letter by letter; one capital alone
        is a title. Laws: what has no letter of the source script comes back as it went in (in NFC); words do not
        see each other, so texts joined by a blank are their romanizations joined by a blank; linear in the text.
        """
        return self._romanizer.romanize(text)

    def steps(self, text: str) -> tuple[Step, ...]:
        """Return which rule wrote which letters of `text` in NFC, in order; letters without a rule have no step."""
        return self._romanizer.steps(text)

    def unknown_letters(self, text: str) -> str:
        """Return the letters of `text` no rule can write, each once, in order: they pass through unchanged."""
        return self._romanizer.unknown_letters(text)


@cache
def schemes() -> tuple[str, ...]:
    """Return the ids of all schemes, sorted. Reads no file."""
    return tuple(sorted(file.stem.replace("_", ":", 1) for file in _FOLDER.glob("*.toml")))


@cache
def scheme(scheme_id: str) -> Scheme:
    """Return the scheme with this id, read once per process.

    The file is named after the id, with `_` for a colon, which file systems refuse. Raises ConfigurationError,
    with the nearest id, when there is none.
    """
    if scheme_id not in schemes():
        hint = did_you_mean(scheme_id, schemes())
        raise ConfigurationError(
            f"unknown transliteration scheme {scheme_id!r}",
            hint=hint if hint.startswith("did") else "`l10n names schemes` lists them",
        )
    name = f"{scheme_id.replace(':', '_', 1)}.toml"
    return read_scheme((_FOLDER / name).read_text(encoding="utf-8"), f"schemes/{name}")


def read_scheme(text: str, path: str) -> Scheme:
    """Return the scheme that `text`, the content of the file `path`, describes.

    Raises RegistryError for one mistake and SeveralErrors of RegistryError for more, each with file and key: no
    TOML, an unknown or missing key, a wrong value, a duplicate rule, a rule that mixes scripts, a sample that
    fails, a rule that no sample exercises.
    """
    from l10n.names.scheme_file import SchemeFile  # the checks build the values defined here

    return SchemeFile(text, path).scheme()
