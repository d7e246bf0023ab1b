"""Is the markup of the source whole, and does a translation bring none that its source does not have?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.formats import FindsProblems, RefusesMarkup
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
                message=f"“{shown}” is not let through: {found.why}",
                location=subject.place(message, number, found.offset),
                hint="it is shown to readers as text; use the links, images and tags of the source only",
            )


def _broken(subject: Subject) -> Iterator[Finding]:
    form: object = subject.form
    if isinstance(form, FindsProblems):
        for found in form.problems(subject.document.text, subject.document.path):
            yield Finding(code="broken-source", message=found.what, location=found.location, hint=found.hint)


def _example(source: str, msgstr: str, path: str = "source/example.md") -> Example:
    return Example(source=source, msgstr=msgstr, path=path)


_LINK = "See [the map](https://example.org/map)."
_BOLD = "<p>Read <b>this</b> now.</p>"

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
