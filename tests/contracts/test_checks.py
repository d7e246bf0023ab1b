"""Every check in the registry proves itself: unique code, an authority, examples that pass and that fail."""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalog import pofile
from l10n.catalog.catalog import Message, Previous
from l10n.checks.base import Check, Example, Subject
from l10n.checks.registry import CHECKS, GROUPS
from l10n.errors import ConfigurationError
from l10n.formats import format_of
from l10n.model import Finding, Severity
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry

LOCALES = ("nl", "en", "ru")
DICTIONARIES = Path(__file__).parent.parent / "cases" / "checks" / "dictionaries"

each_check = pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS.keys())


def subject(example: Example) -> Subject:
    flags = (*example.flags, *(("fuzzy",) if example.fuzzy else ()))
    message = Message(
        msgid=example.msgid or example.source,
        msgid_plural=example.msgid_plural,
        msgstr=(example.msgstr, *example.more_forms),
        flags=flags,
        previous=Previous(msgid=example.previous) if example.previous else None,
        obsolete=example.obsolete,
    )
    form = format_of(example.path)
    assert form is not None
    fields = "Content-Type: text/plain; charset=UTF-8\n"
    if example.plural_forms is not None:
        fields += f"Plural-Forms: {example.plural_forms}\n"
    header = Message(msgid="", msgstr=(fields,))
    return Subject(
        document=form.parse(example.source, example.path),
        form=form,
        source_locale="en",
        locale=example.locale,
        catalog_name="locales/example.po",
        file=pofile.read(pofile.write(None, [header, message]), "locales/example.po"),
        lexicon=compile_lexicon(read_registry(example.registry, "locales/names.toml", LOCALES), LOCALES),
        dictionaries=str(DICTIONARIES),
    )


def findings(check: Check, example: Example) -> list[Finding]:
    return list(check.find(subject(example)))


def test_codes_are_unique_and_kebab_case() -> None:
    codes = Counter(check.code for checks in GROUPS.values() for check in checks)
    assert set(codes) == set(CHECKS)
    assert set(codes.values()) == {1}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


@each_check
class TestEachCheck:
    def test_it_has_a_description_an_authority_and_examples(self, check: Check) -> None:
        assert check.description.endswith(".")
        assert check.authority
        assert check.passing
        assert check.failing

    def test_its_passing_examples_pass(self, check: Check) -> None:
        for example in check.passing:
            assert findings(check, example) == [], example

    def test_its_failing_examples_fail_with_its_code_and_a_line(self, check: Check) -> None:
        for example in check.failing:
            found = findings(check, example)
            assert found, example
            assert {finding.code for finding in found} == {check.code}
            assert {finding.severity for finding in found} <= {
                check.severity,
                Severity.WARNING,
                Severity.INFO,
            }
            assert all(finding.location.line for finding in found)

    def test_examples_of_other_checks_may_fail_there_but_not_crash_here(self, check: Check) -> None:
        for other in CHECKS.values():
            for example in (*other.passing, *other.failing):
                # an error that says what is missing, such as a dictionary of Greek, is no crash
                with suppress(ConfigurationError):
                    findings(check, example)


def test_an_entry_that_is_only_proposed_gives_information_and_no_edit() -> None:
    check = CHECKS["inconsistent-name"]
    example = check.failing[0]
    proposed = replace(example, registry=example.registry + 'status = "proposed"\n')
    assert [(one.severity, one.edit) for one in findings(check, proposed)] == [(Severity.INFO, None)]
