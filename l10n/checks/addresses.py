"""Do the addresses of the source stand in its translation? An address of another language edition is the same one."""

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator

from l10n.checks.base import Check, Example, Subject
from l10n.checks.comparison.pairs import Pair
from l10n.checks.comparison.slips import Slip, of_translations
from l10n.formats import RefusesMarkup
from l10n.model import Severity

_URL = re.compile(r"(?<!\w)(?:https?|ftps?)://[^\s<>\"«»“”\[\]]+|(?<![\w/.])www\.[^\s<>\"«»“”\[\]]+")
_MAIL = re.compile(r"(?<![\w.+/:-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")
_TRAILING = ".,;:!?'’*_`~\\"
_LANGUAGE_PART = re.compile(  # /nl/, /pt-br/, ?lang=nl and the host nl.
    r"(?<=[/.=])(?P<code>[a-z]{2})(?:[-_][A-Za-z]{2})?(?=[/.&#]|\Z)|(?<=//)(?P<host>[a-z]{2})(?=\.)"
)


def _compare(pair: Pair, subject: Subject) -> Iterator[Slip]:
    if (
        "@" not in pair.source + pair.target
        and "://" not in pair.source + pair.target
        and "www." not in pair.source
    ):
        return
    for code, pattern, what in (
        ("url-mismatch", _URL, "address"),
        ("email-mismatch", _MAIL, "e-mail address"),
    ):
        yield from _differences(pair, subject, code, pattern, what)


def _differences(
    pair: Pair, subject: Subject, code: str, pattern: re.Pattern[str], what: str
) -> Iterator[Slip]:
    known = Counter(_folded(found) for _, found in _addresses(pattern, pair.source))
    written = {_folded(found) for _, found in _addresses(pattern, pair.target)}
    missing = deque(found for _, found in _addresses(pattern, pair.source) if _folded(found) not in written)
    refused: list[str] | None = None
    for start, found in _addresses(pattern, pair.target):
        if _folded(found) in known:
            continue
        refused = _refused(pair, subject, pattern) if refused is None else refused
        place = bisect_left(refused, found)
        if place < len(refused) and refused[place].startswith(found):
            continue
        of = missing.popleft() if missing else ""
        if of and _edition(of) == _edition(found) != _folded(found):
            continue
        yield Slip(
            code=code,
            message=f"“{found}” does not match the {what} “{of}” in the source"
            if of
            else f"“{found}” is not in the source",
            start=start,
            severity=Severity.ERROR if of else Severity.INFO,
            hint="copy it from the source unchanged",
        )
    for lost in missing:
        yield Slip(
            code=code,
            message=f"the {what} “{lost}” of the source is missing from the translation",
            severity=Severity.WARNING,
        )


def _addresses(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(text):
        found = match[0].rstrip(_TRAILING)
        odd = found.count(")") - found.count("(") if found.endswith(")") else 0
        end = len(found)
        while odd > 0 and found[end - 1] == ")":
            end, odd = end - 1, odd - 1
            while found[end - 1] in _TRAILING:
                end -= 1
        found = found[:end]
        yield match.start(), found


def _folded(address: str) -> str:
    """Return an address as it is compared: a slash at its end and the case of its scheme and host mean nothing."""
    scheme, separator, rest = address.partition("://")
    host, slash, path = rest.partition("/") if separator else address.partition("/")
    head = f"{scheme}://{host}" if separator else host
    return (head.lower() + slash + path).rstrip("/")


def _edition(address: str) -> str:
    """Return an address without the language in it; of an encyclopedia only the host: its articles have own names."""
    bare = _LANGUAGE_PART.sub("", _folded(address))
    host = bare.partition("://")[2].partition("/")[0]
    return host if host.endswith(("wikipedia.org", "wikivoyage.org", "wiktionary.org")) else bare


def _refused(pair: Pair, subject: Subject, pattern: re.Pattern[str]) -> list[str]:
    """Return the addresses, with what is behind them, that the format does not let through, sorted; `unsafe-markup`
    reports them already.
    """
    form: object = subject.form
    if pair.segment is None or not isinstance(form, RefusesMarkup):
        return []
    refused = form.refused(pair.segment, pair.target)
    return sorted({found[0] for one in refused for found in pattern.finditer(one.text)})


_pairs = of_translations(_compare)
_URL_TEXT = "See https://example.org/en/map now."
_MAIL_TEXT = "Write to desk@example.org now."

CHECKS = (
    Check(
        code="url-mismatch",
        severity=Severity.ERROR,
        description="An address in the translation differs from the source, or is missing.",
        authority="pofilter of the translate-toolkit, test urls; an edition in another language is allowed",
        find=_pairs("url-mismatch"),
        passing=(
            Example(source=_URL_TEXT, msgstr="Zie nu https://example.org/nl/map."),
            Example(source=_URL_TEXT, msgstr="См. https://example.org/en/map/ сейчас.", locale="ru"),
            Example(
                source="See https://en.wikipedia.org/wiki/Moon.",
                msgstr="Zie https://nl.wikipedia.org/wiki/Maan.",
            ),
        ),
        failing=(
            Example(source=_URL_TEXT, msgstr="Zie nu https://example.org/en/maps."),
            Example(source=_URL_TEXT, msgstr="Zie nu de kaart."),
            Example(source=_URL_TEXT, msgstr="См. https://exmaple.org/en/map сейчас.", locale="ru"),
        ),
    ),
    Check(
        code="email-mismatch",
        severity=Severity.ERROR,
        description="An e-mail address in the translation differs from the source, or is missing.",
        authority="pofilter of the translate-toolkit, test emails",
        find=_pairs("email-mismatch"),
        passing=(Example(source=_MAIL_TEXT, msgstr="Schrijf nu naar desk@example.org."),),
        failing=(
            Example(source=_MAIL_TEXT, msgstr="Schrijf nu naar desk@example.com."),
            Example(source=_MAIL_TEXT, msgstr="Пишите нам сейчас.", locale="ru"),
        ),
    ),
)
