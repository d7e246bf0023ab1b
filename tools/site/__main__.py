"""Build the site: `python -m tools.site [FOLDER]`; by default into build/docs."""

import sys
from pathlib import Path

from tools.site.building import ROOT, build


def main() -> None:
    """Build all languages. Exits with 1 where a link, an anchor or a page of the navigation is broken."""
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "docs"
    build(into.resolve())
    sys.stdout.write(f"wrote {into}/index.html\n")


if __name__ == "__main__":
    main()
