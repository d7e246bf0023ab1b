"""Memory and state stay in proportion to what is read, whatever its shape: `proportion.py` says the law."""

import sys

import pytest

from tests.trust.proportion import SHAPES, costs

_SIZE = 300_000  # bytes: the base of a command is a fifth of what it may take
_COMMANDS = (
    "extract",
    "check --jobs 1",
    "check --jobs 1 --no-cache --output-format sarif",
    "names audit",
    "render",
    "review",
    "memory build",
)


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of ru_maxrss is KiB on Linux only")
@pytest.mark.parametrize("name", SHAPES)
def test_what_a_command_takes_is_in_proportion_to_what_it_reads(name: str) -> None:
    for took in costs(SHAPES[name], _SIZE, _COMMANDS):
        assert took.code in (0, 1), took
        assert took.is_in_proportion, took
