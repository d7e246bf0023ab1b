"""What others write takes time in proportion: ten times the text takes ten times as long, whatever it is made of.

How much longer exactly, each piece of work on each kind of text, is measured by `benchmarks/linear.py`, for an hour.
Here are limits that only what grows faster than the text can reach: seconds of CPU for what takes a fraction of one.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.trust import growing, repeating
from tests.trust.repeating import Side

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm clock here")

_LIMIT = 8.0  # CPU seconds
_ROUND = 24  # each piece of work sees every 24th unit, each unit every 24th piece of work

# What once took minutes: each is what was read, what was repeated, and where it stood.
ONCE_SLOW: tuple[tuple[str, str, Side], ...] = (
    ("locate in a catalog", "a", Side.BOTH),
    ("locate in a catalog", "U+005C REVERSE SOLIDUS", Side.BOTH),
    ("check quotation-marks nl", "'“a” '", Side.BOTH),
    ("check inconsistent-name nl", "'Yulia Peresild '", Side.BOTH),
    ("check doubled-word nl", "'a '", Side.TARGET),
    ("check acronym-mismatch nl", "'⟨A⟩ '", Side.ENDING),
    ("check placeholder-mismatch nl", "'{⟨a⟩} '", Side.ENDING),
    ("check url-mismatch nl", "'http://⟨a⟩.org/ '", Side.TARGET),
    ("count_words", "U+0021 EXCLAMATION MARK", Side.BOTH),
    ("count_words", "U+201C LEFT DOUBLE QUOTATION MARK", Side.BOTH),
    ("masked", "'a_⟨a⟩_b '", Side.BOTH),
    ("code_spans", "'www.'", Side.BOTH),
    ("fold", "'a\u0301'", Side.BOTH),
    ("wording", "U+0301 COMBINING ACUTE ACCENT", Side.BOTH),
    ("sentences en", "U+002E FULL STOP", Side.ENDING),
    ("settle", "'Юлия Пересильд '", Side.BOTH),
    ("word_difference", "U+0021 EXCLAMATION MARK", Side.BOTH),
    ("find_mentions", "'Name, Name '", Side.BOTH),
    ("check a plural rule", "U+0020 SPACE", Side.BOTH),
)


@contextmanager
def limited(seconds: float, what: str) -> Iterator[None]:
    """Fail when what is done in it takes more CPU time."""

    def too_slow(*_: object) -> None:
        raise AssertionError(f"{what}: more than {seconds} s of CPU")

    before = signal.signal(signal.SIGVTALRM, too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(("name", "unit", "side"), ONCE_SLOW, ids=str)
def test_what_was_slow_once_is_read_in_time(name: str, unit: str, side: Side) -> None:
    with limited(_LIMIT, f"{name} on {unit}"):
        growing.everything()[name](*repeating.texts(unit, 100_000, side))


def test_each_piece_of_work_reads_each_kind_of_text_in_time() -> None:
    """Some of all pairs; the benchmark has all of them, and larger ones."""
    units, pieces = list(repeating.units()), list(growing.everything().items())
    for place, (name, work) in enumerate(pieces):
        work("A text.", "Een tekst.")  # reads the tables
        for unit in units[place % _ROUND :: _ROUND]:
            for side in (Side.BOTH, Side.ENDING):
                with limited(_LIMIT, f"{name} on {unit}, {side}"):
                    work(*repeating.texts(unit, 2_000, side))
