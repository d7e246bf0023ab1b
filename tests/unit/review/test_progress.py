"""Pictures of progress: bars add up, lines go through every moment."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.statistics import Statistics
from l10n.review.progress import HEIGHT, WIDTH, Moment, bar, line, said

COUNTS = st.builds(
    Statistics,
    translated=st.integers(0, 10_000),
    fuzzy=st.integers(0, 10_000),
    untranslated=st.integers(0, 10_000),
)


@given(COUNTS)
def test_the_stretches_of_a_bar_follow_each_other_and_fill_it(statistics: Statistics) -> None:
    stretches = bar(statistics)
    assert [part.state for part in stretches] == [
        state for state in ("translated", "fuzzy", "untranslated") if getattr(statistics, state)
    ]
    position = 0.0
    for part in stretches:
        assert abs(part.start - position) < 0.03
        position = part.start + part.length
    assert abs(position - 100) < 0.03 or not statistics.total


def test_what_a_bar_shows_is_said() -> None:
    assert said(Statistics(translated=9, fuzzy=1)) == "9 of 10 translated, 1 fuzzy, 0 not translated"


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_line_goes_from_left_to_right_and_stays_inside(ratios: list[float]) -> None:
    points = [
        tuple(map(float, point.split(",")))
        for point in line([Moment(day="", ratio=ratio) for ratio in ratios]).split()
    ]
    assert len(points) == len(ratios)
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    for (x, y), ratio in zip(points, ratios, strict=True):
        assert 0 <= x <= WIDTH
        assert abs(y - HEIGHT * (1 - ratio)) <= 0.06
