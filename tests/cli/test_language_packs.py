"""A language in one folder: Danish as a project's own pack, without a line of Python."""

import json
import os
import shutil
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polib
import pytest

from l10n import api
from l10n.languages import packs
from tests.conftest import Command

PACK = Path(__file__).parents[1] / "cases" / "languages" / "da"
WRONG_SAMPLE = (
    (PACK / "typography.toml")
    .read_text(encoding="utf-8")
    .replace('becomes = "Han sagde »', 'becomes = "Han sagde «')
)
OF_ANOTHER = (PACK / "from-ru.toml").read_text(encoding="utf-8").replace('locale = "da"', 'locale = "sv"')
ARTICLE = """# In orbit

Yuri Gagarin came from Moscow, and Nikita Khrushchev met him.

“Chekhov is read here,” said Mikhail Gorbachev in Saint Petersburg.
"""
DANISH = {
    "In orbit": "I kredsløb",
    "Yuri Gagarin came from Moscow, and Nikita Khrushchev met him.": "Jurij Gagarin kom fra Moskva, og Nikita"
    " Khrusjtjov mødte ham.",
    "“Chekhov is read here,” said Mikhail Gorbachev in Saint Petersburg.": '"Tjekhov læses her," sagde Mikhail'
    " Gorbatjov i Sankt Petersborg.",
}


@pytest.fixture(autouse=True)
def _packs_of_this_test_only() -> Iterator[None]:
    yield
    packs.use_packs_in()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["da"]\n', encoding="utf-8")
    (tmp_path / "source" / "a.md").write_text(ARTICLE, encoding="utf-8")
    shutil.copytree(PACK, tmp_path / "languages" / "da")
    return tmp_path


def translate(project: Path, l10n: Command) -> Path:
    assert l10n(project, "extract").code == 0
    path = project / "locales" / "da" / "LC_MESSAGES" / "a.po"
    catalog = polib.pofile(str(path))
    for entry in catalog:
        entry.msgstr = DANISH[entry.msgid]
    catalog.save()
    return path


def test_the_pack_has_a_dozen_established_names_and_no_python() -> None:
    forms = tomllib.loads((PACK / "established_forms.toml").read_text(encoding="utf-8"))
    assert sum(len(forms[table]) for table in ("names", "surnames", "places")) >= 12
    assert {path.suffix for path in PACK.iterdir()} == {".toml"}


def test_names_are_written_as_danish_writes_them(project: Path, l10n: Command) -> None:
    given = ["Юрий Гагарин", "Москва", "Никита Хрущёв", "Чехов", "Санкт-Петербург"]
    ran = l10n(project, "names", "convert", "--from", "ru", "--to", "da", *given)
    assert ran.out.splitlines() == [
        "Jurij Gagarin",
        "Moskva",
        "Nikita Khrusjtjov",
        "Tjekhov",
        "Sankt Petersborg",
    ]
    back = l10n(
        project, "names", "convert", "--from", "da", "--to", "en", "Jurij Gagarin", "Nikita Khrusjtjov"
    )
    assert back.out.splitlines() == ["Yuri Gagarin", "Nikita Khrushchev"]
    assert "house-da" in l10n(project, "names", "schemes").out


def test_names_find_proposes_danish_forms(project: Path, l10n: Command) -> None:
    assert l10n(project, "extract").code == 0
    assert l10n(project, "names", "find", "--add").code == 0
    found = tomllib.loads((project / "locales" / "names.toml").read_text(encoding="utf-8"))["name"]
    proposed = {entry["en"]["preferred"]: entry["da"]["preferred"] for entry in found}
    expected = {
        "Yuri Gagarin": "Jurij Gagarin",
        "Moscow": "Moskva",
        "Nikita Khrushchev": "Nikita Khrusjtjov",
        "Mikhail Gorbachev": "Mikhail Gorbatjov",
        "Saint Petersburg": "Sankt Petersborg",
    }
    assert {name: proposed.get(name) for name in expected} == expected


def test_its_typography_is_checked_and_fixed(project: Path, l10n: Command) -> None:
    catalog = translate(project, l10n)
    found = json.loads(l10n(project, "check", "--output-format", "json").out)["findings"]
    assert {one["code"] for one in found if one["severity"] != "info"} == {"quotation-marks"}
    assert l10n(project, "check", "--fix").code == 0
    assert "»Tjekhov læses her,« sagde" in catalog.read_text(encoding="utf-8")


