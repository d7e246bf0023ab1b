"""`python -m tools.compile_numbers [TAG …]`: write languages/<tag>/numbers.toml from CLDR's rules."""

import sys

from tools.compile_numbers.compiling import LANGUAGES, compiled, file_of

if __name__ == "__main__":
    for tag in sys.argv[1:] or LANGUAGES:
        file_of(tag).write_text(compiled(tag), encoding="utf-8")
