"""Does a translation keep what a program fills in? The syntaxes are data: `l10n/formats/syntaxes.toml`.

Left alone on purpose: what stands in code or inside a tag, which is compared as markup; the branches of an ICU
argument, which are translated; messages with plural forms, of which one may do without its figure; a name that the
source has twice and the translation once.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.checks.base import Check, Example, Subject
from l10n.checks.pairs import Pair
from l10n.checks.slips import Slip, of_translations
from l10n.formats import HasInlineMarkup, Placeholder, code_spans, placeholders
from l10n.formats.inline import without_overlaps
from l10n.model import Severity

_Key = tuple[str, str]  # the family of its syntax, and what two are compared by


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if pair.message.msgid_plural is not None or pair.source == pair.target:
        return
    ours = _in_prose(pair.source, subject)
    theirs = _in_prose(pair.target, subject) if ours else ()
    if not ours:
        return
    numbered = any(one.number for one in (*ours, *theirs))
    wanted, found = _keyed(ours, numbered=numbered), _keyed(theirs, numbered=numbered)
    lost = _lost(wanted, found)
    extra = _extra(wanted, found)
    for one in lost:
        stands = next((other for other in extra if other.syntax.family == one.syntax.family), None)
        extra = [other for other in extra if other is not stands]
        written = pair.source[one.start : one.end]
        instead = f"“{pair.target[stands.start : stands.end]}” stands for “{written}”" if stands else ""
        yield Slip(
            code="placeholder-mismatch",
            message=f"{instead} of the source"
            if instead
            else f"“{written}” of the source is not in its translation",
            start=stands.start if stands else None,
            hint="a program puts a value there: copy it from the source, letter by letter",
        )
    for other in extra:
        yield Slip(
            code="placeholder-mismatch",
            message=f"the source has no “{pair.target[other.start : other.end]}”",
            start=other.start,
            severity=Severity.WARNING,
            hint="a program knows the names of the source only",
        )


def _in_prose(text: str, subject: Subject) -> tuple[Placeholder, ...]:
    """Return the placeholders outside of code, tags and the targets of links."""
    found = placeholders(text, subject.form.name)
    form: object = subject.form
    if not found or not isinstance(form, HasInlineMarkup):
        return found
    taken = without_overlaps([*form.markup(text), *code_spans(text)])
    begins = [start for start, _ in taken]

    def is_inside(one: Placeholder) -> bool:
        index = bisect_right(begins, one.start) - 1
        return index >= 0 and one.end <= taken[index][1]

    return tuple(one for one in found if not is_inside(one))


def _keyed(found: Sequence[Placeholder], *, numbered: bool) -> list[tuple[_Key, Placeholder]]:
    """Return each with its key; where one of the two texts numbers the values, so are those of the other."""
    keyed: list[tuple[_Key, Placeholder]] = []
    count = 0
    for one in found:
        key = one.key
        if numbered and one.syntax.family == "printf":
            count += not one.number
            key = f"{one.number or count}{one.key}"
        keyed.append(((one.syntax.family, key), one))
    return keyed


def _lost(wanted: list[tuple[_Key, Placeholder]], found: list[tuple[_Key, Placeholder]]) -> list[Placeholder]:
    left = Counter(key for key, _ in found)
    known = frozenset(left)
    lost: list[Placeholder] = []
    named: set[_Key] = set()
    for key, one in wanted:
        is_lost = left[key] <= 0 if one.syntax.counted else key not in known and key not in named
        left[key] -= 1
        named.add(key)
        if is_lost:
            lost.append(one)
    return lost


def _extra(
    wanted: list[tuple[_Key, Placeholder]], found: list[tuple[_Key, Placeholder]]
) -> list[Placeholder]:
    """Return those of the translation that its source does not know, of families that it uses."""
    known = {key for key, _ in wanted}
    families = {family for family, _ in known}
    return [one for key, one in found if key not in known and key[0] in families]


def _example(source: str, msgstr: str, locale: str = "nl", path: str = "source/example.md") -> Example:
    return Example(source=source, msgstr=msgstr, locale=locale, path=path)


_HELLO = "Hello {{ user.name }}, you have mail."
_FILE = "The file %s was not found on %(host)s."

CHECKS = (
    Check(
        code="placeholder-mismatch",
        severity=Severity.ERROR,
        description="What a program fills in (`{{ name }}`, `%s`, `{count}`, `${x}`) is lost, or another one.",
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