def test_another_engine_and_a_run_that_remembers_know_the_pack_too(project: Path, l10n: Command) -> None:
    translate(project, l10n)
    codes = [
        {
            one["code"]
            for one in json.loads(l10n(project, "check", "--output-format", "json", *more).out)["findings"]
        }
        for more in (("--jobs", "2"), (), ())
    ]
    assert codes[0] == codes[1] == codes[2]
    assert "quotation-marks" in codes[0]
    (project / "languages" / "da" / "typography.toml").unlink()
    left = json.loads(l10n(project, "check", "--output-format", "json").out)["findings"]
    ours = [one["message"] for one in left if one["code"] == "quotation-marks"]
    assert ours == ['“"” should be “””'] * 2  # no more as this project has it, but as the language has it


def test_l10n_languages_shows_it(project: Path, l10n: Command) -> None:
    assert "»«›‹" in l10n(project, "languages", "da").out
    (row,) = json.loads(l10n(project, "languages", "da", "--output-format", "json").out)["languages"]
    assert row["transcription"] == {"sources": ["ru"], "is_read_back": True}
    assert "quotation-marks" not in row["silent_checks"]
    assert row["silent_checks"]["name-case"] == "government"


def test_a_project_does_not_change_what_another_one_knows(
    project: Path, tmp_path: Path, l10n: Command
) -> None:
    assert "»«›‹" in l10n(project, "languages", "da").out
    other = tmp_path / "other"
    other.mkdir()
    (other / "l10n.toml").write_text('locales = ["da"]\n', encoding="utf-8")
    assert "»" not in l10n(other, "languages", "da").out


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("typography", "quotes = [", "Invalid value"),
        ("typography", 'language = "da"\n', "quotes: this key is missing"),
        ("typography", 'language = "da"\n', "decimal: this key is missing"),
        ("typography", 'quotes = ["»", 3]\n', "quotes[1]: must be a string"),
        ("typography", 'initials = "no"\n', "initials: must be true or false"),
        ("typography", 'language = "sv"\n', "is the folder of da"),
        ("typography", "space_dahs = 1\n", "did you mean 'space_dash'"),
        ("typography", WRONG_SAMPLE, "this sample comes out otherwise"),
        ("established_forms", "[places]\n'Москва' = 3\n", "must be a string"),
        ("established_forms", "[place]\n'Москва' = 'x'\n", "unknown key 'place'"),
        ("facts", 'knows = ["dates"]\nnumbers = 3\n', "numbers: must be a table"),
        ("from-ru", "id = 3\n", "id"),
        ("from-el", "id = 3\n", "names of this language are not written by rule yet"),
        ("from-ru", OF_ANOTHER, "is the folder of da"),
        ("typografy", "", "did you mean 'typography'"),
    ],
)
@pytest.mark.parametrize("command", ["check", "languages"])
def test_a_broken_pack_is_an_error_that_names_its_file(
    project: Path, l10n: Command, command: str, name: str, text: str, why: str
) -> None:
    translate(project, l10n)
    (project / "languages" / "da" / f"{name}.toml").write_text(text, encoding="utf-8")
    ran = l10n(project, command)
    assert ran.code == 2
    assert f"languages/da/{name}.toml" in ran.err
    assert why in ran.err
    assert "Traceback" not in ran.err


def broken_link(pack: Path) -> None:
    (pack / "facts.toml").symlink_to("/nowhere/facts.toml")


def loop(pack: Path) -> None:
    (pack / "facts.toml").symlink_to("facts.toml")


def directory(pack: Path) -> None:
    (pack / "facts.toml").mkdir()


def fifo(pack: Path) -> None:
    os.mkfifo(pack / "facts.toml")


def deep(pack: Path) -> None:
    (pack / "facts.toml").write_text("a = " + "[" * 100_000 + "]" * 100_000, encoding="utf-8")


def large(pack: Path) -> None:
    (pack / "facts.toml").write_text("# " + "x" * packs.MOST_BYTES, encoding="utf-8")


