"""The laws of the gate: fixing is safe and finished, fingerprints stay, a baseline comes back as it was."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog.catalog import Message
from l10n.checks.base import Check, Example
from l10n.checks.registry import CHECKS
from l10n.gate.baseline import BaselineEntry, compare, read_baseline, write_baseline
from l10n.gate.capping import capped
from l10n.gate.fixing import apply_fixes
from l10n.gate.places import FindingLocator, LocatedFinding, Text, fingerprint, located_alone
from l10n.model import Edit, Finding, Location
from tests.conftest import tries
from tests.contracts.test_checks import subject

SAFE = [check for check in CHECKS.values() if check.is_safe]
each_safe_check = pytest.mark.parametrize("check", SAFE, ids=[check.code for check in SAFE])


def placed(example: Example, check: Check) -> tuple[Message, list[LocatedFinding]]:
    """Return the message of an example, and what a check finds in it."""
    known = subject(example)
    assert known.file is not None
    texts = {known.catalog_name: Text(known.file.text), example.path: Text(known.document.text)}
    locator = FindingLocator(known, texts)
    return known.catalog.live[0], [locator.locate(finding) for finding in check.find(known)]


def fixed(example: Example, check: Check) -> Example:
    """Return the example as `check --fix` leaves it."""
    for _ in range(8):
        message, found = placed(example, check)
        done = apply_fixes(message, [one for one in found if one.finding.edit])
        if not done.done:
            return example
        example = replace(example, msgstr=done.message.msgstr[0])
    raise AssertionError(f"{check.code} is never finished with {example}")


class TestFixing:
    """Nothing is left that a second call would fix; only messages with a safe finding change; flags stay."""

    @each_safe_check
    def test_what_has_an_edit_is_not_found_any_more(self, check: Check) -> None:
        for example in check.failing:
            left = placed(fixed(example, check), check)[1]
            assert not [one for one in left if one.finding.edit], example

    @each_safe_check
    def test_what_passes_is_left_alone(self, check: Check) -> None:
        for example in check.passing:
            assert fixed(example, check) == example

    @each_safe_check
    def test_what_is_fuzzy_stays_fuzzy(self, check: Check) -> None:
        for example in check.failing:
            message, found = placed(replace(example, fuzzy=True), check)
            after = apply_fixes(message, found).message
            assert after.flags == ("fuzzy",)
            assert replace(after, msgstr=message.msgstr) == message

    @given(
        st.text(min_size=1, max_size=30),
        st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10), st.text(max_size=4)), max_size=6),
    )
    @settings(max_examples=tries(200))
    def test_edits_that_overlap_are_never_made_together_and_no_text_is_emptied(
        self, text: str, edits: list[tuple[int, int, str]]
    ) -> None:
        message = Message(msgid="x", msgstr=(text,), flags=("fuzzy",))
        found = [
            located_alone(
                Finding(
                    code="x-x",
                    message="",
                    location=Location(path="x.po"),
                    edit=Edit(start=min(start, len(text)), end=min(start + size, len(text)), replacement=new),
                )
            )
            for start, size, new in edits
        ]
        result = apply_fixes(message, found)
        spans = sorted(
            (one.finding.edit.start, one.finding.edit.end) for one in result.done if one.finding.edit
        )
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        assert result.message.msgstr[0].strip() or result.message.msgstr[0] == text
        assert result.message.flags == ("fuzzy",)


def finding(code: str, path: str, line: int, message: str) -> Finding:
    return Finding(code=code, message=message, location=Location(path=path, line=line, column=1))


TEXTS = st.text(max_size=12)
FOUND = st.builds(
    lambda finding, key: LocatedFinding(
        finding=finding, locale="nl", key=key, fingerprint=fingerprint(finding, key, 0)
    ),
    st.builds(
        finding, st.sampled_from(["a-b", "c-d"]), st.sampled_from(["x.po", "y.po"]), st.integers(1, 9), TEXTS
    ),
    st.tuples(st.none() | TEXTS, TEXTS),
)


class TestFingerprints:
    """The same wherever a line moves; another for another message, context, code or file."""

    @given(FOUND, st.integers(1, 10**6))
    def test_moving_a_line_changes_nothing(self, one: LocatedFinding, line: int) -> None:
        moved = replace(one.finding, location=replace(one.finding.location, line=line, column=2))
        assert fingerprint(moved, one.key, 0) == one.fingerprint

    @given(FOUND, FOUND)
    def test_two_findings_share_one_only_if_all_but_the_place_is_the_same(
        self, one: LocatedFinding, other: LocatedFinding
    ) -> None:
        def said(placed: LocatedFinding) -> tuple[object, ...]:
            found = placed.finding
            return (found.code, found.location.path, placed.key, found.message)

        assert (one.fingerprint == other.fingerprint) == (said(one) == said(other))


class TestBaseline:
    """Reading what was written gives each finding as often as it was found."""

    @given(st.lists(FOUND, max_size=8))
    @settings(max_examples=tries(200))
    def test_what_was_written_knows_exactly_what_was_found(self, found: list[LocatedFinding]) -> None:
        entries = read_baseline(write_baseline(found, ()), "known.json")
        compared = compare(found, entries)
        assert (compared.new, compared.gone) == ((), ())
        assert len(compared.known) == len(found)
        again = compare([*found, *found[:1]], entries)
        assert list(again.new) == found[:1]

    @given(st.lists(FOUND, min_size=1, max_size=8))
    def test_writing_it_again_changes_nothing(self, found: list[LocatedFinding]) -> None:
        text = write_baseline(found, ())
        entries: tuple[BaselineEntry, ...] = read_baseline(text, "known.json")
        assert write_baseline((), entries) == text
        assert write_baseline(list(reversed(found)), ()) == text
        for entry in entries:
            assert entry.fingerprint in text.split("\n")[entry.line - 1]


def of_number(number: int, msgid: str) -> LocatedFinding:
    known = replace(
        finding("a-b", "x.po", 1, f"number {number}"), location=Location(path="x.po", line=1, column=number)
    )
    key = (None, msgid)
    return LocatedFinding(finding=known, locale="nl", key=key, fingerprint=fingerprint(known, key, 0))


class TestCapping:
    """What is shown and what is counted is what was found; whether the others are counted or found makes no difference
    to what is new beside a baseline.
    """

    MANY = st.lists(st.builds(of_number, st.integers(0, 60), TEXTS), max_size=90)

    @given(MANY, st.integers(1, 5))
    @settings(max_examples=tries(100))
    def test_nothing_is_lost(self, found: list[LocatedFinding], at_most: int) -> None:
        shown = list(capped(found, at_most))
        assert sum(one.number for one in shown) == len({(one.key, one.finding.message) for one in found})
        assert {one.finding for one in shown if not one.rest} <= {one.finding for one in found}

    @given(MANY, st.integers(1, 5), st.data())
    @settings(max_examples=tries(100))
    def test_a_baseline_of_what_was_found_knows_it_counted_or_not(
        self, found: list[LocatedFinding], at_most: int, data: st.DataObject
    ) -> None:
        distinct = list({(one.key, one.finding.message): one for one in found}.values())
        entries = read_baseline(write_baseline(list(capped(distinct, at_most)), ()), "known.json")
        left = [one for one in distinct if data.draw(st.booleans())]  # some have been mended since
        for now in (left, list(capped(left, at_most))):
            assert compare(now, entries).new == ()

    @given(MANY, MANY, st.integers(1, 5))
    @settings(max_examples=tries(100))
    def test_what_is_new_is_new_counted_or_not(
        self, before: list[LocatedFinding], now: list[LocatedFinding], at_most: int
    ) -> None:
        entries = read_baseline(write_baseline(list(capped(before, at_most)), ()), "known.json")
        known = {(one.key, one.finding.message) for one in before}
        distinct = list({(one.key, one.finding.message): one for one in now}.values())
        new = [one for one in distinct if (one.key, one.finding.message) not in known]
        assert sum(one.number for one in compare(list(capped(distinct, at_most)), entries).new) == len(new)
        assert list(compare(distinct, entries).new) == new
