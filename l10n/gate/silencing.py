"""What a gate is told not to see: by the configuration, by options, by a baseline and by comments."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from l10n.gate.rules import rules
from l10n.gate.selection import Severities
from l10n.gate.triage import By, Ignored
from l10n.model import FAIL_ON, Severity
from l10n.policy import COMPLETE, Requirement
from l10n.settings import FormatSettings, Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Silenced:
    """What a run does not report though it might, by what keeps it quiet; all are empty or 0 where nothing does.

    `off` and `milder` are codes, each with the locales where they are so (none: in all). `only` and `without` are the
    codes and groups of options. `allowed` are links, images and tags that a translation may have beside those of its
    source, `skipped` the parts of documents that are no texts. `enough` are the percentages below 100 that suffice,
    `passing` the severities that are reported and let pass though they fail by default. `baseline` and `comments`
    count findings.
    """

    off: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    milder: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    enough: tuple[Requirement, ...] = ()
    passing: tuple[Severity, ...] = ()
    baseline: int = 0
    comments: int = 0


def silenced_by_settings(
    policy: Policy,
    formats: FormatSettings,
    severities: Severities,
    codes: Collection[str],
    locales: Sequence[str],
) -> Silenced:
    """Return what the configuration keeps quiet of the codes that are looked for, in the locales that are."""
    allowed = {"links": formats.allow_links, "images": formats.allow_images, "tags": formats.allow_tags}
    skipped = [f"front matter “{key}”" for key in formats.front_matter_skip]
    if formats.html_code != FormatSettings().html_code:
        skipped.append("code in HTML")
    return Silenced(
        off=_where(codes, locales, severities.is_off),
        milder=_where(codes, locales, lambda code, locale: _is_milder(severities, code, locale)),
        allowed={what: values for what, values in allowed.items() if values},
        skipped=tuple(skipped),
        enough=tuple(
            rule
            for rule in policy.require
            if rule.percent < COMPLETE and (rule.locale is None or rule.locale in locales)
        ),
    )


def passing(fail_on: Severity) -> tuple[Severity, ...]:
    """Return the severities that pass where only `fail_on` and what is worse fails, of those that usually fail."""
    return tuple(one for one in Severity if one.is_at_least(FAIL_ON) and not one.is_at_least(fail_on))


def counted_by(ignored: Iterable[Ignored]) -> Mapping[By, int]:
    """Return how many findings are let pass, by what lets them."""
    counts: Counter[By] = Counter()
    for one in ignored:
        counts[one.by] += one.placed.number
    return counts


def _where(
    codes: Iterable[str], locales: Sequence[str], is_so: Callable[[str, str | None], bool]
) -> dict[str, tuple[str, ...]]:
    """Return the codes of which something is so in a locale or in all (then with no locale), in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for code in sorted(codes):
        known = tuple(locale for locale in locales if is_so(code, locale))
        if known:
            found[code] = () if len(known) == len(locales) and is_so(code, None) else known
    return found


def _is_milder(severities: Severities, code: str, locale: str | None) -> bool:
    rule = severities.rule_for(code, locale)
    if rule is None or rule.severity is None:
        return False
    return not rule.severity.is_at_least(rules()[code].severity)
