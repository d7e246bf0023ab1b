"""Laws of all who read facts: any text has an answer or none, never an error, and looking at it comes to an end."""

import inspect
import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.checks.comparison import fact_comparison
from l10n.checks.comparison.fact_comparison import compare_facts
from l10n.conventions import fact_reading, left_forms, quantities, separators
from l10n.conventions import locale_formats as forms
from l10n.conventions import typography as typography_module
from l10n.conventions.fact_reading import below_zero, hints, read_facts
from l10n.conventions.quantities import is_quantity, rewritten
from l10n.conventions.typography import decimal_departures, departures
from l10n.languages.facts import fact_folding as folding
from l10n.languages.facts.fact_folding import fold, runs_on, small_letters
from l10n.languages.facts.fact_tables import fact_table
from l10n.languages.packs import table, tags_with
from l10n.pretranslation.draft_conventions import set_right
from tests.conftest import an_end, tries

LANGUAGES = ["en", "nl", "ru", "de", "ja", "ar"]
LONGEST = 10_000  # code points
PIECES = [
    *"0123456789٤４५.,:;/-–—−+%$€°½⅔'’ \u00a0\u202f\t\n()",
    *(
        "1,234.5",
        "1,234.51,234.5",
        "12.5",
        "9.15",
        "2021-10-05",
        "3.11.2026",
        "1.2.3",
        "10^5",
        "1e999",
        "999999999999",
    ),
    *("万", "億", "km", " km", "°C", "USD", "h", " h ", " pm", " a.m.", " uur", " Uhr", " часов", "m", "%"),
    *(
        " half ",
        " and ",
        " en ",
        " и ",
        " tot ",
        " to ",
        " point ",
        " komma ",
        " целых ",
        " десятых ",
        " с половиной",
    ),
    *(
        "one ",
        "two",
        "hundred ",
        "million ",
        "twintig",
        "acht",
        "negentien",
        "honderd",
        "jarig",
        "пол",
        "двух",
        "летний",
    ),
    *(
        "двадцать ",
        "тысяча ",
        "без ",
        "четверть ",
        "восьмого ",
        "kwart over ",
        "minus ",
        "min ",
        "IX",
        "May ",
        "мая ",
    ),
]
RUNS = st.tuples(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.integers(1, LONGEST)).map(
    lambda run: (run[0] * run[1])[:LONGEST]
)
TEXTS = (
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
    | RUNS
    | st.tuples(RUNS, RUNS).map("".join)
    | st.text(max_size=40)
)


def _forms(text: str, language: str) -> None:
    for locale in ("nl", "ru", "de"):
        list(forms.forms(text, language, locale))


def _each_number(text: str, language: str) -> None:
    table, ours, theirs = fact_table(language), separators.separators(language), separators.separators("nl")
    assert ours is not None
    assert theirs is not None
    for number in read_facts(text, language).numbers[:100]:
        is_quantity(text, number, table)
        rewritten(number.text, ours, theirs)
        forms.unit_form(number, language)


def _each_clock(text: str, language: str) -> None:
    facts = read_facts(text, language)
    for clock in (*facts.clocks, *facts.possible)[:100]:
        assert clock.minutes
        assert clock.minutes <= set(range(24 * 60))
        forms.clock_form(clock, language)


READERS: dict[Callable[..., object], Callable[[str, str], object]] = {
    fold: lambda text, _language: fold(text),
    small_letters: lambda text, _language: small_letters(fold(text)),
    runs_on: lambda text, _language: runs_on(text),
    read_facts: read_facts,
    hints: lambda text, language: list(hints(text, language)),
    below_zero: below_zero,
    forms.may_differ: forms.may_differ,
    forms.forms: _forms,
    forms.clock_form: _each_clock,
    forms.unit_form: _each_number,
    is_quantity: _each_number,
    rewritten: _each_number,
    separators.separators: _each_number,
    left_forms.left_forms: lambda text, language: list(left_forms.left_forms(text, "nl", text, language)),
    departures: lambda text, language: list(departures(text[:1000], language)),
    decimal_departures: lambda text, language: list(decimal_departures(text, "nl", text, language)),
    compare_facts: lambda text, language: compare_facts(text, text[1:], language, "ru"),
}


