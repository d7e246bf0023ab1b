"""Is the markup of the source whole, and does a translation keep it and bring no other into the document?"""

from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TypeGuard

from l10n.checks.base import Check, Example, Subject
from l10n.checks.pairs import Pair
from l10n.checks.slips import Slip, of_translations
from l10n.formats import FindsProblems, Mark, MarkKind, RefusesMarkup, ShowsMarkup, skeleton
from l10n.model import Finding, Severity

_LONGEST = 60
# Which half may be left of what is lost: `*bold**` is emphasis and a lone asterisk.
_EMPHASES = (MarkKind.BOLD, MarkKind.EMPHASIS)
_HALVES: Mapping[str, tuple[MarkKind, ...]] = {MarkKind.BOLD: _EMPHASES, MarkKind.EMPHASIS: _EMPHASES}
# One asterisk or underscore may stand for itself.
_CERTAIN_HALVES = frozenset({MarkKind.BOLD, MarkKind.CODE, MarkKind.LINK})


def _unsafe(subject: Subject) -> Iterator[Finding]:
    form: object = subject.form
    if not isinstance(form, RefusesMarkup):
        return
    segments = {(segment.msgctxt, segment.msgid): segment for segment in subject.document.segments}
    for message, number, text in subject.texts():
        segment = segments.get(message.key)
        for found in form.refused(segment, text) if segment and text else ():
            shown = found.text if len(found.text) <= _LONGEST else f"{found.text[:_LONGEST]}…"
            yield Finding(
                code="unsafe-markup",
                message=f"“{shown}” is not let through: {found.why}",
                location=subject.place(message, number, found.offset),
                hint="it is shown to readers as text; use the links, images and tags of the source only",
            )


def _broken(subject: Subject) -> Iterator[Finding]:
    form: object = subject.form
    if isinstance(form, FindsProblems):
        for found in form.problems(subject.document.text, subject.document.path):
            yield Finding(code="broken-source", message=found.what, location=found.location, hint=found.hint)


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    yield from _edges(pair)
    form: object = subject.form
    if pair.segment is None or pair.source == pair.target or not _shows_markup(form):
        return
    ours, theirs = form.marks(pair.segment, pair.source), form.marks(pair.segment, pair.target)
    if ours or theirs:
        lost = [*_lost_code(ours, theirs), *_lost(ours, theirs)]
        yield from (_mark_slip(message, mark, _severity(kind)) for kind, message, mark in lost)
        told = frozenset(name for kind, _, _ in lost for name in _HALVES.get(kind, (kind,)))
        yield from _brought(ours, theirs, told)


def _lost(ours: tuple[Mark, ...], theirs: tuple[Mark, ...]) -> Iterator[tuple[MarkKind, str, Mark | None]]:
    """Yield the kind of what is lost, a sentence about it, and the half of it that is still there."""
    wanted, found = _counted(ours), _counted(theirs)
    for (kind, name), count in wanted.items():
        if kind not in (MarkKind.STRAY, MarkKind.CODE) and found[kind, name] < count:
            half = next(_halves(theirs, *_HALVES.get(kind, (kind,))), None)
            yield kind, f"the {f'{kind} {name}'.strip()} of the source is {'half ' if half else ''}lost", half


def _lost_code(
    ours: tuple[Mark, ...], theirs: tuple[Mark, ...]
) -> Iterator[tuple[MarkKind, str, Mark | None]]:
    """Yield the same of code: `[branch]` and `<file>` in it may be translated, every other letter stands."""
    codes = [mark for mark in ours if mark.kind is MarkKind.CODE]
    if not codes:
        return
    left, more = Counter(skeleton(mark.name) for mark in codes), deque[Mark]()
    for mark in theirs:
        if mark.kind is MarkKind.CODE:
            code = skeleton(mark.name)
            left[code] -= 1
            more += [mark] if left[code] < 0 else []
    halves = _halves(theirs, MarkKind.CODE)
    for mark in codes:
        code = skeleton(mark.name)
        left[code] -= 1
        if left[code] >= 0:
            half = next(halves, None)
            other = more.popleft() if more and not half else None
            instead = f"; “{other.name}” stands here" if other else ""
            how = "half lost" if half else "lost"
            yield MarkKind.CODE, f"the code {mark.name} of the source is {how}{instead}", half or other


def _halves(marks: tuple[Mark, ...], *names: str) -> Iterator[Mark]:
    return (mark for mark in marks if mark.kind is MarkKind.STRAY and mark.name in names)


def _brought(ours: tuple[Mark, ...], theirs: tuple[Mark, ...], told: Collection[str]) -> Iterator[Slip]:
    """Yield what only the translation has. Links, images and tags are `unsafe-markup`; code does no harm.

    Nor do bold and emphasis, in which many languages set a foreign word; an asterisk that was meant as one is told.

    `told` are the names of what is lost, whose halves need no word of their own.
    """
    left = _counted(ours)
    for mark in theirs:
        left[mark.kind, mark.name] -= 1
        if left[mark.kind, mark.name] >= 0:
            continue
        if mark.kind in _EMPHASES:
            yield _mark_slip(f"the source has no {mark.kind}", mark, Severity.INFO)
        elif mark.kind is MarkKind.LINE:
            yield _mark_slip(f"the source has no {mark.kind}", mark, _severity(mark.kind))
        elif mark.kind is MarkKind.STRAY and mark.name in _CERTAIN_HALVES and mark.name not in told:
            yield _mark_slip(f"half of {mark.name} is here: its other end is lost", mark)


