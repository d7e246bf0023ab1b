"""The main job on the real article, and every fault planted into a copy of it."""

import re
import subprocess
from pathlib import Path

import polib
import pytest

from tests.conftest import ROOT, Command, snapshot

LOCALES = ("nl", "en", "ru")
SOURCE = "source/russian-actress-iss.txt"


def catalog(folder: Path, locale: str) -> Path:
    return folder / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"


def plant(path: Path, old: str, new: str, count: int = 1) -> int:
    """Replace the first `old` by `new` in a file and return the line it stands on."""
    text = path.read_bytes().decode("utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_bytes(text.replace(old, new, count).encode("utf-8"))
    return text[: text.index(old)].count("\n") + 1


def plant_in_msgstr(path: Path, old: str, new: str) -> int:
    """Replace the first `old` that stands in a msgstr of a catalog and return its line."""
    lines = path.read_bytes().decode("utf-8").split("\n")
    in_msgstr = False
    for number, line in enumerate(lines):
        in_msgstr = line.startswith("msgstr") or (in_msgstr and line.startswith('"'))
        if in_msgstr and old in line:
            lines[number] = line.replace(old, new, 1)
            path.write_bytes("\n".join(lines).encode("utf-8"))
            return number + 1
    raise AssertionError(f"{old!r} is in no msgstr of {path.name}")


class TestTheCommittedState:
    def test_extract_changes_nothing(self, article: Path, l10n: Command) -> None:
        before = snapshot(article)
        ran = l10n(article, "extract")
        assert (ran.code, ran.out) == (0, "")
        assert snapshot(article) == before

    def test_extract_says_how_many_of_each_it_repaired(self, article: Path, l10n: Command) -> None:
        ran = l10n(article, "extract", "--check")
        assert ran.code == 0
        assert (
            f"{SOURCE}: repaired 6 cp874-quotation-mark, 8 lost-apostrophe (`l10n repair` lists them)\n"
            in ran.err
        )

    def test_check_is_clean(self, article: Path, l10n: Command) -> None:
        ran = l10n(article, "check")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == "all clean: 1 document in 3 locales checked\n"

    def test_render_writes_three_versions_and_nothing_the_second_time(
        self, article: Path, l10n: Command
    ) -> None:
        assert l10n(article, "render").code == 0
        before = snapshot(article)
        again = l10n(article, "render")
        assert again.err == "localized documents are up to date\n"
        assert snapshot(article) == before
        for locale in LOCALES:
            text = (article / "build" / locale / "russian-actress-iss.txt").read_text(encoding="utf-8")
            assert text.count("\n\n") == 10
            assert not re.search(r"โ|Joelia(?! Peresild)|Vizov", text)

    def test_every_name_is_in_its_locales_form(self, article: Path, l10n: Command) -> None:
        l10n(article, "render")
        texts = {
            locale: (article / "build" / locale / "russian-actress-iss.txt").read_text(encoding="utf-8")
            for locale in LOCALES
        }
        for nl, en, ru in [
            ("Joelia Peresild", "Yulia Peresild", "Юлия Пересильд"),
            ("Klim Sjipenko", "Klim Shipenko", "Клим Шипенко"),
            ("Anton Sjkaplerov", "Anton Shkaplerov", "Антон Шкаплеров"),
            ("Bajkonoer", "Baikonur", "Байконур"),
            ("Vyzov", "Vyzov", "«Вызов»"),
            ("Bankier van het verzet", "The Resistance Banker", "«Банкир Сопротивления»"),
            ("De hel van ’63", "The Hell of ’63", "«Ад 63-го»"),
            ("Nieuws en Co", "Nieuws en Co", "Nieuws en Co"),
            ("Elon Musk", "Elon Musk", "Илона Маска"),
        ]:
            assert (nl in texts["nl"], en in texts["en"], ru in texts["ru"]) == (True, True, True)

    def test_status_shows_every_locale_complete(self, article: Path, l10n: Command) -> None:
        rows = l10n(article, "status").out.splitlines()[1:]
        assert [row.split()[0] for row in rows] == list(LOCALES)
        assert all(row.endswith("100%") for row in rows)
        assert all(len(row) <= 80 for row in rows)

    @pytest.mark.usefixtures("gettext_tools")
    @pytest.mark.parametrize("locale", LOCALES)
    def test_msgfmt_has_no_complaint(self, locale: str) -> None:
        ran = subprocess.run(
            ["msgfmt", "--check", "--verbose", "-o", "/dev/null", catalog(ROOT, locale)],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "warning" not in ran.stderr
        assert ran.stderr.strip() == "11 translated messages."


class TestEachPlantedFault:
    """Each fault, planted alone, gives exit 1 and names the file and the line."""

    @pytest.mark.parametrize("locale", LOCALES)
    def test_an_emptied_msgstr(self, article: Path, l10n: Command, locale: str) -> None:
        path = catalog(article, locale)
        po = polib.pofile(str(path), wrapwidth=78)
        po[3].msgstr = ""
        po.save()
        ran = l10n(article, "check")
        line = path.read_text(encoding="utf-8").split("\n").index('msgstr ""', po[3].linenum) + 1
        assert ran.code == 1
        assert re.search(rf"^locales/{locale}/.+\.po:{line}:1: missing-translation ", ran.out, re.MULTILINE)
        assert ran.out.count("missing-translation") == 1

    @pytest.mark.parametrize("locale", LOCALES)
    def test_a_fuzzy_message(self, article: Path, l10n: Command, locale: str) -> None:
        line = plant(
            catalog(article, locale), 'msgid "Tom Cruise wants too"', '#, fuzzy\nmsgid "Tom Cruise wants too"'
        )
        ran = l10n(article, "check")
        assert ran.code == 1
        assert ran.out.startswith(f"locales/{locale}/LC_MESSAGES/russian-actress-iss.po:{line + 2}:")
        assert "fuzzy-message" in ran.out

    def test_an_edited_sentence_of_the_source(self, article: Path, l10n: Command) -> None:
        line = plant(article / SOURCE, "three Americans", "four Americans")
        ran = l10n(article, "check")
        assert ran.code == 1
        assert ran.out.count(f"{SOURCE}:{line}:1: outdated-catalog ") == len(LOCALES)

    def test_a_removed_paragraph_of_the_source(self, article: Path, l10n: Command) -> None:
        plant(article / SOURCE, "The rocket launched this morning:\n\n", "")
        ran = l10n(article, "check")
        assert ran.code == 1
        for locale in LOCALES:
            text = catalog(article, locale).read_text(encoding="utf-8")
            line = text[: text.index('msgid "The rocket')].count("\n") + 1
            assert f"russian-actress-iss.po:{line}:1: outdated-catalog " in ran.out

    @pytest.mark.parametrize(
        ("locale", "right", "wrong"),
        [
            ("en", "Yulia", "Joelia"),
            ("nl", "Joelia", "Yulia"),
            ("en", "Shipenko", "Sjipenko"),
            ("ru", "Шипенко", "Сжипенко"),
            ("nl", "Sjipenko", "Shipenko"),
            ("nl", "Bajkonoer", "Baikonur"),
            ("en", "Vyzov", "Vizov"),
            ("ru", "Илона Маска", "Элона Маска"),
            ("ru", "Юлия Пересильд", "Yulia Peresild"),
            ("nl", "Sjkaplerov", "Shkaplerov"),
            ("en", "The Resistance Banker", "Banker of the Resistance"),
        ],
    )
    def test_a_wrong_name_is_found_and_fixed_and_nothing_else(
        self, article: Path, l10n: Command, locale: str, right: str, wrong: str
    ) -> None:
        before = snapshot(article)
        path = catalog(article, locale)
        line = plant_in_msgstr(path, right, wrong)
        ran = l10n(article, "check")
        column = path.read_text(encoding="utf-8").split("\n")[line - 1].index(wrong.split(maxsplit=1)[0]) + 1
        assert ran.code == 1
        found = re.findall(r"^(.+?):(\d+):(\d+): (\S+) ", ran.out, re.MULTILINE)
        assert [(name, number, code) for name, number, _, code in found] == [
            (f"locales/{locale}/LC_MESSAGES/russian-actress-iss.po", str(line), "inconsistent-name")
        ]
        assert int(found[0][2]) == column
        assert l10n(article, "names", "check").code == 1
        assert l10n(article, "names", "fix", "--check").code == 1
        diff = l10n(article, "names", "fix", "--diff")
        assert wrong.split(maxsplit=1)[0] in diff.out
        assert snapshot(article) != before
        assert l10n(article, "names", "fix").code == 0
        assert snapshot(article) == before
        assert l10n(article, "names", "fix").err == "no name to rewrite\n"
        assert snapshot(article) == before

    def test_the_case_is_kept(self, article: Path, l10n: Command) -> None:
        path = catalog(article, "ru")
        plant_in_msgstr(path, "Том Круз тоже хочет в космос", "Том Круз летит с Климом Сжипенко")
        assert l10n(article, "names", "fix").code == 0
        assert "Том Круз летит с Климом Шипенко" in path.read_text(encoding="utf-8")


class TestTheStateOfTheWorld:
    def test_the_source_is_the_bytes_it_always_was(self) -> None:
        content = (ROOT / SOURCE).read_bytes()
        assert len(content) == 2134
        assert content.endswith(b"of course, looks fantastic.\xe0\xb9\x82\xe2\x82\xac")
