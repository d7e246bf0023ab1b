"""The places nothing is repaired in: code, addresses, names of files.

What stands there is read by machines, or quoted because it is damaged (an article about mojibake shows it in
backticks); in both cases a repair is a fault. Deliberately not protected: text in ordinary quotation marks,
and a backtick that is never closed in its paragraph, which is a typewriter's opening quote.
"""

import re
from collections.abc import Iterable, Iterator

from l10n.remembering import remembered

Span = tuple[int, int]

_EXTENSIONS = (
    "avi|bat|bmp|cfg|conf|cpp|css|csv|docx?|exe|gif|html?|ini|jpe?g|js|json|log|md|mo|mov|mp3|mp4|odt|pdf|php|"
    "png|pot?|pptx?|py|rar|rb|rst|rtf|sh|sql|srt|svg|tar|tex|toml|ts|tsv|txt|wav|webp|xlsx?|xml|ya?ml|zip"
)
# An address ends where a blank, a delimiter or a damaged mark begins. Where it begins, only ASCII decides: a
# repair beside it must not turn an address into text.
_URL_BODY = re.compile(r"(?:(?![âв]€|вЂ|โ€)[^\s<>\"`“”«»])++")
_SCHEME = re.compile(r"(?:https?|ftp|file)\Z", re.IGNORECASE)
_LONGEST_SCHEME = 5
# Looked for by their last character: no other is as rare.
_URLS_WITHOUT_SCHEME = (
    ("www.", re.compile(r"\.(?<=[wW]{3}\.)(?<![A-Za-z0-9].{4})")),
    ("mailto:", re.compile(r":(?<=[mM][aA][iI][lL][tT][oO]:)(?<![A-Za-z0-9].{7})")),
)
_EMAIL = re.compile(r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_DELIMITERS = r"\s\"“”«»<>()\[\]`â€œ™˜โ"  # the last five are in damaged quotation marks
_DELIMITER = re.compile(f"[{_DELIMITERS}]")
_TOKEN = re.compile(f"[^{_DELIMITERS}]++")
_FILE_NAME = re.compile(rf"\.(?=\w)(?i:{_EXTENSIONS})(?![A-Za-z0-9_-])")

_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}+|~{3,}+)(?P<rest>[^\n]*)", re.MULTILINE)
_BACKTICKS = re.compile(r"``*")  # found far sooner than "`+", which begins with no plain character
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_ELEMENT = re.compile(r"<(?P<close>/?)(?P<name>code|pre|script|style|kbd|samp)\b[^<>]*>", re.IGNORECASE)


@remembered(1)  # two kinds of rules ask about the same text, one after the other
def code_spans(text: str) -> tuple[Span, ...]:
    """Return the `(start, end)` offsets of code and addresses in `text`, sorted, none touching another."""
    inline = _inline_code(text) if "`" in text else ()
    return tuple(union([*_fences(text), *inline, *_elements(text), *_addresses(text)]))


def union(spans: Iterable[Span]) -> list[Span]:
    """Return the places covered by `spans`, sorted, each as one span."""
    covered: list[Span] = []
    for start, end in sorted(spans):
        if covered and start <= covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        elif start < end:
            covered.append((start, end))
    return covered


def free_spans(length: int, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield what the sorted `spans` leave of a text of `length` code points."""
    position = 0
    for start, end in spans:
        if position < start:
            yield position, start
        position = end
    if position < length:
        yield position, length


def _fences(text: str) -> Iterator[Span]:
    """Yield fenced code blocks; one that is never closed reaches to the end, as CommonMark has it."""
    opened: re.Match[str] | None = None
    starts = {*_lines_with("```", text), *_lines_with("~~~", text)}
    for match in filter(None, (_FENCE.match(text, start) for start in sorted(starts))):
        mark = match["mark"]
        if opened is None:
            if mark[0] == "~" or "`" not in match["rest"]:
                opened = match
        elif mark.startswith(opened["mark"]) and not match["rest"].strip():
            yield opened.start(), match.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(text)


def _lines_with(mark: str, text: str) -> Iterator[int]:
    """Yield the offsets of the lines that `mark` stands in: few, and sooner found than their pattern."""
    at = text.find(mark)
    while at >= 0:
        yield text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        at = text.find(mark, end) if end >= 0 else -1


def _inline_code(text: str) -> Iterator[Span]:
    """Yield backticks up to the next run of as many backticks in the same paragraph."""
    runs: list[re.Match[str]] = []
    for match in _BACKTICKS.finditer(text):
        if runs and _EMPTY_LINE.search(text, runs[-1].end(), match.start()):
            yield from _paired(runs)
            runs = []
        runs.append(match)
    yield from _paired(runs)


def _paired(runs: list[re.Match[str]]) -> Iterator[Span]:
    """Yield code spans among the backtick runs of one paragraph, in linear time."""
    closing: list[int | None] = []
    following: dict[int, int] = {}  # length of a run -> its next index, seen from the right
    for index in range(len(runs) - 1, -1, -1):
        length = len(runs[index][0])
        closing.append(following.get(length))
        following[length] = index
    closing.reverse()
    index = 0
    while index < len(runs):
        end = closing[index]
        if end is not None:
            yield runs[index].start(), runs[end].end()
            index = end
        index += 1


def _elements(text: str) -> Iterator[Span]:
    """Yield HTML elements that hold code, from their start tag to the first end tag of the same name."""
    opened: dict[str, int] = {}
    for match in _ELEMENT.finditer(text):
        name = match["name"].lower()
        if not match["close"]:
            opened.setdefault(name, match.start())
        elif name in opened:
            yield opened.pop(name), match.end()


def _addresses(text: str) -> Iterator[Span]:
    """Yield URLs, e-mail addresses and names of files with a well-known extension."""
    yield from _urls(text)
    if "@" in text:
        yield from (match.span() for match in _EMAIL.finditer(text))
    position = 0
    for match in _FILE_NAME.finditer(text):
        if match.start() >= position:
            start = match.start()
            while start > position and not _DELIMITER.match(text, start - 1):
                start -= 1
            token = _TOKEN.match(text, match.start())
            position = token.end() if token else match.end()
            yield start, position


def _urls(text: str) -> Iterator[Span]:
    """Yield the URLs: what looks like one from its scheme on, and what begins with `www.` or `mailto:`."""
    at = text.find("://")
    while at >= 0:
        scheme = _SCHEME.search(text, max(0, at - _LONGEST_SCHEME), at)
        body = _URL_BODY.match(text, at + 3)
        if scheme and body:
            yield scheme.start(), body.end()
        at = text.find("://", body.end() if scheme and body else at + 3)
    for beginning, pattern in _URLS_WITHOUT_SCHEME:
        end = 0
        for match in pattern.finditer(text):  # www.www.: one inside another ends where that ends
            if match.start() >= end and (body := _URL_BODY.match(text, match.end())):
                end = body.end()
                yield match.end() - len(beginning), end


_INDENTED = re.compile(r"\n(?: {4}|\t)[^\n]*")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")


def code_lines_and_tags(text: str) -> list[Span]:
    """Return the offsets of indented code (four blanks or a tab) and of HTML tags, sorted.

    A word there may be an identifier; damaged characters, in contrast, are damaged there as well.
    """
    # With a line end before it, the first line is no exception; each line is then found by its line end.
    indented = ((match.start(), match.end() - 1) for match in _INDENTED.finditer(f"\n{text}"))
    return union([*indented, *(match.span() for match in _TAG.finditer(text))])
