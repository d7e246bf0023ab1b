"""Which case the words before a name ask for, and what makes it uncertain; the facts are data.

They are in `languages/<language>/government.toml`, with their authority, and the prepositions and titles in
`languages/<language>/inflection.toml`. A language without the first file asks for nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from l10n.budgets import read_toml
from l10n.errors import RegistryError, did_you_mean
from l10n.languages import packs, tags
from l10n.languages.grammar import Case, Gender
from l10n.languages.inflection_rules import fold_title
from l10n.names.text.clauses import clause_after, clause_before
from l10n.names.text.markup_signs import before_signs
from l10n.names.text.sentence_context import SentenceContext

_MOST_ADJECTIVES = 3  # between a preposition and a title: с известной российской актрисой
_NEAR = 3  # words between «что» and «за», and they themselves
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEYS = (
    *("authority", "url", "notes", "adverbs", "calls", "also_governs", "genitive_inside", "locatives"),
    *("nominative_behind", "adjectives", "verbs", "beside", "subjects", "governor", "phrases"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A word that begins with one of `stems` asks for `case` behind one of `prepositions`."""

    prepositions: frozenset[str]
    case: Case
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """What verbs end in, by what their subject may be."""

    past_female: tuple[str, ...] = ()
    past_male: tuple[str, ...] = ()
    past_other: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Government:
    """What `languages/<language>/government.toml` says; see there."""

    adverbs: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    nominative_behind: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)
    also_governs: Mapping[str, frozenset[Case]] = field(default_factory=dict, hash=False)
    beside: frozenset[str] = frozenset()
    genitive_inside: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    adjectives: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    verbs: Verbs = Verbs()
    governors: tuple[Governor, ...] = ()
    phrases: Mapping[str, Case] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """The cases that the words before a name allow: `cases`, by the word or words `source` from `start` on.

    `likely` are those of them that the word before leaves, `asked` tells whether it asks for one; `preposition` is
    in lower case; `title` tells whether a title stands between, `phrase` whether a preposition and its noun ask.
    """

    cases: frozenset[Case]
    likely: frozenset[Case]
    preposition: str
    source: str
    start: int
    asked: bool = False
    title: bool = False
    phrase: bool = False


@cache
def government_of(locale: str) -> Government | None:
    """Return what is known of the language of `locale`, None where nothing is."""
    file = packs.find(tags.language_subtag(locale), "government")
    return None if file is None else read_government(file.read_text(encoding="utf-8"), packs.shown(file))


