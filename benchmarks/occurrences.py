"""How long it takes to find the names of a registry in a text, beside one plain `re` alternation of all surfaces.

Run: python benchmarks/occurrences.py [NAMES [MEGABYTES]]   (without them: 1000 names, 1 megabyte of UTF-8)
The names are made of syllables and the text of a fixed vocabulary, both from one seed: every name stands in the
text in every form it has in Dutch, English and Russian. Prints the seconds to compile the lexicon and to search
the text for the first time, their sum and the peak of memory; how the time grows with the text (a lexicon that
has seen the names); and what the alternation needs for the same, with its ratio. It knows no casing, no blanks
and no protected places, so it finds a little less; it is there to tell the machine's share from ours.
"""

import multiprocessing
import random
import re
import resource
import sys
import time

from l10n.languages.grammar import Gender, Kind
from l10n.names.recognition.consistency import inconsistencies
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.recognition.occurrences import find_names
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry
from l10n.names.transcription.conversion import transcribe_native

LOCALES = ("nl", "en", "ru")
SEED = 20_211_005
MEGABYTE = 1_000_000
ONSETS = (
    "б",
    "в",
    "г",
    "д",
    "ж",
    "з",
    "к",
    "л",
    "м",
    "н",
    "п",
    "р",
    "с",
    "т",
    "ф",
    "ч",
    "ш",
    "щ",
    "тр",
    "кл",
)
VOWELS = ("а", "е", "и", "о", "у", "ы", "ю", "я", "ё")
SURNAMES = {
    Gender.MALE: ("ов", "ев", "ин", "ский", "енко", "ич", "ук", "ян"),
    Gender.FEMALE: ("ова", "ева", "ина", "ская", "енко", "ич", "ук", "ян"),
}
GIVEN_NAMES = {Gender.MALE: ("н", "р", "й", "слав", "мир", "ь"), Gender.FEMALE: ("а", "ия", "я", "ина", "ь")}
PLACES = ("ск", "бург", "град", "ово", "ино", "ь", "ия", "а")
WORDS = """
    de het een van in op met voor film ruimte station actrice regisseur vliegt naar terug morgen gisteren
    the of and to for with launch crew orbit space actress returned yesterday Monday Earth first Soyuz
    и в на с по для фильм космос станция экипаж полёт актриса режиссёр вернулся сегодня Земля ещё первый Союз
"""
VOCABULARY = WORDS.split()
GAPS = (" ",) * 14 + (", ", ". ", " — ", "\n", " «")


def word(chance: random.Random, endings: tuple[str, ...], *, longest: int = 3) -> str:
    """Return a word of two syllables or more, with one of the endings."""
    syllables = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(chance.randint(1, longest)))
    return ("".join(syllables) + chance.choice(ONSETS[:16]) + chance.choice(endings)).capitalize()


def entry(chance: random.Random, number: int, given_names: dict[Gender, list[str]]) -> NameEntry:
    """Return an entry: four of five are persons, and one form in three locales is deprecated."""
    gender = chance.choice((Gender.FEMALE, Gender.MALE))
    person = number % 5 > 0
    native = word(chance, SURNAMES[gender] if person else PLACES)
    if person:
        native = f"{chance.choice(given_names[gender])} {native}"
    forms = {"nl": transcribe_native(native, "nl")[0], "en": transcribe_native(native, "en")[0], "ru": native}
    wrong = {"nl": forms["en"], "en": forms["nl"], "ru": native.replace("ш", "сх").replace("щ", "шч")}
    return NameEntry(
        id=f"name-{number}",
        kind=Kind.PERSON if person else Kind.PLACE,
        native=native,
        language="ru",
        because="made of syllables",
        gender=gender if person else None,
        locales={
            locale: LocaleForms(preferred=form, deprecated=(wrong[locale],) if wrong[locale] != form else ())
            for locale, form in forms.items()
        },
    )


def registry_of(size: int) -> Registry:
    """Return a registry of `size` names, of which persons share their given names."""
    chance = random.Random(SEED)
    given_names = {
        gender: [word(chance, endings, longest=2) for _ in range(max(5, size // 8))]
        for gender, endings in GIVEN_NAMES.items()
    }
    entries = tuple(entry(chance, number, given_names) for number in range(size))
    return Registry(path="names.toml", entries=entries)


def text_of(surfaces: list[str], size: int) -> str:
    """Return `size` bytes of text: one word in twelve is a name, in the order of their surfaces, then again."""
    chance = random.Random(SEED)
    pieces: list[str] = []
    length = place = 0
    while length < size:
        if chance.random() < 1 / 12:
            piece = surfaces[place % len(surfaces)]
            place += 1
        else:
            piece = chance.choice(VOCABULARY)
        piece += chance.choice(GAPS)
        pieces.append(piece)
        length += len(piece.encode())
    return "".join(pieces)


def prepare(size: int, length: int) -> tuple[Registry, str, list[str]]:
    """Return the registry, the text and all surfaces."""
    registry = registry_of(size)
    surfaces = sorted({sense.surface for sense in compile_lexicon(registry, LOCALES).senses()})
    random.Random(SEED).shuffle(surfaces)
    return registry, text_of(surfaces, length), surfaces


def alternation(surfaces: list[str], text: str) -> tuple[float, int]:
    """Return the seconds a plain pattern of all surfaces needs, and how many it finds."""
    began = time.perf_counter()
    longest_first = sorted(surfaces, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    found = sum(1 for _ in pattern.finditer(text))
    return time.perf_counter() - began, found


def main() -> None:
    """Print one line per figure."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    length = int(float(sys.argv[2]) * MEGABYTE) if len(sys.argv) > 2 else MEGABYTE
    # in a process of its own: what is measured starts with nothing remembered, and its memory is its own
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        registry, text, surfaces = pool.apply(prepare, (size, length))
    print(f"names\t{size:,} in {len(LOCALES)} locales, {len(surfaces):,} surfaces")
    began = time.perf_counter()
    lexicon = compile_lexicon(registry, LOCALES)
    _ = lexicon.root
    compiled = time.perf_counter() - began
    occurrences = len(find_names(text, lexicon))
    both = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform == "linux" else 1024**2
    )
    print(f"text\t{len(text.encode()):,} bytes, {occurrences:,} names")
    print(f"compile\t{compiled:.3f} s")
    print(f"search\t{both - compiled:.3f} s")
    print(f"sum\t{both:.3f} s")
    print(f"memory\t{memory:.0f} MB at most")
    for part, stretch in ((0.5, text[: len(text) // 2]), (1, text), (2, text + text)):
        began = time.perf_counter()
        find_names(stretch, lexicon)
        print(f"again, {part:g} of the text\t{time.perf_counter() - began:.3f} s")
    began = time.perf_counter()
    wrong = sum(len(inconsistencies(text, locale, lexicon)) for locale in LOCALES)
    print(f"checked in {len(LOCALES)} locales\t{time.perf_counter() - began:.3f} s, {wrong:,} findings")
    seconds, found = alternation(surfaces, text)
    print(f"re alternation\t{seconds:.3f} s, {found:,} names")
    print(f"re alternation / sum\t{seconds / both:.1f}x")


if __name__ == "__main__":
    main()
