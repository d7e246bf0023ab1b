"""Laws of finding names: the lazy lexicon finds what a plain one finds, and its beginnings are true."""

import re
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.languages.grammar import Gender, Kind
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.recognition.occurrences import find_names
from l10n.names.recognition.surface_prefixes import beginnings
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.registry.entries import LocaleForms, NameEntry, Registry
from l10n.names.registry.reader import read_registry
from l10n.names.text.folding import fold, fold_form
from l10n.names.text.protected_spans import Protection
from tests.conftest import tries

LOCALES = ("nl", "en", "ru")
FILE = Path(__file__).parents[1] / "cases" / "names" / "registry.toml"
REGISTRY = read_registry(FILE.read_text(encoding="utf-8"), "names.toml", LOCALES)
PIECE = re.compile(r"\w+|\s+|[^\w\s]")
BLANKS = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)?[^\S\r\n]*")
Meanings = dict[tuple[str, ...], list[SurfaceSense]]
Found = tuple[int, int, tuple[SurfaceSense, ...]]

LATIN_WORDS = (
    "Anna",
    "anna",
    "ANNA",
    "Iss",
    "ISS",
    "O’Hara",
    "’t Hooft",
    "de",
    "Jean-Luc",
    "James",
    "X",
    "e’s",
    "Ann",
)
CYRILLIC_WORDS = (
    "Анна",
    "Клим",
    "Лев",
    "Пётр",
    "Петр",
    "Ян-Пётр",
    "ван",
    "Ключ",
    "Я",
    "Кли\u0301м",
    "Иванов",
    "Ивановна",
)
latin = st.lists(st.sampled_from(LATIN_WORDS), min_size=1, max_size=3).map(" ".join)
cyrillic = st.lists(st.sampled_from(CYRILLIC_WORDS), min_size=1, max_size=3).map(" ".join)


@st.composite
def entries(draw: st.DrawFn) -> NameEntry:
    native = draw(cyrillic)
    form = draw(cyrillic)
    cases = {form: tuple(draw(cyrillic) for _ in range(6))} if draw(st.booleans()) else {}
    locales = {
        "ru": LocaleForms(preferred=form, admitted=(native,), cases=cases, indeclinable=draw(st.booleans()))
    }
    for locale in ("nl", "en"):
        locales[locale] = LocaleForms(preferred=draw(latin), deprecated=(draw(latin),))
    return NameEntry(
        id=f"x{draw(st.integers(0, 10**9))}",
        kind=draw(st.sampled_from(Kind)),
        native=native,
        language="ru",
        because="",
        gender=draw(st.sampled_from((None, *Gender))),
        locales=locales,
    )


registries = st.lists(entries(), max_size=4, unique_by=lambda entry: entry.id).map(
    lambda some: Registry(path="names.toml", entries=tuple(some))
)


def surfaces_of(lexicon: Lexicon) -> Meanings:
    """Return every surface, folded and in pieces, in the order of the registry; nothing is indexed."""
    found: Meanings = {}
    for sense in lexicon.senses():
        found.setdefault(tuple(PIECE.findall(" ".join(fold_form(sense.surface).split()))), []).append(sense)
    return found


def is_word(piece: str) -> bool:
    return piece[0].isalnum() or piece[0] == "_"


def choose(choices: Iterable[str], piece: str, *, first: bool, after: str) -> str | None:
    """Return the registered piece that a piece of the text is: exactly so, else the first in another casing."""
    choices = list(dict.fromkeys(choices))
    if piece in choices:
        return piece
    for choice in choices:
        if len(choice) > 1 or (not first and after == "'"):
            cased = choice[0].upper() + choice[1:] if first and choice[0].islower() else None
            if piece in (choice.upper(), cased):
                return choice
    return None


