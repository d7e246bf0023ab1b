"""Do the links inside a translated document lead somewhere? A translated heading has another id than its source.

Left alone on purpose: a link that keeps the id of its source, which a site may keep too (issue 25 decides); ids in
documents where a heading is not translated yet; links into other documents.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair, pairs
from l10n.formats import HasOwnLinks, folded_id
from l10n.model import Document, Finding, Segment, SegmentKind, Severity

_MOST_COMPARED = 20_000  # ids that a wrong one may be meant for, in one document; then no hint is given


def _dead(subject: Subject) -> Iterator[Finding]:
    form: object = subject.form
    if not isinstance(form, HasOwnLinks):
        return
    changed = [found for pair in pairs(subject) for found in _changed(pair, form)]
    if not changed:
        return
    translated = _translated(subject)
    if translated is None:
        return
    before, now = form.ids(subject.document), form.ids(translated)
    left = _MOST_COMPARED
    for pair, offset, target, known in changed:
        if folded_id(target) in now | before:
            continue
        left -= len(now)
        near = get_close_matches(folded_id(target), now, 1) if left >= 0 else ()
        kept = f"#{min(known)}"
        yield Finding(
            code="dead-link",
            message=f"no heading in the translation has the id “{target}”",
            location=subject.place(pair.message, pair.form, offset),
            # where the source's own link leads nowhere we know, neither do we know where this one should
            severity=Severity.ERROR if known <= before else Severity.WARNING,
            hint=f"did you mean “#{near[0]}”?"
            if near
            else f"keep “{kept}”, or write the id of the translated heading",
        )


def _changed(pair: Pair, form: HasOwnLinks) -> Iterator[tuple[Pair, int, str, frozenset[str]]]:
    """Yield the links to places that the source has no link to: place, target, and the targets of the source."""
    if pair.segment is None or "#" not in pair.target or pair.source == pair.target:
        return
    known = frozenset(folded_id(one.target) for one in form.own_links(pair.segment, pair.source))
    for link in form.own_links(pair.segment, pair.target) if known else ():
        if folded_id(link.target) not in known:
            yield pair, link.offset, link.target, known


def _translated(subject: Subject) -> Document | None:
    """Return the document with every translation there is; None when a heading may still get any id."""
    texts = {message.key: message.msgstr[0] for message in subject.catalog.live}

    def localized(segment: Segment) -> str:
        text = texts.get((segment.msgctxt, segment.msgid), "")
        return subject.form.localized(segment, text) if text else segment.raw

    for segment in subject.document.segments:
        if segment.kind is SegmentKind.HEADING and not texts.get((segment.msgctxt, segment.msgid)):
            return None
    return subject.form.parse(subject.document.replace(localized), subject.document.path)


_HELP = "See [help](#help) and [more](#help).\n\n<h2 id=help></h2>"
_PAGE = '<p>See <a href="#help">help</a>.</p><h2 id="help"></h2>'


CHECKS = (
    Check(
        code="dead-link",
        severity=Severity.ERROR,
        description="A link within the document points to an id that does not exist in the translation.",
        authority="the ids that site generators give, l10n/formats/anchors.toml, each with its source",
        find=_dead,
        passing=(
            Example(
                source=_HELP,
                msgid="See [help](#help) and [more](#help).",
                msgstr="Zie [hulp](#help).",
                path="source/x.md",
            ),
            Example(source="See [it](#top).", msgstr="Zie [hier](#top).", path="source/x.md"),
        ),
        failing=(
            Example(
                source=_HELP,
                msgid="See [help](#help) and [more](#help).",
                msgstr="Zie [hulp](#hulp).",
                path="source/x.md",
            ),
            Example(
                source=_PAGE,
                msgid='See <a href="#help">help</a>.',
                msgstr='Zie <a href="#hulp">hulp</a>.',
                path="source/x.html",
            ),
        ),
    ),
)
