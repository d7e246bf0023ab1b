"""Right text with thirty registered names, where nobody has said how names change, is neither marked nor touched."""

import csv
import json
from pathlib import Path

import polib
import pytest

from l10n.checks.registry import CHECKS
from l10n.languages import packs
from l10n.workflow.languages import silent_checks
from tests.conftest import Command, snapshot

TABLE = Path(__file__).parents[1] / "cases" / "languages" / "without_pack.tsv"
ROWS = list(
    csv.DictReader(
        (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")),
        delimiter="\t",
    )
)
LOCALES = ("fi", "el", "ka", "cs", "uk", "de")
# a name behind "of", a name alone, a name in direct speech; as each language sets it
SENTENCES = {
    "en": ("This is a picture of {of}.", "{name} was there.", "“That is {name},” she said."),
    "fi": ("Tämä on kuva: {of} kuva.", "{name} oli siellä.", "”Se on {name}”, hän sanoi."),
    "el": ("Αυτή είναι μια εικόνα: {of}.", "{name}: ήταν εκεί.", "«{name}», είπε εκείνη."),
    "ka": ("ეს არის {of} სურათი.", "{name} იქ იყო.", "„ეს არის {name}“, თქვა მან."),
    "cs": ("Toto je obraz {of}.", "{name} tam byl.", "„To je {name},“ řekla."),
    "uk": ("Це зображення {of}.", "{name} там був.", "«Це {name}», — сказала вона."),
    "de": ("Das ist ein Bild von {of}.", "{name} war dort.", "„Das ist {name}“, sagte sie."),
}


def sentences(row: dict[str, str], locale: str) -> list[str]:
    name, _, of = row[locale].partition("|")
    return [sentence.format(name=name, of=of or name) for sentence in SENTENCES[locale]]


@pytest.fixture
def project(tmp_path: Path, l10n: Command) -> Path:
    """Return a project with the right translation of every sentence about every name, in all the languages."""
    (tmp_path / "source").mkdir()
    (tmp_path / "locales").mkdir()
    listed = ", ".join(f'"{locale}"' for locale in LOCALES)
    (tmp_path / "l10n.toml").write_text(f'source_locale = "en"\nlocales = [{listed}]\n', encoding="utf-8")
    texts = [text for row in ROWS for text in sentences(row, "en")]
    (tmp_path / "source" / "a.md").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    entries = []
    for row in ROWS:
        forms = "\n".join(
            f'{locale} = {{ preferred = "{row[locale].partition("|")[0]}" }}' for locale in ("en", *LOCALES)
        )
        head = f'id = "{row["id"]}"\nkind = "{row["kind"]}"\nnative = "{row["en"]}"\nlanguage = "en"\nbecause = "test"'
        entries.append(f"[[name]]\n{head}\n{forms}\n")
    (tmp_path / "locales" / "names.toml").write_text("\n".join(entries), encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    for locale in LOCALES:
        catalog = polib.pofile(str(tmp_path / "locales" / locale / "LC_MESSAGES" / "a.po"))
        known = {
            source: text
            for row in ROWS
            for source, text in zip(sentences(row, "en"), sentences(row, locale), strict=True)
        }
        for entry in catalog:
            entry.msgstr = known[entry.msgid]
        catalog.save()
    return tmp_path


def test_there_are_thirty_names_and_no_pack_says_how_they_change() -> None:
    assert len(ROWS) == 30
    assert not {*LOCALES} & {*packs.tags_with("inflection")}


def test_right_text_is_neither_marked_nor_touched(project: Path, l10n: Command) -> None:
    ran = l10n(project, "check", "--output-format", "json")
    assert json.loads(ran.out)["findings"] == []
    assert ran.code == 0
    before = snapshot(project / "locales")
    for command in (("check", "--fix"), ("names", "fix"), ("extract",)):
        assert l10n(project, *command).code == 0
    assert snapshot(project / "locales") == before


def test_what_does_not_run_is_told_when_asked(project: Path, l10n: Command) -> None:
    told = l10n(project, "check", "fi", "ka", "--verbose").err
    assert "fi: lost-apostrophe did not run: nothing is known of Finnish lost apostrophes" in told
    assert "quotation-marks" in told
    assert "nothing is known of Georgian typography" in told
    assert "Finnish typography" not in told
    assert "did not run" not in l10n(project, "check", "fi").err
    selected = l10n(project, "check", "fi", "--verbose", "--select", "number-mismatch").err
    assert "date-mismatch" not in selected


def test_the_table_of_checks_says_where_each_of_them_runs(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, "languages", "--checks", "nl", "xh")
    rows = {line.split()[0]: line for line in ran.out.splitlines()}
    silent = silent_checks(["nl", "xh"])
    assert set(rows) == {"check"} | {check.code for check in CHECKS.values() if check.needs}
    for code, row in rows.items():
        if code != "check":
            runs_in = [locale for locale in ("nl", "xh") if code not in silent[locale]]
            assert row.endswith(f"  {' '.join(runs_in) or '–'}")
    assert rows["quotation-marks"].split() == ["quotation-marks", "typography", "nl"]
    assert ran.err == f"the other {len(CHECKS) - len(rows) + 1} checks run in every language\n"
