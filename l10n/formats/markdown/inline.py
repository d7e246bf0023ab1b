"""The places of inline constructs in a Markdown text: code, tags, autolinks, link targets, bracketed labels.

Not a renderer: where the meaning depends on the rest of the document (is there a definition for this label?) a
construct is reported, so that who asks "what might this text link to?" hears of everything. One pass, and no
construct is looked at twice: 100,000 open brackets cost what 100,000 letters cost.
"""

import bisect
import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from markdown_it.common.html_re import HTML_TAG_RE


class ConstructKind(Enum):
    """What stands there. LINK is the `](target` of a link or an image, LABEL the end of `[label]`."""

    CODE = auto()
    TAG = auto()
    AUTOLINK = auto()
    LINK = auto()
    LABEL = auto()
    ADDRESS = auto()  # a bare address, a link for GFM


class Construct(NamedTuple):
    """A construct and its place; `target` is what it points to, as written (of a tag: the whole tag).

    A backslash before the character at `sign` makes text of it. `opened` is the place of the `[` of a link or a label,
    -1 where there is none: then it is none for readers.
    """

    kind: ConstructKind
    start: int
    end: int
    target: str
    sign: int
    is_image: bool = False
    opened: int = -1


_SPECIAL = re.compile(
    r"\\|`+|<|\[|\]"
    r"|(?<![a-zA-Z])(?:https?|ftps?)://(?=\S)|(?<![a-zA-Z])(?:mailto|xmpp):(?=\S)|(?<![\w.])www\.(?=\S)"
    r"|@(?=[a-zA-Z0-9])",
    re.IGNORECASE,
)
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>")
_TARGET_BEGIN = re.compile(r"\(\s*(?P<angled><[^<>\n]*>(?=[\s)]|\Z))?")
_TARGET_STEP = re.compile(r"(?:[^\s()\\]|\\[^\s]|\\)+|[()]")
_DEEPEST = 32  # brackets in a target that markdown-it counts, too
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\]", re.DOTALL)
# Brackets around an address are none of it: `[http://a](http://b)`.
_ADDRESS = re.compile(r"[^\s<>`\[\]]{1,2000}")
_MAIL_NAME = re.compile(r"[\w.+-]+\Z", re.ASCII)
_LONGEST_NAME = 64
_LONGEST_LABEL = 1000
# What the opening of a tag needs further on; without it every such opening would search to the end of the text.
_CLOSERS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))


def constructs(text: str, refuses: Callable[[Construct], bool] = lambda _: False) -> Iterator[Construct]:
    """Yield the constructs of `text`: none inside code, a tag or a target, unless `refuses` takes that for text."""
    code_ends = _CodeEnds(text)
    last_closers = {opener: text.rfind(closer) for opener, closer in _CLOSERS} if "<" in text else {}
    last_parenthesis = text.rfind(")")
    opened: list[tuple[int, bool]] = []
    escaped = -1
    position = 0
    while match := _SPECIAL.search(text, position):
        start, position, sign = match.start(), match.end(), match.group()
        construct: Construct | None = None
        if sign == "\\":
            position = escaped = position + 1
        elif sign[0] == "`":
            end = code_ends.after(position, len(sign))
            construct = Construct(ConstructKind.CODE, start, end, "", start) if end >= 0 else None
        elif sign == "<":
            construct = _angled(text, start, last_closers)
        elif sign == "[":
            opened.append((start, start != escaped and text[start - 1 : start] == "!"))
        elif sign == "]":
            construct = _bracketed(text, opened[-1] if opened else (-1, False), start, last_parenthesis)
            # Where this `]` becomes text, the label goes on to the next one.
            if opened and not (construct and refuses(construct)):
                opened.pop()
        else:
            construct = _address(text, start, position)
        if construct:
            yield construct
            position = position if refuses(construct) else construct.end


def fold_label(label: str) -> str:
    """Return a label in the form in which labels are compared: blanks folded, in any case."""
    return " ".join(label.split()).casefold()


class _CodeEnds:
    """Finds the run of backticks that closes a code span: the next one of the same length."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends: dict[int, list[int]] | None = None

    def after(self, position: int, length: int) -> int:
        """Return the end of the code span that a run of `length` ending at `position` opens, or -1."""
        if self._ends is None:
            self._ends = {}
            for run in re.finditer(r"`+", self._text):
                self._ends.setdefault(len(run.group()), []).append(run.end())
        ends = self._ends.get(length, [])
        index = bisect.bisect_left(ends, position + length)
        return ends[index] if index < len(ends) else -1


def _angled(text: str, start: int, last_closers: dict[str, int]) -> Construct | None:
    """Return the autolink or the tag at `start`."""
    match = _AUTOLINK.match(text, start)
    if match:
        return Construct(ConstructKind.AUTOLINK, start, match.end(), match.group()[1:-1], start)
    if any(text.startswith(opener, start) and last < start for opener, last in last_closers.items()):
        return None
    match = HTML_TAG_RE.match(text, start)
    return Construct(ConstructKind.TAG, start, match.end(), match.group(), start) if match else None


def _bracketed(text: str, opening: tuple[int, bool], closed: int, last_parenthesis: int) -> Construct | None:
    """Return what the `]` at `closed` ends: a link with its target, a reference with its label, or a label."""
    opened, is_image = opening
    after = text[closed + 1 : closed + 2]
    if after == "(" and closed < last_parenthesis:
        target, end = _target(text, closed + 1)
        return Construct(ConstructKind.LINK, closed, end, target, closed, is_image, opened)
    if after == "[" and (match := _LABEL.match(text, closed + 1)):
        return Construct(ConstructKind.LABEL, closed, match.end(), match[1], closed, is_image, opened)
    if opened < 0 or closed - opened > _LONGEST_LABEL:
        return None
    label = text[opened + 1 : closed]
    return Construct(ConstructKind.LABEL, closed, closed + 1, label, closed, is_image, opened)


def _target(text: str, opened: int) -> tuple[str, int]:
    """Return the target behind the bracket at `opened`, and its end; its own brackets are balanced or escaped.

    Where they are not, no parser we know sees a link: what stands there as far as its last bracket is reported,
    and nothing is passed over.
    """
    begin = _TARGET_BEGIN.match(text, opened)
    assert begin is not None  # noqa: S101  # the caller saw the bracket
    if begin["angled"]:
        return begin["angled"], begin.end()
    start = position = begin.end()
    depth = 0
    while (step := _TARGET_STEP.match(text, position)) and depth <= _DEEPEST:
        depth += {"(": 1, ")": -1}.get(step[0], 0)
        if depth < 0:
            return text[start:position], position
        position = step.end()
    if not depth and position < len(text):  # a title may follow
        return text[start:position], position
    before, bracket, after = text[start:position].rpartition(")")
    return before if bracket else after, opened + 1


def _address(text: str, start: int, end: int) -> Construct | None:
    """Return the bare address whose scheme (or `www.`, or `@`) stands at `start`; it ends at a blank or a tag."""
    sign = start
    if text[start] == "@":
        name = _MAIL_NAME.search(text[max(0, start - _LONGEST_NAME) : start])
        if name is None:
            return None
        start -= len(name.group())
    else:
        sign = text.find(":", start, end)
        sign = end - 1 if sign < 0 else sign
    match = _ADDRESS.match(text, end)
    stop = match.end() if match else end
    return Construct(ConstructKind.ADDRESS, start, stop, text[start:stop], sign)
