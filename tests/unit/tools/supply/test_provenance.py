"""A file of data has a source and a licence we may pass on, or the build of it stops."""

from pathlib import Path

import pytest

from tools.supply.provenance import ALLOWED, data_files, find_faults, licences_of

SOURCE = """\
[[source]]
name = "A list of towns"
url = "https://example.org/towns"
licence = "MIT"
copyright = "Copyright (c) 2026 Example"
used = "all of it"
files = ["towns.toml"]
"""

REFUSED = (
    *(
        "CC-BY-SA-3.0",
        "CC-BY-SA-4.0",
        "ODbL-1.0",
        "GPL-3.0-or-later",
        "LGPL-2.1-only",
        "MPL-2.0",
        "CC-BY-NC-4.0",
    ),
    *("CC-BY-4.0", "unknown", "MIT, says the package", "MIT OR GPL-2.0-only"),
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with one file of data, and a record that says where it is from."""
    folder = tmp_path / "package"
    (folder / "tables").mkdir(parents=True)
    (folder / "code.py").write_text("", encoding="utf-8")
    (folder / "py.typed").write_text("", encoding="utf-8")
    (folder / "tables" / "towns.toml").write_text("a = 1\n", encoding="utf-8")
    (folder / "tables" / "PROVENANCE.toml").write_text(SOURCE, encoding="utf-8")
    return folder


def said(package: Path, before: str = "", after: str = "") -> list[str]:
    record = package / "tables" / "PROVENANCE.toml"
    record.write_text(SOURCE.replace(before, after) if before else SOURCE, encoding="utf-8")
    return find_faults(package)


def test_a_file_with_a_source_is_right(package: Path) -> None:
    assert said(package) == []
    assert [path.name for path in data_files(package)] == ["towns.toml"]
    assert licences_of(package) == {"MIT"}


def test_a_file_without_a_source_is_a_fault(package: Path) -> None:
    (package / "tables" / "new.bin").write_bytes(b"\1")
    (package / "other.txt").write_bytes(b"text")
    assert find_faults(package) == [
        "package/other.txt: no PROVENANCE.toml says where it is from",
        "package/tables/new.bin: no PROVENANCE.toml says where it is from",
    ]


@pytest.mark.parametrize("licence", REFUSED)
def test_a_licence_that_asks_for_more_than_a_name_is_a_fault(package: Path, licence: str) -> None:
    assert licence not in ALLOWED
    (fault,) = said(package, '"MIT"', f'"{licence}"')
    assert f"licence {licence} is not one we pass on" in fault


@pytest.mark.parametrize("key", ["name", "url", "licence", "copyright", "used", "files"])
def test_a_key_that_is_missing_is_a_fault(package: Path, key: str) -> None:
    line = next(line for line in SOURCE.splitlines(keepends=True) if line.startswith(f"{key} ="))
    assert any(f"{key} is missing" in fault for fault in said(package, line, ""))


def test_a_key_nobody_knows_is_a_fault(package: Path) -> None:
    assert any("unknown key license" in fault for fault in said(package, "licence", "license"))


def test_a_file_that_is_gone_is_a_fault(package: Path) -> None:
    (package / "tables" / "towns.toml").unlink()
    (fault,) = find_faults(package)
    assert fault.endswith("towns.toml is gone")


def test_a_record_that_cannot_be_read_is_a_fault(package: Path) -> None:
    assert len(said(package, "[[source]]", "[[source")) == 2


def test_a_pattern_stays_in_its_folder(package: Path) -> None:
    (package / "tables" / "below").mkdir()
    (package / "tables" / "below" / "deep.toml").write_text("a = 1\n", encoding="utf-8")
    for pattern in ("*", "*.toml", "**", "../tables/below/*"):
        assert any("deep.toml: no" in fault for fault in said(package, "towns.toml", pattern))
    assert not any(
        "deep.toml" in fault for fault in said(package, '["towns.toml"]', '["towns.toml", "below/*"]')
    )


def test_our_own_needs_no_address_and_what_nobody_owns_no_name(package: Path) -> None:
    own = SOURCE.replace("A list of towns", "this project")
    record = package / "tables" / "PROVENANCE.toml"
    for gone in ("url", "copyright"):
        own = "".join(line for line in own.splitlines(keepends=True) if not line.startswith(f"{gone} ="))
    record.write_text(own, encoding="utf-8")
    assert find_faults(package) == []
    free = "".join(line for line in SOURCE.splitlines(keepends=True) if not line.startswith("copyright"))
    record.write_text(free.replace('"MIT"', '"CC0-1.0"'), encoding="utf-8")
    assert find_faults(package) == []
