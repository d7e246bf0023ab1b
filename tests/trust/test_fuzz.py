"""Readers of what others send, fed with 200,000 damaged files; `make fuzz` goes on for longer, from elsewhere."""

import random
import zlib

import pytest

from tests.conftest import an_end
from tests.trust.fuzzing import TARGETS, inputs, problem

TOTAL = 200_000


def test_all_readers_together_are_called_often_enough() -> None:
    assert sum(target.calls for target in TARGETS.values()) >= TOTAL


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_answers_or_refuses_with_a_reason(name: str) -> None:
    target = TARGETS[name]
    fed = inputs(target, random.Random(zlib.crc32(name.encode())))
    with an_end():
        for _, content in zip(range(target.calls), fed, strict=False):
            if error := problem(target, content):
                pytest.fail(f"{content!r}: {error!r}")


@pytest.mark.parametrize(("name", "content"), [("plural rules", b"nplurals=2; plural=n != !1;")])
def test_what_was_found_before_stays_fixed(name: str, content: bytes) -> None:
    assert problem(TARGETS[name], content) is None
