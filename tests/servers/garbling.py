"""A service that translates well and garbles names, in the ways services are known for."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
# letter by letter, as programs transliterate names they do not know
_NAIVE = (
    ("shch", "щ"), ("sch", "сх"), ("sh", "сх"), ("ch", "ч"), ("kh", "кх"), ("zh", "зх"), ("th", "тх"), ("ph", "пх"),
    ("yu", "ыу"), ("ya", "ыа"), ("oe", "ое"), ("ui", "уи"), ("ee", "ее"),
    ("a", "а"), ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"),
    ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"),
    ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"), ("y", "ы"), ("z", "з"),
)  # fmt: skip
# read as if it were English, or Dutch with a Russian eye: Joelia → Джоэлия, Sjipenko → Сжипенко
_OTHER = (
    ("yu", "ю"),
    ("ya", "я"),
    ("sh", "ш"),
    ("ch", "ч"),
    ("j", "дж"),
    ("oe", "оэ"),
    ("ey", "ей"),
    *_NAIVE,
)
_LOOK_ALIKE = str.maketrans("аеорсх", "aeopcx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with a name, and its translation: `{}` is the name, in `case`."""

    source: str
    target: str
    case: str


def cyrillic(name: str, table: Sequence[tuple[str, str]] = _NAIVE) -> str:
    """Return a name letter by letter in Cyrillic."""
    text, place = "", 0
    lower = name.lower()
    while place < len(name):
        latin, letter = next(
            (pair for pair in table if lower.startswith(pair[0], place)), (name[place], name[place])
        )
        text += letter.capitalize() if name[place].isupper() else letter
        place += len(latin)
    return text


def declined(name: str, case: str, *, is_female: bool) -> str:
    """Return a name in a case, each word by its ending, as a program would that has no dictionary."""
    return " ".join(_declined(word, CASES.index(case), is_female=is_female) for word in name.split(" "))


def _declined(word: str, case: int, *, is_female: bool) -> str:
    if word.endswith(("иа", "ия")):
        return word[:-1] + ("я", "и", "и", "ю", "ей", "и")[case]
    if word.endswith("ова"):
        return word[:-1] + ("а", "ой", "ой", "у", "ой", "ой")[case]
    if word.endswith("а"):
        return word[:-1] + ("а", "ы", "е", "у", "ой", "е")[case]
    if is_female or not re.search("[бвгджзклмнпрстфхцчшщ]$", word):
        return word
    if word.endswith(("ов", "ев")):
        return word + ("", "а", "у", "а", "ым", "е")[case]
    return word + ("", "а", "у", "а", "ом", "е")[case]


def slipped(name: str) -> str:
    """Return a name with one letter doubled in its longest word."""
    word = max(name.split(" "), key=len)
    place = len(word) // 2
    return name.replace(word, word[:place] + word[place] + word[place:])


Garble = Callable[[str, str, str, bool], str]

# By name: what becomes of a name, from what was sent, its right form in the case, the case, and its gender.
GARBLES: Mapping[str, Garble] = {
    "letter by letter, declined": lambda sent, _, case, female: declined(
        cyrillic(sent), case, is_female=female
    ),
    "read as another language, declined": lambda sent, _, case, female: declined(
        cyrillic(sent, _OTHER), case, is_female=female
    ),
    "a letter too many": lambda _, right, __, ___: slipped(right),
    "letters of two scripts": lambda _, right, __, ___: right.translate(_LOOK_ALIKE),
    "left in Latin": lambda sent, *_: sent,
    "letter by letter, not declined": lambda sent, *_: cyrillic(sent),
}
