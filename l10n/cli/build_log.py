"""A build log: what a runner of builds would obey in it is printed as its code point, visible and without effect.

Runners read what a command prints and obey some lines: GitHub, Gitea and Forgejo `::command::` at the beginning of a
line and `##[command]` anywhere (actions/runner, ActionCommand.cs), Azure Pipelines `##vso[` and `##[`, TeamCity
`##teamcity[`; GitLab's sections are control characters. GitHub compares as a language does, so what has no width may
stand inside a mark. A name of a file, a text or a translation can hold any of them.

A log is the standard output or error of a command that runs in a build, unless it is an ordinary file: what goes into
one is data, and stays as it is.
"""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TextIO

from l10n.cli.terminal_escaping import escape_controls, escape_controls_in_json, escape_controls_in_markup

# Set by the services themselves; `CI` by most of them, and by whoever runs a build by hand.
VARIABLES = (
    "CI", "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "TEAMCITY_VERSION", "JENKINS_URL", "BUILDKITE",
)  # fmt: skip
_NO = ("", "0", "false", "no")

# What a comparison in the order of a language does not see (Unicode, Default_Ignorable_Code_Point; controls).
_IGNORED = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
_NOTHING = rf"(?:[^\S\n]|[{_IGNORED}])*+"  # what a runner leaves out at the beginning of a line
_MARK = re.compile(
    rf"(?P<start>(?:^|(?<=\r)){_NOTHING}:[{_IGNORED}]*+):|(?P<hashes>#[{_IGNORED}]*+#[\w{_IGNORED}]*+)\[",
    re.MULTILINE,
)
_BEGUN = re.compile(rf"{_NOTHING}(:[{_IGNORED}]*+)?")
_HASHED = re.compile(rf"#[{_IGNORED}]*+\Z")
_WORD = re.compile(rf"[\w{_IGNORED}]*+")


class Notation(StrEnum):
    """What a printed text is written in, and so how a character of it is written otherwise.

    `COMMANDS` are ours, for the runner, with nothing of others in them that it would obey.
    """

    TEXT = "text"
    JSON = "json"
    MARKUP = "markup"
    COMMANDS = "commands"


_WRITTEN: Mapping[Notation, Mapping[str, str]] = {
    Notation.TEXT: {":": "<U+003A>", "[": "<U+005B>"},
    Notation.JSON: {":": "\\u003a", "[": "\\u005b"},
    Notation.MARKUP: {":": "&#58;", "[": "&#91;"},
}


def is_build(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether this is a build of a service: what is printed is read by its runner."""
    return any(environment.get(name, "").strip().lower() not in _NO for name in VARIABLES)


def neutral(text: str, notation: Notation = Notation.TEXT) -> str:
    """Return `text` without a line that a runner obeys.

    Laws: doing it again changes nothing; JSON and markup say the same; a text without such a line stays as it is.
    """
    if notation is Notation.COMMANDS or ("#" not in text and ":" not in text):
        return text
    written = _WRITTEN[notation]

    def replaced(found: re.Match[str]) -> str:
        begun = found["start"] or found["hashes"]
        return begun + written[":" if found["start"] else "["]

    return _MARK.sub(replaced, text)


def logged(text: str, notation: Notation = Notation.TEXT) -> str:
    """Return `text` as a log gets it: neutral, and what nobody sees in it shown; CRLF ends a line as LF does.

    Law: JSON and markup say the same.
    """
    if notation is Notation.TEXT:
        text = "\r\n".join(map(escape_controls, text.split("\r\n")))
    elif notation is Notation.JSON:
        text = escape_controls_in_json(text)
    elif notation is Notation.MARKUP:
        text = escape_controls_in_markup(text)
    return neutral(text, notation)


class BuildLog:
    """A stream into a log, in place of `sys.stdout` or `sys.stderr`: whatever is written to it is neutral.

    The stream below is in `buffer` of nobody: so libraries that look for it write here too.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_terminal = stream.isatty()
        self._before = ""  # what the line so far is to a runner: nothing, a colon, hashes, or anything else

    def write(self, text: str) -> int:
        """Write a text, of which a line may come in several pieces. Return its length."""
        return self.write_in(text, Notation.TEXT)

    def write_in(self, text: str, notation: Notation) -> int:
        """Write a text in the notation that it is written in. Return its length."""
        # On a terminal colours are ours, and the texts of others are escaped already.
        shown = text if self._is_terminal and notation is Notation.TEXT else logged(text, notation)
        line = self._before + shown
        self._stream.write(neutral(line, notation)[len(self._before) :])
        self._before = _standing(line)
        return len(text)

    def writelines(self, lines: "Iterable[str]") -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        if name in ("buffer", "detach"):
            raise AttributeError(name)
        return getattr(self._stream, name)


def is_log(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether what is written to a stream is read by a runner."""
    if not is_build(environment):
        return False
    try:
        return not stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # no file at all
        return True


def _standing(text: str) -> str:
    """Return a short text that is to a runner what the last line of `text` is, as far as it has been written."""
    line = text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
    if begun := _BEGUN.fullmatch(line):
        return ":" if begun[1] else ""
    before, hash_sign, word = line.rpartition("#")
    if not hash_sign or not _WORD.fullmatch(word):
        return "x"
    return "x##" if _HASHED.search(before) else "x" if re.search(r"\w", word) else "x#"
