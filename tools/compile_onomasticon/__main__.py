"""`python -m tools.compile_onomasticon TABLE`: build the onomasticon from its sources (minutes).

TABLE is the table of Merhav and Ash (columns en, ru, count, separated by tabs). Needs natasha and pymorphy3 with
pymorphy3-dicts-ru. The same sources give the same bytes.
"""

import sys
from pathlib import Path

from l10n.languages.packs import PACKAGE
from tools.compile_onomasticon.sources import Sources, read_dictionaries, read_rules, read_table
from tools.compile_onomasticon.writing import write_onomasticon


def main() -> None:
    """Build from the table named on the command line into the package."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m tools.compile_onomasticon TABLE")
    table = read_table(Path(sys.argv[1]))
    names = read_dictionaries(read_rules()["feminine"])
    write_onomasticon(Sources(table=table, names=names), PACKAGE / "ru" / "onomasticon")


if __name__ == "__main__":
    main()
