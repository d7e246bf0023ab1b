"""`python -m tools.supply`: list what is needed and where the data is from; exit 1 where either may not be shipped."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from tools.supply import dependencies, provenance
from tools.supply.releases import read_releases

PACKAGE = Path(__file__).parent.parent.parent / "l10n"


def main() -> int:
    """Print the table and the faults; return 1 if there are any."""
    needed = dependencies.runtime_dependencies(read_releases())
    print(dependencies.format_table(needed))
    licences = ", ".join(sorted(provenance.licences_of(PACKAGE)))
    print(f"\n{len([*provenance.data_files(PACKAGE)])} data files: {licences}")
    today = datetime.now(tz=UTC).date()
    faults = [
        *dependencies.find_faults(needed, dependencies.read_kept(), today),
        *provenance.find_faults(PACKAGE),
    ]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
