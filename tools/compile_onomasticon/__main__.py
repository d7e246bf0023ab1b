"""`python -m tools.compile_onomasticon TABLE`: build the onomasticon from its sources (minutes).

TABLE is the table of Merhav and Ash (columns en, ru, count, separated by tabs). Needs the packages of `dictionaries`,
which no run of l10n needs. The same sources give the same bytes.
"""

import sys
from pathlib import Path

from l10n.languages.packs import PACKAGE
from tools.compile_onomasticon.sources import read_sources
from tools.compile_onomasticon.writing import write_onomasticon


def main() -> None:
    """Build from the table named on the command line into the package."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tools.compile_onomasticon TABLE")
    write_onomasticon(read_sources(Path(sys.argv[1])), PACKAGE / "ru" / "onomasticon")


if __name__ == "__main__":
    main()
