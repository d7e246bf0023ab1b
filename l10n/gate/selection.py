"""Which codes are looked for, and how bad each is in each locale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.checks.registry import CHECKS, is_installed
from l10n.errors import ConfigurationError, L10nError, did_you_mean, raise_all
from l10n.gate.rules import codes_by_group, rules
from l10n.languages.unknown_locale import unknown_locale
from l10n.model import Finding, Severity
from l10n.policy import SeverityRule
from l10n.settings import Policy

_WORST_FIRST = tuple(Severity)


def codes_of(selector: str, where: str) -> tuple[str, ...]:
    """Return the code, or the codes of the group, that `selector` names. Raises ConfigurationError for neither."""
    if selector in rules():
        return (selector,)
    if selector in codes_by_group():
        return codes_by_group()[selector]
    raise ConfigurationError(
        f"unknown code {selector!r}", where=where, hint=did_you_mean(selector, (*rules(), *codes_by_group()))
    )


def selected_codes(
    select: Sequence[str], ignore: Sequence[str], requested: Sequence[str] = ()
) -> frozenset[str]:
    """Return the codes to look for: all, or those of `select`, less those of `ignore`.

    Some are looked for on request only: where they are selected by their own name, or are among those `requested`
    by the configuration.

    A code says more than its group: `--select names --ignore missing-name` leaves one out, and
    `--select missing-name --ignore names` leaves one in. Raises ConfigurationError for unknown codes, and for
    one that is both selected and ignored, or asked for by name and not installed.
    """
    errors: list[L10nError] = []
    wanted, unwanted = _weights(select, "--select", errors), _weights(ignore, "--ignore", errors)
    raise_all(errors)
    errors += [
        ConfigurationError(
            f"{selector!r} is both selected and ignored",
            where=f"--select {selector}, --ignore {selector}",
            hint="remove it from one of the two",
        )
        for selector in dict.fromkeys(select)
        if selector in ignore
    ]
    raise_all(errors)
    everything = {} if select else {code: 2 if code in requested else 0 for code in rules()}
    weights = {**everything, **wanted}
    chosen = [code for code, weight in weights.items() if unwanted.get(code, -1) < weight]
    return frozenset(code for code in chosen if _is_there(code, is_named=weights[code] == 2))


def _is_there(code: str, *, is_named: bool) -> bool:
    """Return whether a code that was chosen is looked for. Raises ConfigurationError for what is not installed."""
    check = CHECKS.get(code)
    if check is None or (is_installed(check) and (is_named or not check.on_request)):
        return True
    if is_named:
        raise ConfigurationError(
            f"the check {code!r} is not installed",
            why=f"it needs the extra [{check.extra}]",
            hint=f"pip install 'l10n-names[{check.extra}]'",
        )
    return False


def _weights(selectors: Sequence[str], option: str, errors: list[L10nError]) -> dict[str, int]:
    """Return each code with 2 where it is named itself, 1 where its group is."""
    weights: dict[str, int] = {}
    for selector in selectors:
        try:
            codes = codes_of(selector, option)
        except ConfigurationError as error:
            errors.append(error)
            continue
        for code in codes:
            weights[code] = max(weights.get(code, 0), 2 if selector in rules() else 1)
    return weights


@dataclass(frozen=True, slots=True)
class Severities:
    """How bad findings are by the configuration: what it says of a locale beats what it says of all, then what it
    says of a code beats what it says of its group."""

    rules: Mapping[tuple[str | None, str], SeverityRule]

    def rule_for(self, code: str, locale: str | None) -> SeverityRule | None:
        """Return the rule that decides, or None where nothing is configured."""
        selectors = (code, rules()[code].group)
        keys = [(where, selector) for where in dict.fromkeys((locale, None)) for selector in selectors]
        return next((self.rules[key] for key in keys if key in self.rules), None)

    def is_off(self, code: str, locale: str | None) -> bool:
        """Return whether nobody wants to hear of the code in this locale."""
        rule = self.rule_for(code, locale)
        return rule is not None and rule.severity is None

    def severity_of(self, finding: Finding, locale: str | None) -> Severity:
        """Return how bad a finding is.

        What its check holds for less than its code usually is (a name only proposed) is never made worse.
        """
        rule = self.rule_for(finding.code, locale)
        if rule is None or rule.severity is None:
            return finding.severity
        if finding.severity is rules()[finding.code].severity:
            return rule.severity
        return max(rule.severity, finding.severity, key=_WORST_FIRST.index)


def configured_severities(policy: Policy) -> Severities:
    """Return the severities of a project. Raises ConfigurationError for codes and locales that do not exist."""
    errors: list[L10nError] = []
    for rule in policy.severity:
        try:
            codes_of(rule.selector, "")
        except ConfigurationError as error:
            errors.append(ConfigurationError(error.what, where=policy.place_of(rule.keys), hint=error.hint))
        if rule.locale is not None and rule.locale not in policy.locales:
            errors.append(unknown_locale(rule.locale, policy.locales, where=policy.place_of(rule.keys)))
    raise_all(errors)
    return Severities({(rule.locale, rule.selector): rule for rule in policy.severity})
