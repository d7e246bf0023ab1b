"""Which lines of a log a runner obeys, told in another way than the program does."""

import re
import unicodedata

# GitHub: `##[command]` anywhere; Azure: `##vso[`, and `##[` as a format; TeamCity: `##teamcity[`.
_ANYWHERE = ("##[", "##vso[", "##teamcity[")
_OWN = re.compile(
    r"::(error|warning|notice)( [a-zA-Z]+=[^:,]*(,[a-zA-Z]+=[^:,]*)*)?::.*|::group::[0-9]+ more|::endgroup::"
)


def lines_of(text: str) -> list[str]:
    """Return the lines as .NET reads them: after LF, CR, or both."""
    return re.split(r"\r\n|\r|\n", text)


def _is_seen(character: str) -> bool:
    # What a comparison in the order of a language leaves out
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs") and not (
        0xFE00 <= ord(character) <= 0xFE0F or ord(character) >= 0xE0000
    )


def obeyed_lines(text: str, *, own: bool = False) -> list[str]:
    """Return the lines of a log that some runner obeys; with `own` not those that we write for it."""
    found = []
    for line in lines_of(text):
        seen = "".join(one for one in line if _is_seen(one) or one.isspace()).lstrip()
        seen = "".join(filter(_is_seen, seen))
        is_command = seen.startswith("::") and not (own and _OWN.fullmatch(line))
        if is_command or any(mark in seen for mark in _ANYWHERE) or "\x1b" in line:
            found.append(line)
    return found
