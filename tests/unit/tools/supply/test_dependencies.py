"""The table of what l10n needs, and what is said of a dependency that may not be shipped with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tools.supply.dependencies import (
    ALLOWED,
    OLDEST,
    Dependency,
    find_faults,
    format_table,
    runtime_dependencies,
)
from tools.supply.releases import read_releases

TODAY = date(2026, 11, 30)
KNOWN = Dependency(name="known", version="1.0", size=1_234_567, licences=("MIT",), released=TODAY)
OLD = replace(KNOWN, name="old", released=TODAY - timedelta(days=366 * OLDEST + 1))


def faults(dependency: Dependency, **kept: str) -> list[str]:
    return [*find_faults([dependency], kept, TODAY)]


def test_what_has_a_licence_and_a_release_is_right() -> None:
    assert faults(KNOWN) == []


@pytest.mark.parametrize("licences", [(), ("GPL-3.0-or-later",), ("MIT", "CC-BY-NC-4.0"), ("Proprietary",)])
def test_a_licence_that_is_missing_or_not_allowed_is_a_fault(licences: tuple[str, ...]) -> None:
    assert not licences or not set(licences) <= ALLOWED
    (fault,) = faults(replace(KNOWN, licences=licences))
    assert fault.startswith("known: licence ")


def test_a_release_that_nobody_wrote_down_is_a_fault() -> None:
    (fault,) = faults(replace(KNOWN, released=None))
    assert "known 1.0" in fault
    assert "make lock" in fault


def test_an_old_release_needs_a_reason() -> None:
    (fault,) = faults(OLD)
    assert fault.startswith("old: last released ")
    assert faults(OLD, old="it is finished") == []
    assert len(faults(OLD, old="")) == 1


def test_a_reason_that_is_no_longer_needed_is_a_fault() -> None:
    assert len(faults(KNOWN, known="it is finished")) == 1
    assert len(faults(KNOWN, gone="it is finished")) == 1


def test_the_table_fits_a_terminal_and_has_all_of_them() -> None:
    long = replace(
        KNOWN, name="a-name-that-is-longer-than-its-column", licences=("Apache-2.0", "CNRI-Python")
    )
    unknown = replace(KNOWN, released=None)
    lines = format_table([KNOWN, long, unknown]).splitlines()
    assert len(lines) == 5
    assert max(map(len, lines)) <= 80
    assert lines[1].split() == ["known", "1.0", "1.2", "MB", "MIT", "2026-11-30"]
    assert lines[3].endswith("?")
    assert lines[4].split() == ["3", "in", "all", "3.7", "MB"]


def test_what_is_installed_here_has_a_size_a_licence_and_a_release() -> None:
    needed = runtime_dependencies(read_releases())
    assert len(needed) > 20
    for one in needed:
        assert one.size > 0
        assert one.licences
        assert one.released is not None, f"{one.name} {one.version} is not the pinned one: make lock"
    assert max(map(len, format_table(needed).splitlines())) <= 80
