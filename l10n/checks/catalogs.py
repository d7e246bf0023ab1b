"""Is what a catalog says of itself usable: its plural rule, the forms of its messages, notes on retouched sources?"""

from collections.abc import Iterator

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.header import check_plural_forms, header_fields
from l10n.checks.base import Check, Example, Subject
from l10n.errors import CatalogError
from l10n.model import Finding, Location, Severity

_FIELD = "Plural-Forms"
_EXCERPT_LENGTH = 48


def _rule_place(subject: Subject, header: Message) -> Location:
    return subject.place(header, 0, max(0, header.msgstr[0].find(f"{_FIELD}:")))


def _plural_rule(subject: Subject) -> Iterator[Finding]:
    header = subject.catalog.header
    rule = header_fields(header.msgstr[0]).get(_FIELD) if header else None
    if header is not None and rule is not None:
        try:
            check_plural_forms(rule)
        except CatalogError as error:
            yield Finding(
                code="plural-forms",
                message=error.what,
                location=_rule_place(subject, header),
                hint=error.hint or f"correct the {_FIELD} line of the header",
            )
        return
    plural = next((message for message in subject.catalog.live if message.msgid_plural is not None), None)
    if plural is not None:
        yield Finding(
            code="plural-forms",
            message=f"a message has plural forms, but the header has no {_FIELD}",
            location=subject.entry(plural),
            hint="for example Plural-Forms: nplurals=2; plural=(n != 1);",
        )


def _plural_count(subject: Subject) -> Iterator[Finding]:
    header = subject.catalog.header
    rule = header_fields(header.msgstr[0]).get(_FIELD) if header else None
    if rule is None:
        return
    try:
        wanted, _ = check_plural_forms(rule)
    except CatalogError:
        return  # `plural-forms` says so
    for message in subject.catalog.live:
        if message.msgid_plural is not None and any(message.msgstr) and len(message.msgstr) != wanted:
            yield Finding(
                code="plural-count",
                message=f"{len(message.msgstr)} plural forms, but the header declares {wanted}",
                location=subject.entry(message),
                hint=f"give the message msgstr[0] to msgstr[{wanted - 1}]",
            )


def _retouched(subject: Subject) -> Iterator[Finding]:
    for message in subject.catalog.live:
        if message.previous is None or message.fuzzy or not message.translated:
            continue
        if _says_other_words(message, message.previous):
            yield Finding(
                code="retouched-source",
                message=f"confirmed, but #| says that it was translated from another text: {_shown(message.previous)}",
                location=subject.entry(message),
                severity=Severity.WARNING,
                hint="compare the translation with the current source; if it is right, remove the #| lines",
            )
        else:
            yield Finding(
                code="retouched-source",
                message="the source was retouched (spaces, line breaks or quotation marks) since it was translated",
                location=subject.entry(message),
                severity=Severity.INFO,
                hint="adapt the translation if needed, then remove the #| lines",
            )


def _says_other_words(message: Message, previous: Previous) -> bool:
    """Whether the source says other words now than it did before; another context alone says nothing else."""
    from l10n.catalog.retouching import wording

    plural, before = message.msgid_plural, previous.msgid_plural
    return wording(message.msgid) != wording(previous.msgid) or (
        plural is not None and before is not None and wording(plural) != wording(before)
    )


def _shown(previous: Previous) -> str:
    text = " ".join(previous.msgid.split())
    return f"“{text}”" if len(text) <= _EXCERPT_LENGTH else f"“{text[:_EXCERPT_LENGTH].rstrip()} …”"


_PLURAL = Example(
    source="one file",
    msgstr="één bestand",
    msgid_plural="%d files",
    more_forms=("%d bestanden",),
    plural_forms="nplurals=2; plural=(n != 1);",
)


def _with_rule(rule: str, source: str = "Hello.") -> Example:
    return Example(source=source, msgstr="Hallo.", plural_forms=rule)


def _with_forms(*more_forms: str, rule: str = "nplurals=2; plural=(n != 1);") -> Example:
    return Example(
        source="one file",
        msgstr="één bestand",
        msgid_plural="%d files",
        more_forms=more_forms,
        plural_forms=rule,
    )


CHECKS = (
    Check(
        code="plural-forms",
        severity=Severity.ERROR,
        description="The plural rule of a catalog is missing or unusable.",
        authority="GNU gettext manual, “Plural forms”; msgfmt --check-header",
        find=_plural_rule,
        passing=(
            _PLURAL,
            Example(source="Hello.", msgstr="Hallo."),
            _with_rule("nplurals=1; plural=0"),
            _with_rule(
                "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
                "(n%100<12 || n%100>14) ? 1 : 2);"
            ),
        ),
        failing=(
            _with_rule("nplurals=2000000000; plural=0;"),
            _with_rule("nplurals=2; plural=1/n;"),
            _with_rule("nplurals=2; plural=n;"),
            _with_rule(f"nplurals=2; plural={'!' * 20_000}n;"),
            _with_rule(f"nplurals=2; plural={'(' * 400}n{')' * 400};"),
            _with_rule("nplurals=INTEGER; plural=EXPRESSION;"),
            Example(source="one file", msgstr="één bestand", msgid_plural="files", more_forms=("x",)),
        ),
    ),
    Check(
        code="plural-count",
        severity=Severity.ERROR,
        description="A message has more or fewer plural forms than the header of its catalog declares.",
        authority="GNU gettext manual, “Plural forms”; msgfmt --check-header",
        find=_plural_count,
        passing=(_PLURAL, Example(source="Hello.", msgstr="Hallo.")),
        failing=(
            _with_forms(),
            _with_forms("%d bestanden", "te veel"),
            _with_forms("%d bestanden", rule="nplurals=1; plural=0;"),
        ),
    ),
    Check(
        code="retouched-source",
        severity=Severity.WARNING,
        description="A confirmed translation was made from a different source text.",
        authority="GNU gettext manual, “Fuzzy Entries”; docs, decisions: a retouched source keeps its translation",
        find=_retouched,
        passing=(
            Example(source="Hello.", msgstr="Hallo."),
            Example(source="Hello.", msgstr="Hallo.", previous="Goodbye.", fuzzy=True),
            Example(source="Hello.", msgstr="", previous="Goodbye."),
        ),
        failing=(
            Example(source="“Hello.”", msgstr="“Hallo.”", previous='"Hello."'),
            Example(source="Hello.", msgstr="Hallo.", previous="Goodbye."),
            Example(source="5 MW", msgstr="5 MW", previous="5 mW"),
            Example(source="Done?", msgstr="Klaar?", previous="Done."),
        ),
    ),
)
