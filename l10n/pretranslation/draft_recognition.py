"""Names in a draft that nothing else recognises: what is left of the source's names, and what they may have become.

A program that does not know a name writes it letter by letter (`letters.toml`). What a draft has no answer for is
looked for among the capitalised words that answer nothing: alone, or beside the part of the name that is right.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from l10n.conventions.spans import outside
from l10n.errors import RegistryError
from l10n.languages.grammar import SIX_CASES, Case
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import whole_letters
from l10n.languages.transcription import has_pivot_letter
from l10n.names import (
    SOFT_BLANKS,
    Evidence,
    FormStatus,
    Inconsistency,
    Lexicon,
    NameContext,
    NamePart,
    Occurrence,
    OriginalText,
    SurfaceSense,
    inconsistencies_in,
    parts_of,
    read_names,
)

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f'’-]*")
_ALIKE, _BESIDE = 0.62, 0.45  # how like a word has to be: on its own, and beside the rest of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A part of a name that the source has: its entry, and the words of the part in every spelling."""

    entry: str
    part: NamePart
    spellings: tuple[tuple[str, ...], ...]


def match_garbled_names(
    text: str, locale: str, lexicon: Lexicon, original: OriginalText
) -> tuple[Inconsistency, ...]:
    """Return what to write for the names of the source that the draft has in letters only; () for Latin scripts."""
    context = read_names(text, locale, lexicon, original)
    if not context.language.declines or not has_pivot_letter(text):
        return ()
    words = _free_words(context)
    found: list[Occurrence] = []
    for asked in _unanswered(context, original, lexicon) if words else ():
        best = max(_candidates(asked, words, context, lexicon), default=None, key=lambda pair: pair[0])
        if best is not None:
            found.append(best[1])
            words = [word for word in words if not best[1].start <= word.start < best[1].end]
    if not found:
        return ()
    occurrences = sorted((*context.occurrences, *found), key=lambda occurrence: occurrence.start)
    extended = NameContext(text, lexicon, locale, occurrences=occurrences, expected=context.expected)
    places = {occurrence.start for occurrence in found}
    return tuple(one for one in inconsistencies_in(extended) if one.start in places)


def _free_words(context: NameContext) -> list[_Word]:
    """Return the capitalised words that are no known name and open no sentence as an ordinary word does."""
    taken = [(occurrence.start, occurrence.end) for occurrence in context.occurrences]
    words = (
        _Word(start=found.start(), end=found.end(), text=found[0])
        for found in outside(_WORD.finditer(context.text), taken)
    )
    return [word for word in words if context.looks_like_name(word.text)]


def _unanswered(context: NameContext, original: OriginalText, lexicon: Lexicon) -> Iterator[_Asked]:
    """Yield the names, or parts of them, of the source that the draft does not have."""
    source = read_names(original.text, original.locale, lexicon)
    answered: dict[str, set[NamePart]] = {}
    for occurrence in context.occurrences:
        answered.setdefault(occurrence.entry, set()).add(occurrence.part)
    named: dict[str, set[NamePart]] = {}
    for occurrence in source.occurrences:
        named.setdefault(occurrence.entry, set()).add(occurrence.part)
    for entry in (entry for entry in named if lexicon.entries[entry].is_decided(context.locale)):
        asked = named[entry]
        has = answered.get(entry, set())
        if not has:
            part = next(
                (part for part in (NamePart.FULL, NamePart.SURNAME, NamePart.GIVEN) if part in asked), None
            )
            if part is not None:
                yield _spelled(entry, part, lexicon)
        elif (
            NamePart.FULL in asked
            and NamePart.FULL not in has
            and len(has & {NamePart.GIVEN, NamePart.SURNAME}) == 1
        ):
            yield _spelled(entry, NamePart.GIVEN if NamePart.SURNAME in has else NamePart.SURNAME, lexicon)


def _spelled(entry: str, part: NamePart, lexicon: Lexicon) -> _Asked:
    known = lexicon.entries[entry]
    spellings = (
        tuple(lexicon.forms_of(entry, locale, form, part).form.split())
        for locale, forms in known.locales.items()
        for _, form in forms.by_status()
        if part in parts_of(form, known)
    )
    return _Asked(entry=entry, part=part, spellings=tuple(dict.fromkeys(spellings)))


def _candidates(
    asked: _Asked, words: Sequence[_Word], context: NameContext, lexicon: Lexicon
) -> Iterator[tuple[float, Occurrence]]:
    """Yield the words that may be a name, each with how like it they are."""
    for spelling in asked.spellings:
        for place in range(len(words) - len(spelling) + 1):
            beside = words[place : place + len(spelling)]
            if not _is_one(beside, context.text):
                continue
            scores = [similarity(word.text, wanted) for word, wanted in zip(beside, spelling, strict=True)]
            is_part = _is_beside_rest(beside, asked, context)
            least = _BESIDE if is_part or max(scores) >= _ALIKE < sum(scores) / len(scores) else _ALIKE
            if min(scores) >= least:
                yield sum(scores) / len(scores), _occurrence(beside, asked, context, lexicon)


