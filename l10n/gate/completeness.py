"""How complete a catalog has to be, and what follows when it is, or is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from l10n.catalog.statistics import Statistics
from l10n.errors import ConfigurationError, L10nError, did_you_mean, raise_all
from l10n.gate.rules import rules
from l10n.gate.selection import Severities
from l10n.languages.unknown_locale import unknown_locale
from l10n.model import Finding, Location
from l10n.policy import COMPLETE, Requirement
from l10n.settings import Policy

# What a catalog that is complete enough may have.
TOLERATED = ("missing-translation", "fuzzy-message")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentName:
    """A document as the configuration may name it: by its domain, or by the path of its source."""

    domain: str
    path: str

    def is_named(self, pattern: str) -> bool:
        """Return whether `pattern` is or matches one of its names."""
        return any(fnmatchcase(name, pattern) for name in (self.domain, self.path))

    def has_name(self, name: str | None) -> bool:
        """Return whether `name` is one of its names, and no pattern."""
        return name in (self.domain, self.path)


def requirement_for(policy: Policy, document: DocumentName, locale: str) -> Requirement:
    """Return what is required of a document in a locale: 100 % where nothing is configured.

    What is said of this document in this locale beats what is said of either, and that beats what is said of all;
    a name beats a pattern, and of several patterns in one table the last one decides, as for encodings. Raises
    ConfigurationError when two rules of one rank differ.
    """
    rules = [rule for rule in policy.require if _applies(rule, document, locale)]
    rank = max((_rank(rule) for rule in rules), default=0)
    rules = [rule for rule in rules if _rank(rule) == rank]
    last = {(rule.locale, rule.document is None): rule for rule in rules}
    last |= {(rule.locale, False): rule for rule in rules if document.has_name(rule.document)}
    rules = list(last.values())
    if not rules:
        return Requirement(percent=COMPLETE, keys=())
    _refuse_contradiction(policy, rules, document, locale)
    return rules[0]


def _applies(rule: Requirement, document: DocumentName, locale: str) -> bool:
    return rule.locale in (None, locale) and (rule.document is None or document.is_named(rule.document))


def _rank(rule: Requirement) -> int:
    return (rule.locale is not None) + (rule.document is not None)


def _refuse_contradiction(
    policy: Policy, rules: Sequence[Requirement], document: DocumentName, locale: str
) -> None:
    other = next((rule for rule in rules if rule.percent != rules[0].percent), None)
    if other is None:
        return
    places = [policy.place_of(rule.keys) for rule in (rules[0], other)]
    raise ConfigurationError(
        f"{document.domain} in {locale} is required to be {rules[0].percent}% and {other.percent}% translated",
        where=places[0],
        why=f"the other setting is at {places[1]}",
        hint=f'set one percentage for it: [tool.l10n.require.{locale}] "{document.domain}" = …',
    )


def configured_requirements(
    policy: Policy, documents: Sequence[DocumentName], severities: Severities
) -> dict[tuple[str, str], Requirement]:
    """Return what is required of each document (by domain) in each locale.

    Raises ConfigurationError for documents and locales that do not exist, and for rules that contradict each other.
    """
    errors: list[L10nError] = []
    for rule in policy.require:
        if rule.locale is not None and rule.locale not in policy.locales:
            errors.append(unknown_locale(rule.locale, policy.locales, where=policy.place_of(rule.keys)))
        if rule.document is not None and not any(one.is_named(rule.document) for one in documents):
            errors.append(_unknown_document(policy, rule, documents))
    raise_all(errors)
    found: dict[tuple[str, str], Requirement] = {}
    for document in documents:
        for locale in policy.locales:
            try:
                rule = requirement_for(policy, document, locale)
            except ConfigurationError as error:
                errors.append(error)
                continue
            errors += _asked_but_off(policy, rule, locale, severities)
            found[document.domain, locale] = rule
    raise_all(list({str(error): error for error in errors}.values()))
    return found


def _unknown_document(
    policy: Policy, rule: Requirement, documents: Iterable[DocumentName]
) -> ConfigurationError:
    return ConfigurationError(
        f"no source is named {rule.document!r}",
        where=policy.place_of(rule.keys),
        hint=did_you_mean(rule.document or "", [document.domain for document in documents]),
    )


def _asked_but_off(
    policy: Policy, rule: Requirement, locale: str, severities: Severities
) -> Iterable[ConfigurationError]:
    """Yield an error when a catalog has to be complete, but nobody wants to hear of what is missing."""
    if rule.percent < COMPLETE or not rule.keys:
        return
    for code in TOLERATED:
        off = severities.rule_for(code, locale)
        if off is not None and off.severity is None:
            yield ConfigurationError(
                f"{locale} is required to be complete, but {code} is off",
                where=policy.place_of(rule.keys),
                why=f"the other setting is at {policy.place_of(off.keys)}",
                hint="change one of the two",
            )


def incompleteness(
    statistics: Statistics, required: Requirement, locale: str, catalog_name: str, where: str
) -> Finding | None:
    """Return the finding of a catalog that is less complete than the configuration asks; None where it is not.

    Without a configured rule there is none: each missing translation is a finding of its own.
    """
    if not required.keys or statistics.percent >= required.percent:
        return None
    return Finding(
        code="incomplete-catalog",
        severity=rules()["incomplete-catalog"].severity,
        message=f"{locale} is {statistics.percent}% translated, {required.percent}% is required",
        location=Location(path=catalog_name, line=1, column=1),
        hint=f"{statistics.untranslated} untranslated, {statistics.fuzzy} fuzzy of {statistics.total}",
        because=(where,),
    )
