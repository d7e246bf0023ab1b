"""`python -m tools.supply.releases PYLOCK`: write `.ci/releases.toml`, when what we pin was released.

PYLOCK is the lock file (PEP 751) that `make lock` has uv write of the same pins: it has the time of each upload. So
the dates are asked for once, with the versions, and `make supply` needs no network.
"""

import sys
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent.parent / ".ci" / "releases.toml"
_HEAD = (
    "# When the pinned versions were released (their first upload to the index). Written by `make lock`.\n"
)


def releases_of(pylock: Mapping[str, Any]) -> dict[str, tuple[str, date]]:
    """Return name → (version, day of its first upload) of the packages in a lock file; without uploads, none."""
    found: dict[str, tuple[str, date]] = {}
    for package in pylock.get("packages", []):
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        uploads = [_moment(file["upload-time"]).date() for file in files if "upload-time" in file]
        if uploads:
            found[package["name"]] = (package["version"], min(uploads))
    return found


def _moment(value: object) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value))


def format_releases(releases: Mapping[str, tuple[str, date]]) -> str:
    """Return the content of the file."""
    lines = (
        f'{name} = {{ version = "{version}", released = {released.isoformat()} }}\n'
        for name, (version, released) in sorted(releases.items())
    )
    return _HEAD + "\n" + "".join(lines)


def read_releases(path: Path = FILE) -> dict[str, tuple[str, date]]:
    """Return name → (version, day of release), as the file has them."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: (row["version"], row["released"]) for name, row in content.items()}


def main() -> None:
    """Write the file from the lock file named on the command line."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tools.supply.releases PYLOCK")
    pylock = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    FILE.write_text(format_releases(releases_of(pylock)), encoding="utf-8")


if __name__ == "__main__":
    main()
