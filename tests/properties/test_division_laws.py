"""Requests that fail are divided: what bad texts cost, and what an outage costs."""

from math import ceil, log2

from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import Fault, ServiceError
from l10n.pretranslation.division import PATIENCE, Division

faults = st.sampled_from([Fault.TEXT, Fault.EITHER, Fault.SLOW])


@st.composite
def requests(draw: st.DrawFn) -> list[list[int]]:
    """Return requests of texts, the texts numbered through."""
    sizes = draw(st.lists(st.integers(1, 20), min_size=1, max_size=8))
    numbers = iter(range(sum(sizes)))
    return [[next(numbers) for _ in range(size)] for size in sizes]


class Run:
    """A division served to its end by a service that fails with the bad texts; how it went."""

    def __init__(self, texts: list[list[int]], bad: set[int], fault: Fault, patience: int = PATIENCE) -> None:
        self.answered: list[int] = []
        self.failed: list[int] = []
        self.requests = 0
        division = Division(texts, patience)
        while (request := division.take()) is not None:
            self.requests += 1
            if bad & set(request):
                told = division.failed(request, ServiceError("no", fault=fault))
            else:
                told = division.answered()
                self.answered += request
            self.failed += [text for text, _ in told]
        self.failed += [text for text, _ in division.ended()]
        self.failure = division.failure


class TestDivision:
    """Of n texts in a request k bad ones cost at most 2·k·⌈log₂ n⌉ more requests."""

    @given(requests(), st.sets(st.integers(0, 159), max_size=PATIENCE - 1), faults)
    def test_bad_texts_cost_themselves_alone_and_few_requests(
        self, texts: list[list[int]], bad: set[int], fault: Fault
    ) -> None:
        every = {text for request in texts for text in request}
        bad &= every
        ran = Run(texts, bad, fault, PATIENCE if fault is not Fault.SLOW else 1_000)
        assert ran.failure is None
        assert sorted(ran.answered) == sorted(every - bad)
        assert sorted(ran.failed) == sorted(bad)
        largest = max(len(request) for request in texts)
        assert ran.requests <= len(texts) + 2 * len(bad) * ceil(log2(max(2, largest)))

    @given(requests(), st.data())
    def test_what_a_service_refuses_is_told_of_every_text_once_others_are_answered(
        self, texts: list[list[int]], data: st.DataObject
    ) -> None:
        every = [text for request in texts for text in request]
        good = data.draw(st.sampled_from(every))
        bad = set(every) - {good}
        ran = Run([[good], *texts], bad, Fault.TEXT)
        assert sorted(ran.failed) == sorted(bad)
        assert ran.failure is None

    @given(requests(), faults)
    def test_an_outage_is_no_storm_and_blames_no_text(self, texts: list[list[int]], fault: Fault) -> None:
        every = {text for request in texts for text in request}
        ran = Run(texts, every, fault)
        largest = max(len(request) for request in texts)
        assert ran.requests <= PATIENCE * (1 + ceil(log2(max(2, largest))))
        assert ran.answered == []
        if len(every) >= PATIENCE:
            assert ran.failure is not None
            assert ran.failed == []

    @given(requests())
    def test_what_is_the_services_own_fault_is_asked_once(self, texts: list[list[int]]) -> None:
        every = {text for request in texts for text in request}
        ran = Run(texts, every, Fault.SERVICE)
        assert ran.requests == 1
        assert ran.failure is not None
        assert ran.failed == []

    @given(requests(), st.data(), faults)
    def test_no_text_is_answered_twice_and_none_is_both(
        self, texts: list[list[int]], data: st.DataObject, fault: Fault
    ) -> None:
        every = [text for request in texts for text in request]
        bad = data.draw(st.sets(st.sampled_from(every)))
        ran = Run(texts, bad, fault)
        told = [*ran.answered, *ran.failed]
        assert len(told) == len(set(told))
        assert set(ran.answered) <= set(every) - bad
        assert set(ran.failed) <= bad
