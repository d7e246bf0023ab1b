"""Does a translation bring markup into the document that its source does not have?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.formats import RefusesMarkup, format_of
from l10n.model import Finding, Severity

_LONGEST = 60


def _unsafe(subject: Subject) -> Iterator[Finding]:
    form: object = format_of(subject.document.path)
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


def _example(source: str, msgstr: str, path: str = "source/example.md") -> Example:
    return Example(source=source, msgstr=msgstr, path=path)


_LINK = "See [the map](https://example.org/map)."
_BOLD = "<p>Read <b>this</b> now.</p>"

CHECKS = (
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
