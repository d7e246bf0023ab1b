"""Does an acronym have the form its translation needs: ISS or МКС, UN or VN, or stay as it is?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.languages.scripts import capitals, vowels
from l10n.model import Severity
from l10n.names import Lexicon

if TYPE_CHECKING:
    from l10n.languages.facts.fact_tables import FactTable

_BESIDE = re.compile(r"[ \u00a0-](?=[A-Z])[A-Za-z0-9]{1,30}")
_BEFORE = re.compile(r"(?<=[\w,][ \u00a0])[A-Z][A-Za-z0-9]{1,30}[ \u00a0-]\Z")
_TWO_WORDS = re.compile(r"(?<!\w)(\w+)(?=([ -]\w+))")
_SLIPPING = (3, 4)  # letters of an acronym that a slip of the pen may turn into another
_NEAR = 32  # code points before an acronym that are looked at


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.’'&/-])[{capitals()}]{{2,6}}(?![\w.’'&/-]*\w)")


@cache
def _said() -> re.Pattern[str]:
    """The same in the source, also with the ending of a genitive or a plural: the EU's plan, CPUs."""
    return re.compile(rf"(?<![\w.’'&/-])[{capitals()}]{{2,6}}(?=(?:[’']?s)?(?![\w.’'&/-]*\w))")


@cache
def _two_small() -> re.Pattern[str]:
    return re.compile(rf"(?:(?![{capitals()}])[^\W\d_]){{2}}")


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    ours = {found[0]: found for found in _said().finditer(pair.source_prose)}
    if not ours or pair.source == pair.target or not _two_small().search(pair.source_prose):
        return
    from l10n.languages.facts.fact_tables import fact_table

    table = fact_table(subject.locale)
    concepts = fact_table(subject.source_locale).acronyms
    registered = _registered(subject.lexicon)
    said = next((name for name in ours if name in concepts), "")
    meant = {concepts[acronym] for acronym in ours if acronym in concepts}
    near, is_kept = _Near(ours, pair.target_prose), _KeptNames(pair)
    for found in _acronym().finditer(pair.target_prose):
        acronym = found[0]
        if acronym in registered:
            continue
        wanted = _wanted(acronym, concepts, table)
        if acronym in ours:
            if wanted and not is_kept.beside(found):
                yield _slip(found, f"“{acronym}”: {subject.locale} writes “{wanted}”", f"write “{wanted}”")
            continue
        concept = table.acronyms.get(acronym)
        if concept and meant and concept not in meant:
            yield _slip(found, f"“{acronym}” does not match “{said}” in the source", "")
        elif concept is None and (meant_by := near.of(acronym)):
            yield _slip(
                found, f"“{acronym}” does not match “{meant_by}” in the source", f"write “{meant_by}”"
            )


class _KeptNames:
    """What tells whether an acronym is a part of a name that stands in both texts of a pair: US Letter, US Open."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    def beside(self, found: re.Match[str]) -> bool:
        target = self._pair.target_prose
        beside = _BESIDE.match(target, found.end())
        before = _BEFORE.search(target, max(0, found.start() - _NEAR), found.start())
        names = [f"{found[0]}{beside[0]}" if beside else "", f"{before[0]}{found[0]}" if before else ""]
        return any(name.replace("\u00a0", " ") in self._in_source for name in names if name)

    @cached_property
    def _in_source(self) -> frozenset[str]:
        """Every two words of the source with a blank or a hyphen between them."""
        source = self._pair.source_prose.replace("\u00a0", " ")
        return frozenset(f"{found[1]}{found[2]}" for found in _TWO_WORDS.finditer(source))


def _wanted(acronym: str, concepts: Mapping[str, str], table: "FactTable") -> str:
    """Return what a language writes for an acronym of the source language, "" when it may stay or nobody knows."""
    concept = concepts.get(acronym)
    if concept is None or acronym in table.acronyms:
        return ""
    return next((form for form, of in table.acronyms.items() if of == concept), "")


class _Near:
    """The acronyms of the source that one in a text can only be a slip of: the same letters, or one of them off."""

    def __init__(self, ours: Iterable[str], text: str) -> None:
        self._ours, self._text = ours, text

    def of(self, acronym: str) -> str:
        """Return the first of them, "" where there is none."""
        # what can be spoken is a word: HOW and HOE in a manual
        if sum(letter.lower() in vowels() for letter in acronym) * 2 > len(acronym):
            return ""
        near = [self._by_key[key] for key in _keys(acronym) if key in self._by_key]
        for _, known in sorted({one for found in near for one in found}):
            off = sum(one != other for one, other in zip(known, acronym, strict=True))
            if off == 1 or (off == 2 and sorted(known) == sorted(acronym)):
                return known
        return ""

    @cached_property
    def _by_key(self) -> Mapping[str, list[tuple[int, str]]]:
        """The acronyms that the text itself does not have, by what they have in common with a slip of them."""
        here = {self._text[at : at + size] for size in _SLIPPING for at in range(len(self._text) - size + 1)}
        found: dict[str, list[tuple[int, str]]] = {}
        for place, known in enumerate(self._ours):
            if len(known) in _SLIPPING and known not in here:
                for key in _keys(known):
                    found.setdefault(key, []).append((place, known))
        return found


def _keys(acronym: str) -> Iterator[str]:
    """Yield what an acronym has in common with one that is a slip of it: all letters but one, or all in any order."""
    yield "".join(sorted(acronym))
    for place in range(len(acronym)):
        yield f"{acronym[:place]}*{acronym[place + 1 :]}"


def _slip(found: re.Match[str], message: str, hint: str) -> Slip:
    return Slip(
        code="acronym-mismatch", message=message, start=found.start(), severity=Severity.WARNING, hint=hint
    )


@lru_cache(maxsize=8)
def _registered(lexicon: Lexicon) -> frozenset[str]:
    """Return the acronyms the registry has, decided or proposed: `inconsistent-name` is about them."""
    forms = (
        form
        for entry in lexicon.entries.values()
        for known in entry.locales.values()
        for form in (known.preferred, *known.admitted, *known.deprecated)
    )
    return frozenset(form for form in forms if _acronym().fullmatch(form))


def _example(source: str, locale: str, msgstr: str) -> Example:
    return Example(source=source, msgstr=msgstr, locale=locale)


CHECKS = (
    Check(
        code="acronym-mismatch",
        severity=Severity.WARNING,
        description="An acronym differs from the source, or has another form in this language.",
        authority="the lists of acronyms in l10n/languages/*/facts.toml, and the registry, which takes precedence",
        find=of_translations(_compare)("acronym-mismatch"),
        passing=(
            _example("The ISS and the UN agree.", "ru", "МКС и ООН согласны."),
            _example("The UN met in the US.", "nl", "De VN kwamen bijeen in de VS."),
            _example("The CPU is hot.", "ru", "ЦП горячий."),
            _example("The CPU is hot.", "nl", "De CPU is heet."),
            _example("NASA agreed.", "ru", "НАСА согласно."),
            _example("Print it on US Letter.", "ru", "Печатайте на US Letter."),
            _example("NATO and the EU's plan.", "nl", "De NAVO en het plan van de EU."),
        ),
        failing=(
            _example("The ISS is far.", "ru", "ISS далеко."),
            _example("The UN met in Geneva.", "nl", "De UN kwam bijeen in Genève."),
            _example("The EU met in Geneva.", "nl", "De VN kwam bijeen in Genève."),
            _example("The GPU is hot.", "nl", "De GPO is heet."),
            _example("The UN’s plan.", "nl", "Het plan van de NAVO."),
        ),
    ),
)