@pytest.mark.parametrize(
    "module",
    [fact_reading, folding, forms, left_forms, quantities, separators, typography_module, fact_comparison],
)
def test_each_public_reader_is_read_with(module: ModuleType) -> None:
    """What is added to these modules has to be added to `READERS`."""
    public = {
        function
        for name, function in vars(module).items()
        if callable(function)
        and not name.startswith("_")
        and not inspect.isclass(function)
        and getattr(function, "__module__", "") == module.__name__
    }
    assert public <= set(READERS)


class TestAnyText:
    """Law: whatever a text holds, its facts and forms give an answer or nothing."""

    @settings(max_examples=tries(60))
    @given(text=TEXTS, language=st.sampled_from(LANGUAGES))
    @example(text="1,234.51,234.51,234.5", language="en")
    @example(text="9" * LONGEST, language="en")
    @example(text="9" * 5000 + ":15", language="nl")
    @example(text="1." * (LONGEST // 2), language="en")
    @example(text="acht" * (LONGEST // 4), language="nl")
    @example(text="$1.2.3m -½ 0/0 1/0", language="en")
    def test_has_an_answer_or_none(self, text: str, language: str) -> None:
        with an_end():
            for read in READERS.values():
                read(text, language)

    @settings(max_examples=tries(60))
    @given(text=TEXTS, language=st.sampled_from(LANGUAGES))
    def test_its_facts_stand_where_they_say(self, text: str, language: str) -> None:
        facts = read_facts(text, language)
        clocks, named = (*facts.clocks, *facts.possible), (*facts.months, *facts.weekdays)
        spans = [(number.start, number.end) for number in facts.numbers]
        spans += [(clock.start, clock.end) for clock in clocks] + [(name.start, name.end) for name in named]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert len(small_letters(fold(text))) == len(fold(text)) == len(text)

    @settings(max_examples=tries(60))
    @given(text=TEXTS, language=st.sampled_from(["en", "ja", "ar"]))  # elsewhere am and pm are English
    def test_a_text_beside_itself_has_no_other_facts(self, text: str, language: str) -> None:
        assert compare_facts(text, text, language, language) == ()


class TestDrafts:
    """Law: a draft with anything in it can be set right, and then stays."""

    @settings(max_examples=tries(40))
    @given(
        text=TEXTS,
        pair=st.sampled_from([("en", "nl"), ("nl", "en"), ("en", "ru"), ("ru", "nl"), ("en", "ja")]),
    )
    def test_can_be_set_right(self, text: str, pair: tuple[str, str]) -> None:
        with an_end():
            set_right(text[:2000], lambda _text: (), text[:2000], *pair)


def _written(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words of a table of facts: those of months, units, money, numbers and times."""
    for key, value in table.items():
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str):
                yield from (one, key)
            elif isinstance(one, Mapping):
                yield from _written(one)
            elif isinstance(one, list):
                yield from _written({str(place): word for place, word in enumerate(one)})


WRITERS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda text: text.upper().replace("I", "İ").replace("S", "ſ"),  # what re.IGNORECASE takes for i and s
    *(partial(re.sub, r"\s", blank) for blank in ("\n", "\t", "\u00a0", "\u2028")),
)


@pytest.mark.parametrize("language", sorted({*tags_with("cldr"), *tags_with("facts")}))
def test_words_of_a_language_are_read_however_they_are_written(language: str) -> None:
    """Law: in capitals, in similar letters and with any blank between, words are facts or nothing, never an error."""
    words = sorted(
        {word for name in ("cldr", "facts", "numbers") for word in _written(table(language, name))}
    )
    chance = random.Random(language)
    for word in words:
        text = chance.choice(WRITERS)(f"{chance.randrange(40)} {word} {chance.choice(words)} 2021, 17:30")
        facts = read_facts(text, language)
        assert all(text[name.start : name.end] == name.text for name in (*facts.months, *facts.weekdays))