def _is_one(words: Sequence[_Word], text: str) -> bool:
    return all(
        SOFT_BLANKS.fullmatch(text, before.end, after.start) for before, after in itertools.pairwise(words)
    )


def _is_beside_rest(words: Sequence[_Word], asked: _Asked, context: NameContext) -> bool:
    return any(asked.entry in found.entries for found in context.beside(words[0].start, words[-1].end))


def _occurrence(words: Sequence[_Word], asked: _Asked, context: NameContext, lexicon: Lexicon) -> Occurrence:
    locale = context.locale
    form = lexicon.entries[asked.entry].locales[locale].preferred
    if asked.part not in parts_of(form, lexicon.entries[asked.entry]):
        form = lexicon.entries[asked.entry].native
    forms = lexicon.forms_of(asked.entry, locale, form, asked.part)
    written = {case: forms.written(case) or forms.form for case in SIX_CASES}
    sense = SurfaceSense(
        entry=asked.entry,
        part=asked.part,
        locale=locale,
        status=FormStatus.DEPRECATED,
        form=form,
        surface=forms.form,
        cases=_shown([word.text for word in words], written),
    )
    return Occurrence(start=words[0].start, end=words[-1].end, senses=(sense,), evidence=Evidence.ORIGINAL)


def _shown(words: Sequence[str], written: Mapping[Case, str]) -> tuple[Case, ...]:
    """Return the cases that the endings of words may show, if they end as the right form does."""
    shown = set(SIX_CASES)
    for place, word in enumerate(words):
        forms = {case: form.split()[place] for case, form in written.items() if len(form.split()) > place}
        stem = _common_beginning(list(forms.values()))
        endings = {case: form[len(stem) :] for case, form in forms.items()}
        if len(set(endings.values())) < 2:
            continue
        lower = word.casefold()
        longest = max((len(ending) for ending in endings.values() if lower.endswith(ending)), default=-1)
        cases = {
            case for case, ending in endings.items() if len(ending) == longest and lower.endswith(ending)
        }
        shown &= cases or shown
    return tuple(case for case in SIX_CASES if case in shown) or SIX_CASES


def _common_beginning(forms: Sequence[str]) -> str:
    shortest = min(forms, key=len)
    for place, letter in enumerate(shortest):
        if any(form[place] != letter for form in forms):
            return shortest[:place]
    return shortest


@lru_cache(maxsize=20_000)
def similarity(found: str, wanted: str) -> float:
    """Return how like a word of a draft is to a name, 0…1: the name itself, or the name letter by letter."""
    from rapidfuzz.distance import OSA

    word = _plain(found)
    best = 0.0
    for spelled in spelled_ways(wanted):
        length = max(3, min(len(spelled), len(word)))  # endings are no part of the name
        best = max(best, OSA.normalized_similarity(word[:length], spelled[:length]))
        if len(spelled) - len(word) > 2 or len(word) - len(spelled) > 4:
            best = min(best, _BESIDE)
    return best


@lru_cache(maxsize=5_000)
def spelled_ways(name: str) -> tuple[str, ...]:
    """Return a name in small Cyrillic letters, in each of the ways programs write it; a Cyrillic name as it is."""
    plain = _plain(name)
    if has_pivot_letter(plain):
        return (plain,)
    return tuple(dict.fromkeys(_spelled_out(plain, letters) for letters in ways()))


def _spelled_out(plain: str, letters: Mapping[str, str]) -> str:
    text, place = "", 0
    while place < len(plain):
        size = next((size for size in (4, 3, 2, 1) if plain[place : place + size] in letters), 0)
        text += letters[plain[place : place + size]] if size else plain[place]
        place += size or 1
    return text


def _plain(word: str) -> str:
    """Return a word in small letters without accents; й and ё stay what they are."""
    pieces = (
        letter if letter.lower() in whole_letters() else normalized("NFD", letter)[0] for letter in word
    )
    return "".join(pieces).casefold()


@cache
def ways() -> tuple[Mapping[str, str], ...]:
    """Return the ways programs write Latin letters in Cyrillic. Raises RegistryError when the table is broken."""
    path = Path(__file__).parent / "letters.toml"
    try:
        return tuple(way["letters"] for way in tomllib.loads(path.read_text(encoding="utf-8"))["way"])
    except (ValueError, KeyError) as error:
        raise RegistryError("this rule file cannot be read", where=path.name, why=str(error)) from error
