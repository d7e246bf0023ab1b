"""When what we pin was released, from a lock file to the file in the repository and back."""

import tomllib
from datetime import date
from pathlib import Path

from tools.supply.releases import FILE, format_releases, read_releases, releases_of

PYLOCK = """\
lock-version = "1.0"

[[packages]]
name = "one"
version = "1.0"
sdist = { name = "one.tar.gz", upload-time = 2024-05-02T10:00:00Z }
wheels = [
    { name = "one-a.whl", upload-time = 2024-05-01T23:00:00Z },
    { name = "one-b.whl", upload-time = 2026-05-01T23:00:00Z },
    { name = "one-c.whl" },
]

[[packages]]
name = "two"
version = "2.0"
wheels = [{ name = "two.whl", upload-time = "2025-01-01T00:00:00+00:00" }]

[[packages]]
name = "without"
version = "3.0"
"""


def test_the_first_upload_of_a_version_is_its_release() -> None:
    found = releases_of(tomllib.loads(PYLOCK))
    assert found == {"one": ("1.0", date(2024, 5, 1)), "two": ("2.0", date(2025, 1, 1))}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    releases = {"b": ("1.0.post1", date(2024, 5, 1)), "a-b": ("2", date(2020, 1, 31))}
    file = tmp_path / "releases.toml"
    file.write_text(format_releases(releases), encoding="utf-8")
    assert read_releases(file) == releases


def test_the_file_in_the_repository_is_what_would_be_written() -> None:
    assert format_releases(read_releases()) == FILE.read_text(encoding="utf-8")
