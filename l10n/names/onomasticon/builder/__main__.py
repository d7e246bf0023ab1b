"""`python -m l10n.names.onomasticon.builder TABLE`: build the onomasticon from its sources (minutes).

TABLE is the table of Merhav and Ash (columns en, ru, count, separated by tabs). Needs natasha and pymorphy3 with
pymorphy3-dicts-ru. The same sources give the same bytes.
"""

import sys
from pathlib import Path

from l10n.names.onomasticon.builder.sources import Sources, read_dictionaries, read_rules, read_table
from l10n.names.onomasticon.builder.writing import write_onomasticon


def main() -> None:
    """Build from the table named on the command line into the package."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m l10n.names.onomasticon.builder TABLE")
    table = read_table(Path(sys.argv[1]))
    names = read_dictionaries(read_rules()["feminine"])
    write_onomasticon(Sources(table=table, names=names), Path(__file__).parents[1])


if __name__ == "__main__":
    main()
