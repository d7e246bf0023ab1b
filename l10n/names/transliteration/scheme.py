"""Transliteration schemes: how an authority writes names of one script in another, as values.

A scheme is `rules` anybody may read forwards (`Scheme.romanize`) or backwards; what it means for a rule to fit is
in `romanizer`, and where the schemes are found is in `library`.
"""

from dataclasses import dataclass, field

from l10n.names.transliteration.romanizer import Romanizer
from l10n.names.transliteration.rules import Rule, Sample, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One published way to write the names of `language`.

    `scripts` are the ISO 15924 codes of source and target, `year` that of the publication, `locale` the one whose
    house scheme it is ("" for a standard). `rules` are all that hold, those of the scheme named in `base`
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
    _romanizer: Romanizer = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the rules: a scheme is read once, and asked for every name."""
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