def _shows_markup(form: object) -> TypeGuard[ShowsMarkup]:
    return _is_showing(type(form))  # type: ignore[arg-type]  # classes are hashable


@cache  # asking costs too much to do it for each text
def _is_showing(form: type) -> bool:
    return issubclass(form, ShowsMarkup)


def _counted(marks: tuple[Mark, ...]) -> Counter[tuple[MarkKind, str]]:
    return Counter((mark.kind, mark.name) for mark in marks)


def _mark_slip(message: str, mark: Mark | None, severity: Severity = Severity.ERROR) -> Slip:
    return Slip(
        code="markup-mismatch",
        message=message,
        start=mark.offset if mark else None,
        severity=severity,
        hint="keep the markup of the source around the words that translate its words",
    )


def _severity(kind: MarkKind) -> Severity:
    return Severity.WARNING if kind is MarkKind.LINE else Severity.ERROR


def _edges(pair: Pair) -> Iterator[Slip]:
    """Yield a line end at the beginning or the end that only one of the texts has, as msgfmt refuses it."""
    ours, theirs = pair.source, pair.target
    for where, one, other in (
        ("begin", ours.startswith("\n"), theirs.startswith("\n")),
        ("end", ours.endswith("\n"), theirs.endswith("\n")),
    ):
        if one != other:
            yield Slip(
                code="markup-mismatch",
                message=f"only one of source and translation {where}s with a line end",
                start=0 if where == "begin" else max(len(theirs) - 1, 0),
            )


def _example(source: str, msgstr: str, path: str = "source/example.md") -> Example:
    return Example(source=source, msgstr=msgstr, path=path)


_LINK = "See [the map](https://example.org/map)."
_BOLD = "<p>Read <b>this</b> now.</p>"

_CODE = "Run `make test`, or **stop** here."
_CUE = "1\n00:00:01,000 --> 00:00:02,000\nTwo\nlines\n"

CHECKS = (
    Check(
        code="broken-source",
        severity=Severity.ERROR,
        description="Something in the source is never closed, or cannot be read: translators do not see what is in it.",
        authority="CommonMark 0.31.2, 4.5: an unclosed code block ends with its document; HTML, 13.2.2: eof-in-…",
        find=_broken,
        passing=(
            _example("```\ncode\n```\n\nA text.", ""),
            _example("---\ntitle: A text\n---\n\nA text.", ""),
            _example("<script>let x</script><p>A text", "", "source/example.html"),
            _example("```", "", "source/example.txt"),
        ),
        failing=(
            _example("A text.\n\n```\ncode\n\nAnother text.", ""),
            _example("---\ntitle: A text\n\nA text.", ""),
            _example("---\ntitle: [A text\n---\n\nA text.", ""),
            _example("<p>A text</p><script>let x", "", "source/example.html"),
            _example("<script>let x</div></html>", "", "source/example.html"),
            _example("<p>A text</p><!-- more", "", "source/example.html"),
        ),
    ),
    Check(
        code="markup-mismatch",
        severity=Severity.ERROR,
        description="Bold, emphasis, code, a link, an image, a footnote, a tag or a line end is lost, or half of it.",
        authority="CommonMark 0.31; pofilter of the translate-toolkit, tests xmltags and newlines; msgfmt -c",
        find=of_translations(_compare)("markup-mismatch"),
        passing=(
            _example(_CODE, "Voer `make test` uit, of **stop** hier."),
            _example(_LINK, "[De kaart](https://example.org/map) ziet u hier."),
            Example(
                source=_BOLD,
                msgid="Read <b>this</b> now.",
                msgstr="<b>Dit</b> leest u nu.",
                path="source/x.html",
            ),
            _example("2 * 3 is six.", "2 * 3 is zes."),
            _example("Run `make [target]` here.", "Voer `make [doel]` uit in de `map`."),
        ),
        failing=(
            _example(_CODE, "Voer `make test` uit, of stop hier."),
            _example(_CODE, "Voer `make test` uit, of **stop hier."),
            _example(_CODE, "Voer `maak test` uit, of **stop** hier."),
            _example(_CODE, "Voer *make test* uit, of **stop** hier."),
            _example(_LINK, "Zie de kaart."),
            _example(_LINK, "Zie de kaart](https://example.org/map)."),
            _example("Read this now.", "Lees **dit nu."),
            Example(source=_BOLD, msgid="Read <b>this</b> now.", msgstr="Lees dit nu.", path="source/x.html"),
            Example(source=_CUE, msgid="Two\nlines", msgstr="Twee regels", path="source/x.srt"),
        ),
    ),
    Check(
        code="unsafe-markup",
        severity=Severity.ERROR,
        description="A translation has a link target, image, tag or attribute that its source has not.",
        authority="OWASP Cross Site Scripting Prevention Cheat Sheet: untrusted data is encoded for its place",
        find=_unsafe,
        passing=(
            _example(_LINK, "Zie [de kaart](https://example.org/map)."),
            _example(_LINK, "Zie de kaart."),
            _example("Plain text.", "Gewone tekst <script>alert(1)</script>", "source/example.txt"),
            Example(
                source=_BOLD, msgid="Read <b>this</b> now.", msgstr="Lees <b>dit</b>.", path="source/x.html"
            ),
        ),
        failing=(
            _example(_LINK, "Zie [de kaart](https://example.com/phish)."),
            _example(_LINK, "Zie <img src=x onerror=alert(1)>"),
            Example(
                source=_BOLD,
                msgid="Read <b>this</b> now.",
                msgstr="Lees <b onclick=x>dit</b>.",
                path="source/x.html",
            ),
        ),
    ),
)
