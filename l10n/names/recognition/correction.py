"""What has to stand in the place of a wrong spelling: which form, in which case, in which letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.languages.grammar import SIX_CASES, Case
from l10n.languages.inflection_rules import fold_title
from l10n.languages.normal_forms import normalized
from l10n.languages.scripts import is_in_script_of
from l10n.languages.transcription import PIVOT
from l10n.names.inflection.surface_forms import SurfaceForms
from l10n.names.recognition.name_context import NameContext
from l10n.names.recognition.occurrences import Occurrence
from l10n.names.recognition.surface_trie import SurfaceSense
from l10n.names.text.folding import fold_form

_APOSTROPHE = re.compile("['’ʼ]")
_SUFFIX = re.compile("['’ʼ][sS]?$")
_BLANKS = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The surface to write for one occurrence, or the surfaces to choose from when its case is not known.

    `form` is the registered form it comes from, `plain` that form, or the part of it, as it is looked up.
    """

    form: str
    plain: str
    surface: str | None
    choices: tuple[str, ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """`text[start:end]` to be replaced by `replacement`; what is right already is not in it.

    `kept` is the part of the found name that was right and stays.
    """

    start: int
    end: int
    replacement: str
    kept: str


def choose_target(context: NameContext, index: int, sense: SurfaceSense) -> Target:
    """Return what the locale of `context` writes for the occurrence at `index`, understood as `sense`."""
    locale, entry = context.locale, context.lexicon.entries[sense.entry]
    wanted = entry.locales[locale]
    form = wanted.preferred
    if is_acronym(sense.form) and not is_acronym(form):
        form = next((admitted for admitted in wanted.admitted if is_acronym(admitted)), form)
    target = context.lexicon.forms_of(entry.id, locale, form, sense.part)
    if not context.language.declines:  # also where nobody knows whether it does: then nothing is written
        surface = _with_suffix(target, sense)
        return Target(form=form, plain=target.form, surface=surface, choices=(surface,))
    if [target.written(case) for case in SIX_CASES] == [target.form] * len(SIX_CASES):
        return Target(form=form, plain=target.form, surface=target.form, choices=(target.form,))
    possible, because = _possible_cases(context, index, sense)
    surfaces = tuple(dict.fromkeys(target.written(case) for case in possible))
    choices = tuple(surface for surface in surfaces if surface)
    is_known = len(surfaces) == 1 and len(choices) == 1
    return Target(
        form=form,
        plain=target.form,
        surface=choices[0] if is_known else None,
        choices=choices or (target.form,),
        because=because,
    )


def is_acronym(form: str) -> bool:
    """Tell whether a form is one word of capitals, such as ISS and U.S."""
    letters = [letter for letter in form if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters) and not re.search(r"\s", form)


def _with_suffix(target: SurfaceForms, sense: SurfaceSense) -> str:
    """Return the target with the possessive or plural that was found, in the locale's own rule."""
    for case in (Case.POSSESSIVE, Case.PLURAL):
        written = target.written(case)
        if case in sense.cases and written is not None:
            return written
    return target.form


def _possible_cases(
    context: NameContext, index: int, sense: SurfaceSense
) -> tuple[tuple[Case, ...], tuple[str, ...]]:
    """Return the cases the sentence leaves open, and where the knowledge comes from.

    What a misspelt word seems to end in counts after all else: the rest of the name, a preposition, a title.
    """
    occurrence = context.occurrences[index]
    shown_cases, told = _shown_cases(occurrence, sense, context.text)
    is_misspelt = occurrence.evidence is not None
    possible, because = (SIX_CASES, ()) if is_misspelt and shown_cases else (shown_cases, told)
    neighbours = [
        other for step in (-1, 1) if (other := context.same_name(index, sense.entry, step)) is not None
    ]
    start = min(occurrence.start, *(other.start for other in neighbours)) if neighbours else occurrence.start
    for other in neighbours:
        shown = {case for known in other.senses if known.entry == sense.entry for case in known.cases}
        possible, because = _narrow(possible, shown, context.text[other.start : other.end], because)
    before = context.word_before(start)
    if before and (governed := context.language.prepositions.get(before[0].casefold())):
        possible, because = _narrow(possible, governed, before[0], because)
    elif before and (agreeing := context.language.title_cases.get(fold_title(before[0]))):
        possible, because = _narrow(possible, agreeing, before[0], because)
    if is_misspelt:
        possible, because = _narrow(
            possible, shown_cases, context.text[occurrence.start : occurrence.end], because
        )
    if len(possible) == len(SIX_CASES) and (context.starts_sentence(start) or context.is_opened(start)):
        return (Case.NOMINATIVE,), ("nominative case, at the start",)
    return possible, because


def _shown_cases(
    occurrence: Occurrence, sense: SurfaceSense, text: str
) -> tuple[tuple[Case, ...], tuple[str, ...]]:
    found = text[occurrence.start : occurrence.end]
    if Case.POSSESSIVE in sense.cases:
        return (Case.GENITIVE,), (f"genitive case, from the possessive “{found}”",)
    if set(sense.cases) == {Case.PLURAL}:  # of several people, and no case of one of them
        return (), ()
    if occurrence.evidence and is_in_script_of(found, PIVOT) is not is_in_script_of(sense.surface, PIVOT):
        return SIX_CASES, ()  # Kiova ends as Киева does, and is no genitive
    return _narrow(SIX_CASES, sense.cases, found, ())


def _narrow(
    possible: Sequence[Case],
    shown: Sequence[Case] | set[Case] | frozenset[Case],
    source: str,
    because: tuple[str, ...],
) -> tuple[tuple[Case, ...], tuple[str, ...]]:
    """Keep the cases that are also `shown`; evidence that contradicts what is known already is ignored."""
    left = tuple(case for case in possible if case in shown)
    if not left or len(left) == len(possible):
        return tuple(possible), because
    return left, (*because, f"{' or '.join(left)} case, from “{source}”")


def rewrite_occurrence(
    context: NameContext, occurrence: Occurrence, sense: SurfaceSense, surface: str
) -> Rewriting:
    """Return how `surface` is written over the occurrence: its capitals, apostrophes and blanks are kept."""
    found = context.text[occurrence.start : occurrence.end]
    pieces = _BLANKS.split(found)  # word, blanks, word, …
    words, blanks = pieces[::2], pieces[1::2]
    at_start = words[0][0].isupper() and context.starts_sentence(occurrence.start)
    targets = _in_casing_of(words, sense.surface, surface, at_start=at_start)
    apostrophe = _APOSTROPHE.search(found)
    if apostrophe:
        targets = [word.replace("’", apostrophe[0]) for word in targets]
    if len(targets) != len(words):
        start = _start_with_article(context, occurrence, words, targets)
        return Rewriting(start=start, end=occurrence.end, replacement=" ".join(targets), kept="")
    first, last = 0, len(words)
    while first < last and _equal(words[first], targets[first]):
        first += 1
    while last > first and _equal(words[last - 1], targets[last - 1]):
        last -= 1
    start = occurrence.start + sum(len(piece) for piece in pieces[: 2 * first])
    end = start + sum(len(piece) for piece in pieces[2 * first : 2 * last - 1])
    following = zip(blanks[first:], targets[first + 1 : last], strict=False)
    replacement = "".join([*targets[first : first + 1], *(blank + word for blank, word in following)])
    kept = " ".join(words[:first] + words[last:])
    if first == last:
        return Rewriting(start=start, end=start, replacement="", kept=kept)
    return Rewriting(start=start, end=end, replacement=replacement, kept=kept)


def _equal(found: str, target: str) -> bool:
    return fold_form(found) == fold_form(target)


def _in_casing_of(words: Sequence[str], known: str, surface: str, *, at_start: bool) -> list[str]:
    targets, knowns = surface.split(), known.split()
    if len(knowns) != len(words):
        return targets
    capitals = [_in_capitals(word, as_known) for word, as_known in zip(words, knowns, strict=True)]
    if len(targets) == len(words):
        targets = [
            _capitals(target, word) if capital else target
            for target, word, capital in zip(targets, words, capitals, strict=True)
        ]
    elif all(capitals):
        targets = [target.upper() for target in targets]
    if at_start and targets[0][0].islower():
        targets[0] = targets[0][0].upper() + targets[0][1:]
    return targets


def _in_capitals(word: str, known: str) -> bool:
    """Tell whether `word` is in capitals where the registry has `known`, which is not."""
    stem, known_stem = _stem(word), _stem(normalized("NFC", known))
    return stem.isupper() and len(stem) > 1 and not known_stem.isupper()


def _stem(word: str) -> str:
    return _SUFFIX.sub("", word)


def _capitals(target: str, word: str) -> str:
    stem, original = _stem(target), _stem(word)
    suffix, keeps_small = target[len(stem) :], word[len(original) :].endswith("s")
    return stem.upper() + (suffix if keeps_small else suffix.upper())


def _start_with_article(
    context: NameContext, occurrence: Occurrence, words: Sequence[str], targets: Sequence[str]
) -> int:
    """Return where to begin, so that “the Hell of 63” does not become “the The Hell of ’63”."""
    before = context.word_before(occurrence.start)
    repeats = before and len(targets) > len(words) and before[0].casefold() == targets[0].casefold()
    return before[1] if before and repeats else occurrence.start
