"""`l10n check`: what is selected, ignored, known already, required; and what is broken beside it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_main_job import catalog, plant, plant_in_msgstr
from tests.conftest import Command, Ran, snapshot

NL = "locales/nl/LC_MESSAGES/russian-actress-iss.po"


@pytest.fixture
def faulty(article: Path) -> Path:
    """Return the article with a name wrong, a name left out and a translation missing, all in nl."""
    plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
    plant_in_msgstr(catalog(article, "nl"), "Tom Cruise wil ook", "Hij wil ook")
    plant(catalog(article, "nl"), 'msgstr "De raket is vanmorgen gelanceerd:"', 'msgstr ""')
    return article


def codes(ran: Ran) -> list[str]:
    return re.findall(r"^\S+?:\d+:\d+: (\S+) ", ran.out, re.MULTILINE)


def configure(folder: Path, text: str) -> None:
    with (folder / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write(text)


def comment(folder: Path, above: str, text: str) -> int:
    """Put a translator comment above a message and return its line."""
    return plant(catalog(folder, "nl"), above, f"# {text}\n{above}")


class TestSelecting:
    def test_without_options_everything_is_found(self, faulty: Path, l10n: Command) -> None:
        assert codes(l10n(faulty, "check")) == ["missing-translation", "missing-name", "inconsistent-name"]

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            (["--select", "names"], ["missing-name", "inconsistent-name"]),
            (["--select", "missing-name,missing-translation"], ["missing-translation", "missing-name"]),
            (["--ignore", "state", "--ignore", "missing-name"], ["inconsistent-name"]),
            (["--select", "names", "--ignore", "missing-name"], ["inconsistent-name"]),
        ],
    )
    def test_options_choose(
        self, faulty: Path, l10n: Command, options: list[str], expected: list[str]
    ) -> None:
        assert codes(l10n(faulty, "check", *options)) == expected

    def test_nothing_of_what_was_asked_for_is_exit_code_0(self, faulty: Path, l10n: Command) -> None:
        assert l10n(faulty, "check", "--select", "fuzzy-message").code == 0

    def test_an_unknown_code_is_an_error(self, faulty: Path, l10n: Command) -> None:
        ran = l10n(faulty, "check", "--select", "mising-name")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "l10n: --select: unknown code 'mising-name'\n  hint: did you mean 'missing-name'?\n"

    @pytest.mark.parametrize(
        ("options", "places"),
        [
            (["--fix", "--update-baseline"], "--fix, --update-baseline"),
            (["--diff"], "--diff"),
            (["--fix", "--diff", "--output-format", "json"], "--diff, --output-format json"),
            (["--summary", "--all"], "--summary, --all"),
            (["--summary", "--output-format", "sarif"], "--summary, --output-format sarif"),
            (["--select", "names", "--ignore", "names"], "--select names, --ignore names"),
        ],
    )
    def test_options_that_contradict_each_other_are_both_named(
        self, faulty: Path, l10n: Command, options: list[str], places: str
    ) -> None:
        before = snapshot(faulty)
        ran = l10n(faulty, "check", *options)
        assert (ran.code, ran.out) == (2, "")
        assert f"l10n: {places}: " in ran.err
        assert snapshot(faulty) == before


class TestSeverities:
    def test_what_is_off_in_a_locale_is_not_found_there(self, faulty: Path, l10n: Command) -> None:
        plant_in_msgstr(catalog(faulty, "en"), "Tom Cruise", "He")
        configure(faulty, '[severity.nl]\nmissing-name = "off"\n')
        out = l10n(faulty, "check", "--select", "missing-name").out
        assert "locales/en/" in out
        assert "locales/nl/" not in out

    def test_what_is_only_info_does_not_fail(self, faulty: Path, l10n: Command) -> None:
        configure(faulty, '[severity]\nnames = "info"\nstate = "info"\n')
        ran = l10n(faulty, "check")
        assert ran.code == 0
        assert ran.out.count("[info]\n") == 3
        assert ran.err.splitlines() == [
            "3 info in 1 file (1 document in 3 locales checked)",
            (
                "silenced: 9 codes are milder: fuzzy-message, inconsistent-name, missing-form, missing-name, "
                "missing-translation, mixed-script, name-case, outdated-catalog, …"
            ),
        ]

    def test_a_warning_says_so_and_fails(self, faulty: Path, l10n: Command) -> None:
        ran = l10n(faulty, "check", "--select", "missing-name")
        assert ran.code == 1
        assert "the source has this name (tom-cruise) [warning]\n" in ran.out
        assert ran.err.startswith("1 warning in 1 file (")


class TestFailOn:
    """`fail_on` and `--fail-on` say which findings give exit code 1; what is reported stays the same."""

    @pytest.mark.parametrize(
        ("severity", "fail_on", "code"),
        [
            ("error", "error", 1),
            ("error", "info", 1),
            ("warning", "error", 0),
            ("warning", "warning", 1),
            ("info", "error", 0),
            ("info", "warning", 0),
            ("info", "info", 1),
        ],
    )
    def test_what_is_as_bad_or_worse_fails(
        self, faulty: Path, l10n: Command, severity: str, fail_on: str, code: int
    ) -> None:
        configure(faulty, f'[severity]\nnames = "{severity}"\n')
        ran = l10n(faulty, "check", "--select", "inconsistent-name", "--fail-on", fail_on)
        assert (ran.code, codes(ran)) == (code, ["inconsistent-name"])

    def test_the_configuration_says_it_too_and_the_option_beats_it(self, faulty: Path, l10n: Command) -> None:
        path = faulty / "l10n.toml"
        path.write_text(f'fail_on = "error"\n{path.read_text(encoding="utf-8")}', encoding="utf-8")
        assert l10n(faulty, "check", "--select", "missing-name").code == 0
        assert l10n(faulty, "check", "--select", "missing-name", "--fail-on", "warning").code == 1
        assert l10n(faulty, "check", "--select", "missing-translation").code == 1

    def test_by_default_errors_and_warnings_fail(self, faulty: Path, l10n: Command) -> None:
        assert (
            json.loads(l10n(faulty, "check", "--output-format", "json").out)["summary"]["fail_on"]
            == "warning"
        )

    def test_what_cannot_be_read_fails_all_the_same(self, faulty: Path, l10n: Command) -> None:
        catalog(faulty, "nl").write_text('msgid "x\n', encoding="utf-8")
        assert l10n(faulty, "check", "--fail-on", "error").code == 2

    @pytest.mark.parametrize(("fail_on", "said"), [("error", True), ("warning", False), ("info", False)])
    def test_a_gate_says_that_it_lets_warnings_pass(
        self, faulty: Path, l10n: Command, fail_on: str, said: bool
    ) -> None:
        silenced = json.loads(l10n(faulty, "check", "--fail-on", fail_on, "--output-format", "json").out)[
            "silenced"
        ]
        assert silenced["line"] == ("silenced: warnings pass" if said else "")
        assert silenced["passing"] == (["warning"] if said else [])

    def test_every_format_gives_the_same_reason(self, faulty: Path, l10n: Command) -> None:
        options = ("--select", "missing-name", "--fail-on", "error", "--output-format")
        run = json.loads(l10n(faulty, "check", *options, "sarif").out)["runs"][0]["invocations"][0]
        assert (run["exitCode"], run["exitCodeDescription"]) == (0, "no errors")
        assert run["executionSuccessful"]
        assert 'failures="0"' in l10n(faulty, "check", *options, "junit").out
        assert 'failures="1"' in l10n(faulty, "check", *options[:2], "--output-format", "junit").out

    def test_an_unknown_severity_is_an_error(self, faulty: Path, l10n: Command) -> None:
        path = faulty / "l10n.toml"
        path.write_text(f'fail_on = "off"\n{path.read_text(encoding="utf-8")}', encoding="utf-8")
        ran = l10n(faulty, "check")
        assert ran.code == 2
        assert ran.err == (
            """l10n: l10n.toml:1: fail_on: must be one of "error", "warning", "info", not 'off'\n"""
        )


class TestSilence:
    """A gate says in one line what it was told not to see, and nothing where it was told nothing."""

    MUCH = (
        'allow_tags = ["u", "br"]\nallow_links = ["https://example.org/"]\nfront_matter_skip = ["title"]\n'
        '[severity]\nspelling = "off"\nunregistered-name = "off"\nnumber-mismatch = "off"\n'
        '[severity.nl]\nfuzzy-message = "info"\n[require]\nnl = 80\n'
    )

    def silence(self, folder: Path, l10n: Command, *options: str) -> str:
        answer = json.loads(l10n(folder, "check", "--output-format", "json", *options).out)
        return str(answer["silenced"]["line"])

    @pytest.mark.parametrize(
        ("configuration", "options", "line"),
        [
            ("", (), ""),
            ('[severity]\nnames = "error"\n', (), ""),
            ("[require]\nnl = 100\n", (), ""),
            ('[severity]\nnumber-mismatch = "off"\n', (), "silenced: 1 code is off: number-mismatch"),
            ('[severity.nl]\nnumber-mismatch = "off"\n', (), "silenced: 1 code is off: number-mismatch (nl)"),
            (
                '[severity]\nnumber-mismatch = "off"\n',
                ("--select", "names"),
                "silenced: only 1 selected: names",
            ),
            ('[severity]\nname-case = "info"\n', (), "silenced: 1 code is milder: name-case"),
            ('allow_tags = ["u"]\n', (), "silenced: 1 tag is allowed: u"),
            ('html_code = "skip"\n', (), "silenced: 1 part is no text: code in HTML"),
            ("require = 70\n", (), "silenced: 70% is enough: all"),
            ("[require]\nnl = 70\nru = 50\n", (), "silenced: from 50% on is enough: nl 70%, ru 50%"),
            ("[require]\nnl = 70\n", ("ru",), ""),
        ],
    )
    def test_each_of_them_is_named(
        self, article: Path, l10n: Command, configuration: str, options: tuple[str, ...], line: str
    ) -> None:
        configure(article, configuration)
        assert self.silence(article, l10n, *options) == line

    def test_where_there_is_no_room_it_says_how_many(self, article: Path, l10n: Command) -> None:
        configure(article, self.MUCH)
        line = self.silence(article, l10n)
        assert line.startswith(
            "silenced: 2 codes are off: number-mismatch, unregistered-name; 1 code is milder;"
        )
        assert line.endswith("; 80% is enough")
        assert len(line) <= 160

    def test_a_baseline_says_how_much_it_hides(self, faulty: Path, l10n: Command) -> None:
        assert l10n(faulty, "check", "--baseline", "b.json", "--update-baseline").code == 0
        ran = l10n(faulty, "check", "--baseline", "b.json")
        assert ran.code == 0
        assert ran.err.splitlines()[-1] == "silenced: the baseline hides 3"

    def test_every_format_says_it_somewhere(self, article: Path, l10n: Command) -> None:
        configure(article, '[severity]\nnumber-mismatch = "off"\n')
        line = "silenced: 1 code is off: number-mismatch"
        for form in ("text", "json", "github", "junit", "sarif", "html"):
            ran = l10n(article, "check", "--output-format", form)
            assert (ran.out + ran.err).count(line) == 1 + (form == "sarif"), form
        ran = l10n(article, "check", "--output-format", "github")
        assert ran.out == f"::notice title=l10n::{line}\n"

    def test_it_is_the_same_with_and_without_the_cache(self, faulty: Path, l10n: Command) -> None:
        configure(faulty, self.MUCH)
        comment(faulty, 'msgid "Tom Cruise wants too"', "l10n: ignore missing-name he is in the heading")
        runs = [l10n(faulty, "check", *options) for options in ([], [], ["--no-cache"])]
        assert runs[0] == runs[1] == runs[2]
        assert "comments hide 1" in runs[0].err

    def test_what_a_setting_says_cannot_make_a_second_line(self, article: Path, l10n: Command) -> None:
        configure(article, 'allow_links = ["https://a/\\n::error::x", "\\u202e"]\n')
        assert l10n(article, "check").err.splitlines()[1:] == [
            "silenced: 2 links are allowed: https://a/ ::error::x, <U+202E>"
        ]


class TestCommentsThatIgnore:
    def test_a_finding_passes_for_the_reason_given(self, faulty: Path, l10n: Command) -> None:
        comment(faulty, 'msgid "Tom Cruise wants too"', "l10n: ignore missing-name he is in the heading")
        ran = l10n(faulty, "check", "--output-format", "json")
        answer = json.loads(ran.out)
        assert [finding["code"] for finding in answer["findings"]] == [
            "missing-translation",
            "inconsistent-name",
        ]
        ignored = answer["ignored"][0]
        assert (ignored["by"], ignored["reason"]) == ("comment", "he is in the heading")

    def test_in_the_header_it_holds_for_the_whole_catalog(self, faulty: Path, l10n: Command) -> None:
        path = catalog(faulty, "nl")
        text = path.read_text(encoding="utf-8")
        start = text.index('msgid ""')
        path.write_text(
            f"{text[:start]}# l10n: ignore names,state an old translation\n{text[start:]}", encoding="utf-8"
        )
        ran = l10n(faulty, "check")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == (
            "all clean: 1 document in 3 locales checked; 3 ignored\nsilenced: comments hide 3\n"
        )

    def test_one_that_ignores_nothing_any_more_is_found_at_its_line(
        self, article: Path, l10n: Command
    ) -> None:
        line = comment(article, 'msgid "Tom Cruise wants too"', "l10n: ignore missing-name he is meant")
        ran = l10n(article, "check")
        assert ran.code == 1
        assert ran.out.startswith(f"{NL}:{line}:1: unused-ignore missing-name is no longer found here")
        assert l10n(article, "check", "--ignore", "missing-name").code == 0, "it was not looked for"
        assert l10n(article, "check", "ru").code == 0, "its catalog was not looked at"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("l10n: ignore missing-name", "the reason for ignoring missing-name is missing"),
            ("l10n: ignore missing-name  — ", "the reason for ignoring missing-name is missing"),
            ("l10n:ignore", "the code to ignore is missing"),
            ("l10n: ignore mising-name he is meant", "unknown code 'mising-name'"),
            ("l10n: ignore unused-ignore I know", "unused-ignore cannot be ignored here"),
        ],
    )
    def test_one_that_cannot_be_followed_is_found(
        self, faulty: Path, l10n: Command, text: str, said: str
    ) -> None:
        line = comment(faulty, 'msgid "Tom Cruise wants too"', text)
        assert f"{NL}:{line}:1: invalid-ignore {said}" in l10n(faulty, "check").out

    def test_it_stays_with_its_message_through_an_update(self, faulty: Path, l10n: Command) -> None:
        comment(faulty, 'msgid "Tom Cruise wants too"', "l10n: ignore missing-name he is in the heading")
        assert l10n(faulty, "extract").code == 0
        assert "missing-name" not in codes(l10n(faulty, "check"))


class TestBaseline:
    def test_what_is_in_it_passes_and_what_is_new_does_not(self, faulty: Path, l10n: Command) -> None:
        taken = l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        assert (taken.code, taken.out, taken.err) == (0, "", "wrote known.json\n")
        assert l10n(faulty, "check", "--baseline", "known.json").code == 0
        again = l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        assert again.err == "the baseline is up to date\n"
        plant_in_msgstr(catalog(faulty, "ru"), "Клим Шипенко", "Klim Shipenko")
        ran = l10n(faulty, "check", "--baseline", "known.json")
        assert (ran.code, codes(ran)) == (1, ["inconsistent-name"])

    def test_moved_lines_change_nothing(self, faulty: Path, l10n: Command) -> None:
        l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        comment(faulty, 'msgid "Tom Cruise wants too"', "a remark\n#\n# of three lines")
        assert l10n(faulty, "check", "--baseline", "known.json").code == 0

    def test_an_entry_that_is_fixed_is_found_at_its_line_and_taken_out(
        self, faulty: Path, l10n: Command
    ) -> None:
        l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        l10n(faulty, "names", "fix")
        ran = l10n(faulty, "check", "--baseline", "known.json")
        place = re.search(
            r"^known\.json:(\d+):1: unused-ignore inconsistent-name is no longer found", ran.out, re.MULTILINE
        )
        assert place
        line = (faulty / "known.json").read_text(encoding="utf-8").split("\n")[int(place[1]) - 1]
        assert '"fingerprint"' in line
        assert l10n(faulty, "check", "ru", "--baseline", "known.json").code == 0, (
            "its catalog was not looked at"
        )
        l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        assert l10n(faulty, "check", "--baseline", "known.json").code == 0
        assert "Shipenko" not in (faulty / "known.json").read_text(encoding="utf-8")

    def test_an_update_of_one_locale_keeps_the_entries_of_the_others(
        self, faulty: Path, l10n: Command
    ) -> None:
        l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        before = (faulty / "known.json").read_bytes()
        assert l10n(faulty, "check", "ru", "--baseline", "known.json", "--update-baseline").code == 0
        assert (faulty / "known.json").read_bytes() == before

    def test_the_configuration_can_name_it(self, faulty: Path, l10n: Command) -> None:
        configure(faulty, 'baseline = "locales/known.json"\n')
        assert "locales/known.json: there is no such baseline" in l10n(faulty, "check").err
        assert l10n(faulty, "check", "--update-baseline").code == 0
        assert l10n(faulty, "check").code == 0

    def test_diff_shows_it_and_writes_nothing(self, faulty: Path, l10n: Command) -> None:
        ran = l10n(faulty, "check", "--baseline", "known.json", "--update-baseline", "--diff")
        assert ran.code == 1
        assert '+      "code": "missing-name",' in ran.out
        assert not (faulty / "known.json").exists()

    @pytest.mark.parametrize(
        "text",
        ["", "[]", "{}", '{"schema_version": 2, "findings": []}', '{"schema_version": 1, "findings": [3]}'],
    )
    def test_what_is_no_baseline_is_an_error(self, article: Path, l10n: Command, text: str) -> None:
        (article / "known.json").write_text(text, encoding="utf-8")
        ran = l10n(article, "check", "--baseline", "known.json")
        assert (ran.code, ran.out) == (2, "")
        assert "l10n: known.json: this baseline cannot be read" in ran.err

    def test_there_is_none_to_update(self, faulty: Path, l10n: Command) -> None:
        assert "the baseline needs a file" in l10n(faulty, "check", "--update-baseline").err


class TestCompleteness:
    def test_what_a_catalog_may_lack_is_not_found_but_counted(self, faulty: Path, l10n: Command) -> None:
        configure(faulty, "[require]\nnl = 90\n")
        ran = l10n(faulty, "check", "--ignore", "names")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == (
            "all clean: 1 document in 3 locales checked; 1 untranslated allowed\n"
            "silenced: 1 left out: names; 90% is enough: nl\n"
        )

    def test_a_catalog_below_it_is_found_with_what_it_lacks(self, faulty: Path, l10n: Command) -> None:
        configure(faulty, '[require.documents]\n"russian-*" = 91\n')
        ran = l10n(faulty, "check", "--ignore", "names")
        assert ran.code == 1
        assert f"{NL}:1:1: incomplete-catalog nl is 90% translated, 91% is required\n" in ran.out
        assert codes(ran) == ["incomplete-catalog", "missing-translation"]


class TestBrokenFiles:
    def break_it(self, folder: Path) -> int:
        path = catalog(folder, "ru")
        text = path.read_text(encoding="utf-8").replace('msgid "Tom Cruise wants too"', 'msgid "Tom Cruise')
        path.write_text(text, encoding="utf-8")
        return plant(path, 'msgid "Tom Cruise', 'msgid "Tom Cruise')

    def test_a_broken_catalog_does_not_hide_the_findings_of_the_others(
        self, faulty: Path, l10n: Command
    ) -> None:
        line = self.break_it(faulty)
        ran = l10n(faulty, "check")
        assert ran.code == 2
        assert codes(ran) == ["missing-translation", "missing-name", "inconsistent-name"]
        assert f"l10n: locales/ru/LC_MESSAGES/russian-actress-iss.po:{line}:" in ran.err
        assert "1 file cannot be read; 2 errors, 1 warning in 1 file" in ran.err

    def test_every_format_says_that_it_is_broken(self, faulty: Path, l10n: Command) -> None:
        self.break_it(faulty)

        def answer(form: str) -> Any:
            ran = l10n(faulty, "check", "--output-format", form)
            assert ran.code == 2
            return json.loads(ran.out) if form in ("json", "sarif") else ran.out

        assert answer("json")["errors"][0]["where"].startswith("locales/ru/")
        assert answer("json")["summary"]["exit_code"] == 2
        invocation = answer("sarif")["runs"][0]["invocations"][0]
        assert invocation["executionSuccessful"] is False
        assert "locales/ru/" in invocation["toolExecutionNotifications"][0]["message"]["text"]
        assert answer("github").startswith("::error file=locales/ru/LC_MESSAGES/russian-actress-iss.po::")
        assert '<error message="' in answer("junit")
        assert "cannot be read" in answer("html")

    def test_a_broken_source_does_not_hide_the_findings_of_the_others(
        self, faulty: Path, l10n: Command
    ) -> None:
        (faulty / "source" / "other.txt").write_bytes(b"caf\xe9 au lait")
        ran = l10n(faulty, "check")
        assert ran.code == 2
        assert "inconsistent-name" in ran.out
        assert "l10n: source/other.txt:1:4: " in ran.err

    @pytest.mark.parametrize("verb", [["check", "--fix"], ["names", "fix"]], ids=" ".join)
    def test_nothing_is_written_while_a_file_cannot_be_read(
        self, faulty: Path, l10n: Command, verb: list[str]
    ) -> None:
        self.break_it(faulty)
        before = snapshot(faulty)
        assert l10n(faulty, *verb).code == 2
        assert snapshot(faulty) == before

    def test_no_baseline_is_taken_either(self, faulty: Path, l10n: Command) -> None:
        self.break_it(faulty)
        ran = l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        assert (ran.code, ran.out) == (2, "")
        assert not (faulty / "known.json").exists()