def read_government(text: str, path: str) -> Government:
    """Return what `text`, the content of the file `path`, states.

    Raises RegistryError, with the file and the key, for what is no TOML, an unknown key or a wrong value.
    """
    try:
        table: dict[str, Any] = read_toml(text, path)
        for key in table:
            if key not in _KEYS:
                where = f"{path}: {key}"
                raise RegistryError(f"unknown key {key!r}", where=where, hint=did_you_mean(key, _KEYS))
        return Government(
            adverbs=frozenset(table.get("adverbs", [])),
            calls=frozenset(table.get("calls", [])),
            nominative_behind={
                preposition: frozenset(words)
                for preposition, words in table.get("nominative_behind", {}).items()
            },
            also_governs={
                preposition: frozenset(map(Case, cases))
                for preposition, cases in table.get("also_governs", {}).items()
            },
            beside=frozenset(table.get("beside", [])),
            genitive_inside=frozenset(table.get("genitive_inside", [])),
            locatives=frozenset(table.get("locatives", [])),
            adjectives=tuple(table.get("adjectives", [])),
            subjects=frozenset(table.get("subjects", [])),
            verbs=Verbs(**{key: tuple(endings) for key, endings in table.get("verbs", {}).items()}),
            governors=tuple(
                Governor(
                    prepositions=frozenset(row["prepositions"]),
                    case=Case(row["case"]),
                    stems=tuple(row["stems"]),
                )
                for row in table.get("governor", [])
            ),
            phrases={words: Case(case) for words, case in table.get("phrases", {}).items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RegistryError("this rule file cannot be read", where=path, why=str(error)) from error


def demand_at(context: SentenceContext, start: int) -> Demand | None:
    """Return what the words before `start`, where a name begins, ask for; None where nothing can be told.

    They are a preposition, a phrase of a preposition and a noun, or a preposition, adjectives and a title, in one line
    or over a soft line wrap; signs of markup may stand between. Behind the preposition of a place nothing can be told
    of a name in markup: it may be a title, as of an article («в [Юрий Гагарин](…)») or of a ship.
    """
    known = government_of(context.locale)
    before = _word_before(context, start) if known else None
    if known is None or before is None:
        return None
    preposition = before[0].casefold()
    governed = context.language.prepositions.get(preposition)
    if governed:
        is_marked = before_signs(context.text, start) < start
        may_be_title = is_marked and preposition in context.language.place_prepositions
        return None if may_be_title else _demand(context, known, before, governed)
    title = context.language.title_cases.get(fold_title(before[0]))
    if title:
        return _demand_of_title(context, known, before, title)
    return _demand_of_phrase(context, known, before)


def _word_before(context: SentenceContext, position: int) -> tuple[str, int] | None:
    """Return the word before `position` and the signs of markup there, with its offset."""
    return context.word_before(before_signs(context.text, position))


def _demand_of_phrase(context: SentenceContext, known: Government, noun: tuple[str, int]) -> Demand | None:
    before = _word_before(context, noun[1])
    case = known.phrases.get(f"{before[0]} {noun[0]}".casefold()) if before else None
    if before is None or case is None:
        return None
    return Demand(
        cases=frozenset({case}),
        likely=frozenset({case}),
        preposition=before[0].casefold(),
        source=context.text[before[1] : noun[1] + len(noun[0])],
        start=before[1],
        phrase=True,
    )


def _demand_of_title(
    context: SentenceContext, known: Government, title: tuple[str, int], cases: frozenset[Case]
) -> Demand | None:
    place = title[1]
    for _ in range(_MOST_ADJECTIVES + 1):
        before = _word_before(context, place)
        if before is None:
            return None
        governed = context.language.prepositions.get(before[0].casefold())
        if governed:
            left = governed & cases
            found = _demand(context, known, before, left) if left else None
            return found and Demand(
                cases=found.cases,
                likely=found.likely,
                preposition=found.preposition,
                source=context.text[before[1] : title[1] + len(title[0])],
                start=found.start,
                asked=found.asked,
                title=True,
            )
        if not before[0].islower() or not before[0].endswith(known.adjectives):
            return None
        place = before[1]
    return None


def _demand(
    context: SentenceContext, known: Government, preposition: tuple[str, int], governed: frozenset[Case]
) -> Demand:
    word, place = preposition
    folded = word.casefold()
    asked, before = None, _word_before(context, place)
    if before:
        fitting = (
            governor.case
            for governor in known.governors
            if folded in governor.prepositions and fold_title(before[0]).startswith(governor.stems)
        )
        asked = next(fitting, None)  # замужем comes before замуж
    return Demand(
        cases=governed | known.also_governs.get(folded, frozenset()),
        likely=(governed & {asked} if asked else governed) or governed,
        preposition=folded,
        source=context.text[place : place + len(word)],
        start=place,
        asked=asked is not None,
    )


def is_loose(context: SentenceContext, demand: Demand, shown: frozenset[Case], end: int) -> bool:
    """Tell whether a name in the cases `shown`, which ends at `end`, may be right though the preposition has others.

    A preposition may be an adverb, or govern another word behind the name, of which the name is a part.
    """
    known = government_of(context.locale) or Government()
    if Case.NOMINATIVE in shown:
        calls = demand.preposition in known.calls and _word_before(context, demand.start) is None
        near = _WORD.findall(clause_before(context.text, demand.start).casefold())[-_NEAR:]
        turned = known.nominative_behind.get(demand.preposition, frozenset())
        return demand.preposition in known.adverbs or calls or not turned.isdisjoint(near)
    after = context.word_after(end)
    follows_noun = after is not None and after[0][0].islower()
    if Case.GENITIVE in shown:
        return follows_noun or demand.preposition in known.genitive_inside
    return after is not None and follows_noun and after[0].endswith(known.adjectives)


def may_be_subject(context: SentenceContext, demand: Demand, end: int, gender: Gender | None) -> bool:
    """Tell whether a nominative behind a title or a phrase may be the subject of its clause, and that one of its own.

    «Вместе с режиссёром Юлия Пересильд летала на МКС» is right; «Она встретилась с актрисой Юлия Пересильд» is not.
    """
    known = government_of(context.locale) or Government()
    # a phrase asks for its complement: only what follows may say that the name is none
    before = [] if demand.phrase else _WORD.findall(clause_before(context.text, demand.start))
    after = _WORD.findall(clause_after(context.text, end))
    if any(_is_subject(word, known, context) for word in before):
        return False
    verbs = known.verbs
    agreeing = (
        {Gender.FEMALE: verbs.past_female, Gender.MALE: verbs.past_male}.get(gender) if gender else None
    )
    if agreeing is None:
        return True
    others = tuple(
        ending
        for endings in (verbs.past_female, verbs.past_male, verbs.past_other)
        if endings != agreeing
        for ending in endings
    )
    words = [word for word in (*before, *after) if word.islower()]
    if any(word.endswith((*agreeing, *verbs.present)) and not word.endswith(others) for word in words):
        return True
    if demand.phrase:
        return False
    is_verb_elsewhere = any(word.endswith(others) for word in words)
    is_governed = demand.asked and not (before and before[-1].casefold() in known.beside)
    ends = not after or after[0] in context.language.prepositions or after[0].endswith(others)
    # «Прилетели с актрисой Антон Шкаплеров, Клим Шипенко»: more subjects may follow
    ends = ends and context.text[end : end + 1] != ","
    return not (ends and (is_verb_elsewhere or is_governed))


def ends_clause_of_verb(context: SentenceContext, demand: Demand, end: int) -> bool:
    """Tell whether the clause ends at `end`, and its verb, in the past, stands right before the preposition."""
    known = government_of(context.locale) or Government()
    verb = _word_before(context, demand.start)
    past = known.verbs.past_female + known.verbs.past_male + known.verbs.past_other
    is_verb = demand.asked and verb is not None and verb[0].endswith(past)
    return is_verb and not clause_after(context.text, end).strip()


def _is_subject(word: str, known: Government, context: SentenceContext) -> bool:
    folded = word.casefold()
    shown = context.language.title_cases.get(fold_title(word), frozenset())
    return folded in known.subjects or shown == frozenset({Case.NOMINATIVE})
