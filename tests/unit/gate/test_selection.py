"""Which codes are looked for, and how bad each is."""

import sys
from pathlib import Path

import pytest

from l10n.errors import L10nError
from l10n.gate.rules import codes_by_group, rules
from l10n.gate.selection import configured_severities, selected_codes
from l10n.model import Finding, Location, Severity
from l10n.project import Project, find_project

EVERY = frozenset(rules()) - {"spelling"}
NAMES = frozenset(codes_by_group()["names"])


def finding(code: str, severity: Severity) -> Finding:
    return Finding(code=code, message="…", location=Location(path="x.po", line=1), severity=severity)


def project(tmp_path: Path, text: str) -> Project:
    (tmp_path / "l10n.toml").write_text(f'locales = ["nl", "ru"]\n{text}', encoding="utf-8")
    return find_project(tmp_path, {})


class TestSelecting:
    def test_without_options_every_code_is_looked_for_but_those_on_request(self) -> None:
        assert selected_codes((), ()) == EVERY
        assert selected_codes(("spelling",), ()) == {"spelling"}
        assert "spelling" not in selected_codes(("text",), ())

    def test_the_configuration_requests_codes_unless_an_option_says_otherwise(self) -> None:
        assert selected_codes((), (), ["spelling"]) == EVERY | {"spelling"}
        assert selected_codes((), ("text",), ["spelling"]) & {"spelling", "doubled-word"} == {"spelling"}
        assert selected_codes(("names",), (), ["spelling"]) == NAMES

    def test_what_is_not_installed_is_silently_absent_unless_it_is_named(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "spylls", None)
        monkeypatch.setitem(sys.modules, "py3langid", None)
        assert selected_codes((), ()) == EVERY - {"wrong-language"}
        assert "wrong-language" not in selected_codes(("text",), ())
        for code, extra in (("wrong-language", "language"), ("spelling", "spelling")):
            with pytest.raises(L10nError) as error:
                selected_codes((code,), ())
            assert f"pip install 'l10n-names[{extra}]'" in str(error.value)
        with pytest.raises(L10nError):
            selected_codes((), (), ["spelling"])

    def test_a_group_stands_for_its_codes(self) -> None:
        assert selected_codes(("names",), ()) == NAMES
        assert selected_codes((), ("names",)) == EVERY - NAMES

    def test_a_code_says_more_than_its_group(self) -> None:
        assert selected_codes(("names",), ("missing-name",)) == NAMES - {"missing-name"}
        assert selected_codes(("missing-name",), ("names",)) == {"missing-name"}

    @pytest.mark.parametrize("selector", ["names", "missing-name"])
    def test_what_is_both_selected_and_ignored_is_an_error_with_both_places(self, selector: str) -> None:
        with pytest.raises(L10nError) as error:
            selected_codes((selector,), (selector,))
        assert f"--select {selector}, --ignore {selector}" in str(error.value)

    def test_all_unknown_codes_are_told_at_once_with_what_was_meant(self) -> None:
        with pytest.raises(L10nError) as error:
            selected_codes(("mising-name",), ("fuzy-message",))
        assert "--select: unknown code 'mising-name'\n  hint: did you mean 'missing-name'?" in str(
            error.value
        )
        assert "--ignore: unknown code 'fuzy-message'\n  hint: did you mean 'fuzzy-message'?" in str(
            error.value
        )


class TestSeverities:
    def test_a_locale_beats_all_and_a_code_beats_its_group(self, tmp_path: Path) -> None:
        severities = configured_severities(
            project(
                tmp_path,
                '[severity]\nnames = "info"\nmissing-name = "warning"\n'
                '[severity.ru]\nnames = "error"\nmixed-script = "off"\n',
            ).policy
        )
        missing = finding("missing-name", Severity.WARNING)
        assert severities.severity_of(missing, "nl") is Severity.WARNING
        assert severities.severity_of(missing, "ru") is Severity.ERROR
        assert severities.severity_of(finding("inconsistent-name", Severity.ERROR), "nl") is Severity.INFO
        assert severities.is_off("mixed-script", "ru")
        assert not severities.is_off("mixed-script", "nl")
        assert severities.severity_of(finding("fuzzy-message", Severity.ERROR), "nl") is Severity.ERROR

    def test_what_its_check_holds_for_less_is_never_made_worse(self, tmp_path: Path) -> None:
        severities = configured_severities(project(tmp_path, '[severity]\nmissing-name = "error"\n').policy)
        assert severities.severity_of(finding("missing-name", Severity.WARNING), "nl") is Severity.ERROR
        assert severities.severity_of(finding("missing-name", Severity.INFO), "nl") is Severity.INFO

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                '[severity]\nmising-name = "off"\n',
                "l10n.toml:3: severity.mising-name: unknown code 'mising-name'\n  hint: did you mean 'missing-name'?",
            ),
            (
                '[severity.nl_NL]\nnames = "off"\n',
                "l10n.toml:3: severity.nl_NL.names: nl_NL is Dutch (Netherlands); this project has nl, ru",
            ),
        ],
    )
    def test_unknown_codes_and_locales_name_their_line(self, tmp_path: Path, text: str, said: str) -> None:
        with pytest.raises(L10nError) as error:
            configured_severities(project(tmp_path, text).policy)
        assert said in str(error.value)

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('[severity]\nnames = "bad"\n', "l10n.toml:2: severity: names must be one of"),
            ("[severity]\nnames = 3\n", "l10n.toml:2: severity: names must be one of"),
            ('severity = "off"\n', "l10n.toml:2: severity: must be a table"),
            ("[severity.nl]\nnames = []\n", "severity: nl.names must be one of"),
        ],
    )
    def test_what_is_no_severity_is_an_error(self, tmp_path: Path, text: str, said: str) -> None:
        with pytest.raises(L10nError) as error:
            project(tmp_path, text)
        assert said in str(error.value)
