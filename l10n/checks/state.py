"""Is every text of the source translated, confirmed, and in step with the source?"""

from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.model import Finding, Location, Segment, Severity

_EXCERPT_LENGTH = 48


def _excerpt(text: str) -> str:
    """Return the beginning of a text, cut at a word, in quotation marks."""
    if len(text) <= _EXCERPT_LENGTH:
        return f"“{text}”"
    return f"“{text[:_EXCERPT_LENGTH].rpartition(' ')[0] or text[:_EXCERPT_LENGTH]} …”"


def _segments(subject: Subject) -> dict[tuple[str | None, str], Segment]:
    return {(segment.msgctxt, segment.msgid): segment for segment in reversed(subject.document.segments)}


def _missing(subject: Subject) -> Iterator[Finding]:
    wanted = _segments(subject)
    for message in subject.catalog.live:
        if message.key in wanted and not message.translated:
            form = next(form for form, text in enumerate(message.msgstr) if not text)
            yield Finding(
                code="missing-translation",
                message=f"{_excerpt(message.msgid)} has no {subject.locale} translation",
                location=subject.place(message, form),
                hint="readers would see the source text",
            )


def _fuzzy(subject: Subject) -> Iterator[Finding]:
    wanted = _segments(subject)
    for message in subject.catalog.live:
        if message.key in wanted and message.fuzzy and message.translated:
            why = "its source changed" if message.previous else "nobody has confirmed it"
            yield Finding(
                code="fuzzy-message",
                message=f"{_excerpt(message.msgid)} is fuzzy: {why}",
                location=subject.place(message),
                hint="correct the translation if needed, then remove the fuzzy flag",
            )


def _outdated(subject: Subject) -> Iterator[Finding]:
    wanted = _segments(subject)
    if subject.file is None:
        yield Finding(
            code="outdated-catalog",
            message=f"there is no catalog for {subject.document.path}",
            location=Location(path=subject.catalog_name),
            hint="run `l10n extract`",
        )
        return
    known = subject.catalog.by_key()
    for key, segment in reversed(wanted.items()):
        if key not in known:
            yield Finding(
                code="outdated-catalog",
                message=f"{_excerpt(segment.msgid)} is not in {subject.catalog_name}",
                location=segment.location,
                hint="run `l10n extract`",
            )
    for message in subject.catalog.live:
        if message.key not in wanted:
            yield Finding(
                code="outdated-catalog",
                message=f"{_excerpt(message.msgid)} is no longer in {subject.document.path}",
                location=subject.entry(message),
                hint="run `l10n extract`",
            )


_CLEAN = Example(source="Hello, world.", msgstr="Hallo, wereld.")

CHECKS = (
    Check(
        code="missing-translation",
        severity=Severity.ERROR,
        description="A message of the source has no translation.",
        authority="GNU gettext manual, “The Format of PO Files”: an empty msgstr is untranslated",
        find=_missing,
        passing=(_CLEAN, Example(source="Hello, world.", msgstr="Hallo.", fuzzy=True)),
        failing=(Example(source="Hello, world.", msgstr=""),),
    ),
    Check(
        code="fuzzy-message",
        severity=Severity.ERROR,
        description="A translation still has to be confirmed by a person.",
        authority="GNU gettext manual, “Fuzzy Entries”",
        find=_fuzzy,
        passing=(_CLEAN, Example(source="Hello, world.", msgstr="")),
        failing=(Example(source="Hello, world.", msgstr="Hallo, wereld.", fuzzy=True),),
    ),
    Check(
        code="outdated-catalog",
        severity=Severity.ERROR,
        description="The catalog and the source no longer contain the same texts.",
        authority="GNU gettext manual, “Updating Existing PO Files”",
        find=_outdated,
        passing=(_CLEAN, Example(source="Hello, world.", msgstr="")),
        failing=(Example(source="Hello, world.", msgid="Hello, old world.", msgstr="Hallo, oude wereld."),),
    ),
)