def found_by_trying(text: str, lexicon: Lexicon) -> list[Found]:
    """Return what `find_names` should find, by trying every surface at every word."""
    folded = fold(text)
    surfaces = []
    for pieces, senses in surfaces_of(lexicon).items():
        start = next(place for place, piece in enumerate(pieces) if is_word(piece))
        surfaces.append((pieces[start:], "".join(pieces[:start]), tuple(senses)))
    protection, position = Protection(folded.text), 0
    occurrences: list[Found] = []
    for word in re.finditer(r"\w+", folded.text):
        best: Found | None = (word.start(), word.end(), ()) if word.start() >= position else None
        possible, place, end, after, piece = surfaces, 0, word.end(), "", word[0]
        while best is not None:
            step = choose(
                (pieces[place] for pieces, _, _ in possible if len(pieces) > place),
                piece,
                first=place == 0,
                after=after,
            )
            possible = [item for item in possible if len(item[0]) > place and item[0][place] == step]
            if step is None:
                break
            place, after = place + 1, step
            for before in dict.fromkeys(item[1] for item in sorted(possible, key=lambda item: item[1] != "")):
                if folded.text.endswith(before, 0, word.start()):
                    for pieces, needed, meanings in possible:
                        if len(pieces) == place and needed == before:
                            best = (word.start() - len(before), end, meanings)
            blanks = BLANKS.match(folded.text, end)
            following = PIECE.match(folded.text, end)
            if blanks and blanks.end() > end:
                piece, end = " ", blanks.end()
            elif following and not following[0].isspace():
                piece, end = following[0], following.end()
            else:
                break
        if best and best[2] and best[0] >= position and not protection.covers(best[0], best[1]):
            position = best[1]
            occurrences.append((folded.original(best[0]), folded.original(best[1]), best[2]))
    return occurrences


def found_by_find(text: str, lexicon: Lexicon) -> list[Found]:
    return [(found.start, found.end, found.senses) for found in find_names(text, lexicon)]


def texts_of(surfaces: Iterable[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(sorted(surfaces) or ["Anna"])
    tokens = st.one_of(
        names,
        names.map(str.upper),
        names.map(str.title),
        names.map(str.lower),
        st.text("aKЮё’.`<@/ \u0301", max_size=3),
    )
    gaps = st.sampled_from((" ", "\u00a0", "\n", ", ", "-", "\n\n", "’s ", "’S ", "' ", "", " ’"))
    return st.lists(st.tuples(tokens, gaps), max_size=8).map(lambda some: "".join(a + b for a, b in some))


SURFACES = frozenset(sense.surface for sense in compile_lexicon(REGISTRY, LOCALES).senses())


class TestTheOrderOfAskingIsNothing:
    """Law: the words that are met grow the tree that all stocks together would have given."""

    @settings(max_examples=tries(100))
    @given(texts_of(SURFACES))
    def test_the_registry_of_the_cases(self, text: str) -> None:
        lexicon = compile_lexicon(REGISTRY, LOCALES)
        assert found_by_find(text, lexicon) == found_by_trying(text, lexicon)

    @settings(max_examples=tries(200))
    @given(st.data(), registries)
    def test_any_registry(self, data: st.DataObject, registry: Registry) -> None:
        lexicon = compile_lexicon(registry, LOCALES)
        surfaces = {sense.surface for sense in lexicon.senses()}
        for _ in range(2):  # the second text meets what the first has grown
            text = data.draw(texts_of(surfaces))
            assert found_by_find(text, lexicon) == found_by_trying(text, lexicon)


class TestEverySurfaceBeginsWithOneOfTheBeginnings:
    """Law: every surface of an entry in a locale begins, at its first word, with one of its beginnings."""

    @settings(max_examples=tries(200))
    @given(registries)
    def test_any_registry(self, registry: Registry) -> None:
        for sense in (
            *compile_lexicon(registry, LOCALES).senses(),
            *compile_lexicon(REGISTRY, LOCALES).senses(),
        ):
            entry = next(one for one in (*registry.entries, *REGISTRY.entries) if one.id == sense.entry)
            known = beginnings(entry, sense.locale, LOCALES)
            first = re.search(r"\w+", fold_form(sense.surface))
            assert first is not None
            assert known is None or first[0].startswith(tuple(known))
