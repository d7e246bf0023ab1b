"""Does a translation keep what a program fills in? The syntaxes are data: `l10n/formats/syntaxes.toml`.

Left alone on purpose: what `l10n.formats.comparison` leaves alone; messages with plural forms, of which one may do
without its figure.
"""

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.formats.comparison import differing_placeholders
from l10n.model import Severity

if TYPE_CHECKING:
    from l10n.formats import Placeholder


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if pair.message.msgid_plural is not None or pair.source == pair.target:
        return
    lost, others = differing_placeholders(pair.source, pair.target, subject.form)
    waiting: dict[str, deque[Placeholder]] = {}
    for other in others:
        waiting.setdefault(other.syntax.family, deque()).append(other)
    for one in lost:
        alike = waiting.get(one.syntax.family)
        stands = alike.popleft() if alike else None
        written = pair.source[one.start : one.end]
        instead = f"“{pair.target[stands.start : stands.end]}” replaces “{written}”" if stands else ""
        yield Slip(
            code="placeholder-mismatch",
            message=f"{instead} of the source"
            if instead
            else f"“{written}” of the source is missing from the translation",
            start=stands.start if stands else None,
            hint="a program inserts a value here: copy it from the source unchanged",
        )
    left = {other.start for alike in waiting.values() for other in alike}
    for other in others:
        if other.start not in left:
            continue
        yield Slip(
            code="placeholder-mismatch",
            message=f"“{pair.target[other.start : other.end]}” is not in the source",
            start=other.start,
            severity=Severity.WARNING,
            hint="programs only know the placeholders of the source",
        )


def _example(source: str, msgstr: str, locale: str = "nl", path: str = "source/example.md") -> Example:
    return Example(source=source, msgstr=msgstr, locale=locale, path=path)


_HELLO = "Hello {{ user.name }}, you have mail."
_FILE = "The file %s was not found on %(host)s."

CHECKS = (
    Check(
        code="placeholder-mismatch",
        severity=Severity.ERROR,
        description="A placeholder (`{{ name }}`, `%s`, `{count}`, `${x}`) is missing or changed.",
        authority="l10n/formats/syntaxes.toml, each with its source; pofilter of the translate-toolkit, test variables",
        find=of_translations(_compare)("placeholder-mismatch"),
        passing=(
            _example(_HELLO, "Здравствуйте, {{user.name}}, у вас почта.", "ru"),
            _example(_FILE, "Op %(host)s is het bestand %s niet gevonden."),
            _example("50 % of them came.", "50 % d'r van kwam."),
            _example("Only {count} items are left.", "Er zijn nog {count} artikelen."),
            _example("Hello ${name}.", "Dag ${name}.", path="source/example.txt"),
            _example(
                "{n, plural, one {# file} other {# files}}", "{n, plural, one {# bestand} other {bestanden}}"
            ),
        ),
        failing=(
            _example(_HELLO, "Здравствуйте, у вас почта.", "ru"),
            _example(_HELLO, "Dag {{ gebruiker.naam }}, u hebt post."),
            _example(_FILE, "Op %(host)s is het bestand niet gevonden."),
            _example(_FILE, "Op %(gastheer)s is het bestand %s niet gevonden."),
            _example("Only {count} items are left.", "Er zijn nog weinig artikelen."),
            _example("Hello ${name}.", "Dag allemaal.", path="source/example.txt"),
            _example("{n, plural, one {# file} other {# files}}", "# bestanden"),
        ),
    ),
)
