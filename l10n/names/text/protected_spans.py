"""Places in a text where a word is an identifier and no name: addresses, paths, code, tags, placeholders."""

import bisect
import re

# Code and tags may hold blanks. Each starts with something rare and ends at a fixed letter: linear.
_LONG = re.compile(
    r"""
      (?<!`) (?P<ticks>`+) (?!`) [^`]+ (?P=ticks)   # code in backticks, fenced code
    | < [A-Za-z/!?] [^<>]* >                        # a tag with its attributes, a comment
    """,
    re.VERBOSE,
)
# These hold no blanks, so they are looked for only in the run of letters around a name.
_SHORT = re.compile(
    r"""
      \b (?:https?|ftps?|file|mailto|tel) : (?:[^\s<>"«»“”()\[\]] | \([^\s<>()]*\))+
    | \b www\. (?:[^\s<>"«»“”()\[\]] | \([^\s<>()]*\))+
    | (?<![\w.+-]) [\w.+-]+ @ \w[\w-]* (?:\.\w[\w-]*)+                       # an e-mail address
    | (?<![\w/\\.~:-]) (?:~|\.{1,2}|[A-Za-z]:)? [/\\] [\w.@~/\\-]+           # a path from the root, from here
    | (?<![\w/\\.-]) [\w.-]+ / [\w.-]+ / [\w./-]+                            # a path of three names and more
    | (?<![\w.-]) \w[\w-]* (?:\.[\w-]+)* \. [a-z][a-z0-9]{1,5} (?![\w'’])    # a file or a host: name.ext
    | (?<![\w@\#&]) [@\#] \w+                                                # a handle, a hashtag
    | [%$]? \{ [^{}\s]* \}                                                   # a placeholder
    | % \( \w+ \) [a-z]
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(r"[:./\\@#{%]")
_BLANK = re.compile(r"\s")


class Protection:
    """The protected spans of one text, looked for only where a question is asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        # nearly no text has any, and looking for two signs is cheap
        self._long: _Spans | None = None if "`" in text or "<" in text else _NO_SPANS
        self._run: tuple[int, int] = (0, 0)
        self._short: _Spans | None = None

    def covers(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` touches a protected span."""
        if self._long is None:
            self._long = _Spans(_LONG, self._text, 0, len(self._text))
        if self._long.touch(start, end):
            return True
        if not self._run[0] <= start < end <= self._run[1]:
            # the same run is never looked through twice: a text without blanks stays linear
            self._run = (self._run_start(start), self._run_end(end))
            has_sign = _SIGNS.search(self._text, *self._run)
            self._short = _Spans(_SHORT, self._text, *self._run) if has_sign else None
        return self._short is not None and self._short.touch(start, end)

    def _run_start(self, position: int) -> int:
        while position > self._run[1] and not self._text[position - 1].isspace():
            position -= 1
        return position

    def _run_end(self, position: int) -> int:
        blank = _BLANK.search(self._text, position)
        return blank.start() if blank else len(self._text)


def protected_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the protected spans of a text, in order; of two that overlap the long kind (code, tags) alone."""
    long = [found.span() for found in _LONG.finditer(text)]
    spans = _Spans(_LONG, text, 0, len(text))
    short = [found.span() for found in _SHORT.finditer(text) if not spans.touch(*found.span())]
    return tuple(sorted([*long, *short]))


class _Spans:
    """Where a pattern matches between two offsets of a text."""

    def __init__(self, pattern: re.Pattern[str], text: str, start: int, end: int) -> None:
        spans = [found.span() for found in pattern.finditer(text, start, end)]
        self._starts = [span[0] for span in spans]
        self._ends = [span[1] for span in spans]

    def touch(self, start: int, end: int) -> bool:
        place = bisect.bisect_left(self._starts, end) - 1
        return place >= 0 and self._ends[place] > start


_NO_SPANS = _Spans(_LONG, "", 0, 0)
