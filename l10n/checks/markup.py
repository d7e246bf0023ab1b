"""Is the markup of the source whole, and does a translation keep it and bring no other into the document?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.formats import FindsProblems, Mark, MarkKind, RefusesMarkup
from l10n.formats.comparison import EMPHASES, brought_marks, lost_marks, shows_markup
from l10n.model import Finding, Severity

_LONGEST = 60


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
                message=f"“{shown}” is not allowed: {found.why}",
                location=subject.place(message, number, found.offset),
                hint="readers see it as plain text; use only links, images and tags of the source",
            )


def _broken(subject: Subject) -> Iterator[Finding]:
    form: object = subject.form
    if isinstance(form, FindsProblems):
        for found in form.problems(subject.document.text, subject.document.path):
            yield Finding(code="broken-source", message=found.what, location=found.location, hint=found.hint)


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    yield from _edges(pair)
    form: object = subject.form
    if pair.segment is None or pair.source == pair.target or not shows_markup(form):
        return
    ours, theirs = form.marks(pair.segment, pair.source), form.marks(pair.segment, pair.target)
    if ours or theirs:
        lost = lost_marks(ours, theirs)
        yield from (_mark_slip(one.what, one.left, _severity(one.kind)) for one in lost)
        yield from map(_brought, brought_marks(ours, theirs, lost))


def _brought(mark: Mark) -> Slip:
    """Return what is said of a mark that only the translation has.

    Bold and emphasis do little harm: many languages set a foreign word in them. An asterisk that was meant as one is
    told.
    """
    if mark.kind is MarkKind.STRAY:
        return _mark_slip(f"only half of {mark.name} is here: its counterpart is missing", mark)
    severity = Severity.INFO if mark.kind in EMPHASES else _severity(mark.kind)
    return _mark_slip(f"the source has no {mark.kind}", mark, severity)


def _mark_slip(message: str, mark: Mark | None, severity: Severity = Severity.ERROR) -> Slip:
    return Slip(
        code="markup-mismatch",
        message=message,
        start=mark.offset if mark else None,
        severity=severity,
        hint="keep the markup of the source around the corresponding words",
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
                message=f"source and translation do not both {where} with a line break",
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
        description="Bold, emphasis, code, a link, image, footnote, tag or line break is missing or incomplete.",
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
        description="A translation has a link target, image, tag or attribute that its source does not have.",
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