def elsewhere(pack: Path) -> None:
    outside = pack.parent.parent.parent / f"outside-{pack.parent.parent.name}"
    outside.mkdir()
    shutil.copy(PACK / "typography.toml", outside)
    (pack.parent / "sv").symlink_to(outside, target_is_directory=True)


def empty(pack: Path) -> None:
    (pack / "facts.toml").write_text("", encoding="utf-8")


def country(pack: Path) -> None:
    pack.rename(pack.parent / "da_DK")


def capital(pack: Path) -> None:
    pack.rename(pack.parent / "DA")


def beside(pack: Path) -> None:
    (pack.parent / "typography.toml").write_text("", encoding="utf-8")


def root(pack: Path) -> None:
    (pack.parent / "root").mkdir()
    (pack.parent / "root" / "scripts.toml").write_text("a = 1\n", encoding="utf-8")


def latin_1(pack: Path) -> None:
    (pack / "prose.toml").write_bytes("length = 1.0 # æ".encode("latin-1"))


@pytest.mark.parametrize(
    "harm",
    [
        broken_link,
        loop,
        directory,
        fifo,
        deep,
        large,
        elsewhere,
        empty,
        country,
        capital,
        beside,
        root,
        latin_1,
    ],
)
@pytest.mark.parametrize("command", ["check", "languages", "extract"])
def test_what_is_no_pack_is_an_error_and_nothing_is_written(
    project: Path, l10n: Command, command: str, harm: Callable[[Path], None]
) -> None:
    harm(project / "languages" / "da")
    ran = l10n(project, command)
    assert ran.code == 2
    assert "languages/" in ran.err
    assert "Traceback" not in ran.err
    assert not (project / "locales").exists()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("typography", 'quotes = ["»", "«", "›", "‹"]', 'quotes = ["", "", "", ""]'),
        ("typography", 'quotes = ["»", "«", "›", "‹"]', 'quotes = "abcd"'),
        ("typography", 'space_dash = "–"', "space_dash = 1"),
        ("typography", 'ellipsis = "…"', 'ellipsis = ["a"]'),
        ("typography", "words = {}", "words = { fotos = 1 }"),
        ("typography", "words = {}", 'words = { fotos = "" }'),
        ("typography", "words = {}", 'words = ["fotos"]'),
        ("typography", 'bound = ["§"]', 'bound = [""]'),
        ("typography", 'tight = ",.;:!?"', 'tight = ""'),
        ("established_forms", '"Jurij"', "3"),
    ],
)
def test_a_value_of_another_kind_is_refused_before_anything_is_fixed(
    project: Path, l10n: Command, name: str, old: str, new: str
) -> None:
    catalog = translate(project, l10n)
    before = catalog.read_bytes()
    path = project / "languages" / "da" / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    ran = l10n(project, "check", "--fix")
    assert (ran.code, catalog.read_bytes()) == (2, before)
    assert f"languages/da/{name}.toml" in ran.err


def test_words_of_a_pack_are_no_patterns(project: Path, l10n: Command) -> None:
    translate(project, l10n)
    path = project / "languages" / "da" / "typography.toml"
    text = path.read_text(encoding="utf-8").replace("apostrophes = []", 'apostrophes = ["(s+)+x", "("]')
    path.write_text(text.replace("elisions = []", 'elisions = ["["]'), encoding="utf-8")
    assert l10n(project, "check").code == 1


def test_a_byte_order_mark_is_read_over(project: Path, l10n: Command) -> None:
    path = project / "languages" / "da" / "typography.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert "»«›‹" in l10n(project, "languages", "da").out


def test_two_projects_in_two_threads_keep_what_is_their_own(
    project: Path, tmp_path: Path, l10n: Command
) -> None:
    translate(project, l10n)
    plain = tmp_path / "plain"
    shutil.copytree(project / "source", plain / "source")
    shutil.copytree(project / "locales", plain / "locales")
    shutil.copy(project / "l10n.toml", plain)
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(api.check, [project, plain] * 4))
    asked = [any("should be “»”" in one.message for one in report.findings) for report in reports]
    assert asked == [True, False] * 4


def test_a_folder_of_languages_that_leads_out_of_the_project_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory, l10n: Command
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    shutil.rmtree(project / "languages")
    (project / "languages").symlink_to(outside, target_is_directory=True)
    ran = l10n(project, "check")
    assert (ran.code, "leads out of the project" in ran.err) == (2, True)
