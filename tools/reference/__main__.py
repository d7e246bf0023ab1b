"""Write the reference pages: `python -m tools.reference [FOLDER]`."""

import sys
from pathlib import Path

from tools.reference.pages import FOLDER, PAGES


def main() -> None:
    """Write each page whose text has changed, and say which."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for name, write in PAGES.items():
        path, text = folder / name, write()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"wrote {path}\n")


if __name__ == "__main__":
    main()
