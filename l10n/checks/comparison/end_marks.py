"""Which mark a text and its translation end with, and what is said where they differ.

Marks are compared by what they do in their language (`root/prose.toml`). Sure is only what is lost: a mark that the
translation has instead, or of its own, is a writer's choice, and so is what a whole document does.
"""

import re
from functools import lru_cache
from itertools import chain

from l10n.checks.base import Subject
from l10n.checks.comparison.masking import MASK
from l10n.checks.comparison.pairs import Pair, SubjectKey, pairs
from l10n.checks.comparison.slips import Slip
from l10n.languages.prose_tables import (
    closers_without_stop,
    closing_marks,
    ends_as_in_english,
    has_full_stops,
    leaves_out_stops,
    marks_inside,
    prose_table,
)
from l10n.model import Segment, SegmentKind, Severity

_MARKUP, _BRACKETS = "*_`~" + MASK, ")]}）］｝"
_QUOTES, _BLANK = "«»„“”\"'‘’", " \u00a0\u202f"
_LONGEST_END = 200  # code points: nobody closes more behind the last sign
_END_SIGNS = "?!…:;.,"
_DASH = re.compile(r"\s[—–―]\Z")  # of the next sentence: — He said. —
_LAST_WORD = re.compile(r"([\w.]+)\.\Z")
_TITLES = frozenset({SegmentKind.HEADING, SegmentKind.TITLE, SegmentKind.PAGE_TITLE})
_OF_TITLES = frozenset(("", ".", ":"))
_LISTED = frozenset({SegmentKind.LIST_ITEM, SegmentKind.CODE_BLOCK, SegmentKind.TABLE_CELL})
# code or a list that stands in the skeleton: of Markdown, of HTML
_LIST_BEGINS = re.compile(
    r"(?:\s|</\w{1,20}>)*+(?:```|~~~|<(?:ul|ol|dl|pre|table)\b)|\s*\n(?: {4}|\t)", re.IGNORECASE
)
# Of the texts of a document, for a writer who leaves out the last stop.
_FEWEST_WITHOUT, _LEAST_SHARE = 3, 0.2


def end_slip(pair: Pair, subject: Subject) -> Slip | None:
    """Return what is to be said of the ends of a text and its translation, None when they are as good as the same."""
    if not pair.source_prose.strip() or not pair.target_prose.strip():
        return None
    ours, theirs = (
        end_mark(pair.source_prose, subject.source_locale),
        end_mark(pair.target_prose, subject.locale),
    )
    if ours == theirs or _is_same_inside(pair, subject):
        return None
    if {ours, theirs} == {".", ""} and _may_lack_stop(pair, subject, in_source=bool(ours)):
        return None
    if pair.segment and {ours, theirs} <= _OF_TITLES:
        if pair.segment.kind in _TITLES:
            return None
        if theirs == ":" and id(pair.segment) in _introductions(SubjectKey(subject)):
            return None
    return Slip(
        code="end-punctuation",
        message=f"the source ends with {_quoted(ours)}, the translation with {_quoted(theirs)}",
        start=max(len(pair.target.rstrip()) - 1, 0),
        severity=_severity(ours, theirs, subject),
    )


def end_mark(text: str, locale: str, closers: str = "") -> str:
    """Return the mark a text ends with as English writes it, whatever closes behind it; "" for none.

    `closers` are more signs that may stand behind it than quotation marks and markup.
    """
    closers += closing_marks() + _MARKUP
    stripped = _DASH.sub("", text[-_LONGEST_END:].rstrip()).rstrip().translate(ends_as_in_english(locale))
    tail: list[str] = []
    # what is masked behind a blank is a value
    while stripped and (stripped[-1] in closers or stripped[-1] in _END_SIGNS):
        tail.append(stripped[-1])
        stripped = stripped[:-1]
        if tail[-1] in _QUOTES:  # « French. »
            stripped = stripped.rstrip(_BLANK)
    signs = [sign for sign in tail if sign in _END_SIGNS]
    found = next((sign for sign in _END_SIGNS if sign in signs), "")
    inside = marks_inside(locale) if found in ("", ".", ":") else {}
    if inside:
        return next((inside[sign] for sign in text[-_LONGEST_END:] if sign in inside), found)
    return "…" if len(signs) > 1 and set(signs) == {"."} else found


def _is_same_inside(pair: Pair, subject: Subject) -> bool:
    """Tell whether the ends are the same when a mark before a bracket counts: (They fly.) is (They fly)."""
    ours = end_mark(pair.source_prose, subject.source_locale, _BRACKETS)
    return ours == end_mark(pair.target_prose, subject.locale, _BRACKETS)


def _severity(ours: str, theirs: str, subject: Subject) -> Severity:
    """Return how sure it is that a mark is wrong: one that is lost is, but where a whole document has no stops."""
    if (ours, theirs) == ("?", "."):
        return Severity.WARNING  # a question that is none any more
    is_stop = ours == "."
    if theirs or (is_stop and (leaves_out_stops(subject.locale) or _leaves_out_stops(SubjectKey(subject)))):
        return Severity.INFO
    return Severity.WARNING


@lru_cache(maxsize=2)
def _leaves_out_stops(key: SubjectKey) -> bool:
    """Tell whether the translations of a document often end without the full stop of their source."""
    subject = key.subject
    theirs = [
        end_mark(pair.target_prose, subject.locale)
        for pair in pairs(subject)
        if end_mark(pair.source_prose, subject.source_locale) == "."
    ]
    without = theirs.count("")
    return without >= _FEWEST_WITHOUT and without >= _LEAST_SHARE * len(theirs)


@lru_cache(maxsize=2)
def _introductions(key: SubjectKey) -> frozenset[int]:
    """Return the identities of the segments that code, a list or a table follows, which a colon may announce."""
    parts = key.subject.document.parts
    found = set()
    for part, *behind in zip(parts, chain(parts[1:], [""]), chain(parts[2:], ["", ""]), strict=False):
        if not isinstance(part, Segment) or part.kind in _LISTED:
            continue
        following = behind[isinstance(behind[0], str)]
        is_listed = isinstance(following, Segment) and following.kind in _LISTED
        if is_listed or (isinstance(behind[0], str) and _LIST_BEGINS.match(behind[0])):
            found.add(id(part))
    return frozenset(found)


def _may_lack_stop(pair: Pair, subject: Subject, *, in_source: bool) -> bool:
    """Tell whether a text rightly lacks a full stop: none is due there, or the other one ends an abbreviation."""
    text, locale = (pair.target, subject.locale) if in_source else (pair.source, subject.source_locale)
    if not has_full_stops(locale) or text.rstrip().endswith(closers_without_stop(locale)):
        return True
    return _ends_short(pair, subject, in_source=in_source)


def _ends_short(pair: Pair, subject: Subject, *, in_source: bool) -> bool:
    """Tell whether the point that a text ends with belongs to an abbreviation: 2 p.m., etc."""
    text = (pair.source if in_source else pair.target).rstrip()
    table = prose_table(subject.source_locale if in_source else subject.locale)
    found = _LAST_WORD.search(text, max(0, len(text) - 20))
    word = found[1].casefold() if found else ""
    return "." in word or bool(table and word in table.abbreviations)


def _quoted(sign: str) -> str:
    return f"“{sign}”" if sign else "no punctuation mark"
