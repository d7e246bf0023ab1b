"""The Python API, by nothing but `import l10n`: in a copy of the project, on its page, and what it does not import."""

import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest

import l10n
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "pages" / "extend" / "python-api.md"


def test_the_page_tells_the_truth(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the page runs in a copy of the project, and answers what the page says."""
    monkeypatch.chdir(article)
    blocks = [
        block.partition("```")[0] for block in PAGE.read_text(encoding="utf-8").split("```python\n")[1:]
    ]
    examples = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, str(PAGE), 0)
    said: list[str] = []
    failed, tried = doctest.DocTestRunner().run(examples, out=said.append)
    assert failed == 0, "".join(said)
    assert tried > 20


class TestVerbs:
    def test_an_empty_project_gets_its_catalogs_and_its_documents(self, tmp_path: Path) -> None:
        (tmp_path / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
        (tmp_path / "source").mkdir()
        (tmp_path / "source" / "news.txt").write_text("Good news.\n", encoding="utf-8")
        assert l10n.extract(tmp_path, save=False).written == ()
        assert not (tmp_path / "locales").exists()
        assert l10n.extract(str(tmp_path / "source")).written == (
            "locales/news.pot",
            "locales/nl/LC_MESSAGES/news.po",
        )
        found = l10n.check(tmp_path)
        assert [finding.code for finding in found.findings] == ["missing-translation"]
        assert (found.clean, found.exit_code) == (False, 1)
        assert l10n.check(tmp_path, ignore=["missing-translation"]).clean
        assert [one.is_refused for one in l10n.render(tmp_path, require=0.5).refused] == [True]
        assert l10n.render(tmp_path).written == ("build/nl/news.txt",)

    def test_one_locale_may_be_a_text(self, article: Path) -> None:
        assert l10n.check(article, "nl").locales == 1
        assert l10n.check(article, iter(["nl", "ru"])).locales == 2
        assert {document.locale for document in l10n.render(article, "ru", save=False).documents} == {"ru"}

    def test_what_cannot_be_read_is_raised_and_the_rest_is_written(self, article: Path) -> None:
        (article / "source" / "broken.txt").write_bytes(b"\xff\xff")
        (article / "source" / "new.txt").write_text("New.\n", encoding="utf-8")
        with pytest.raises(l10n.L10nError, match=r"source/broken\.txt"):
            l10n.extract(article)
        assert (article / "locales" / "new.pot").exists()
        found = l10n.check(article)
        assert [error.exit_code for error in found.errors] == [2]
        assert (found.clean, found.exit_code) == (False, 2)
        with pytest.raises(l10n.L10nError, match=r"source/broken\.txt"):
            l10n.render(article)
        assert (article / "build" / "nl" / "new.txt").exists()

    def test_no_project_and_an_unknown_locale_are_errors_that_say_what_to_do(
        self, article: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        with pytest.raises(l10n.L10nError) as none:
            l10n.check(tmp_path_factory.mktemp("nothing"))
        assert none.value.hint == "start one with `l10n init`"
        with pytest.raises(l10n.L10nError, match="xx"):
            l10n.render(article, ["xx"])


class TestNames:
    def test_everything_it_lists_is_there(self) -> None:
        assert set(l10n.names.__all__) <= set(dir(l10n.names))
        assert all(getattr(l10n.names, name) is not None for name in l10n.names.__all__)

    def test_a_registry_that_is_wrong_is_an_error_that_says_where(self) -> None:
        with pytest.raises(l10n.L10nError, match=r"^here\.toml:1"):
            l10n.names.read_registry("[[name]]\n", "here.toml", ["nl"])

    def test_a_locale_the_lexicon_does_not_have_is_an_error(self) -> None:
        lexicon = l10n.names.compile_lexicon(l10n.names.read_registry("", "here.toml", ["nl"]), ["nl"])
        assert l10n.names.inconsistencies("Joelia", "nl", lexicon) == ()
        with pytest.raises(l10n.L10nError, match="'ru'"):
            l10n.names.fix_names("Юлия", "ru", lexicon)

    def test_a_locale_in_which_names_cannot_be_written_is_an_error(self) -> None:
        with pytest.raises(l10n.L10nError, match="xx"):
            l10n.names.convert("Yulia", "en", "xx")


def test_what_is_no_part_of_it_is_no_attribute() -> None:
    assert set(l10n.__all__) <= set(dir(l10n))
    for module in (l10n, l10n.names):
        with pytest.raises(AttributeError, match="'nothing'"):
            _ = module.nothing


def test_importing_it_imports_nothing_but_its_errors_and_its_version() -> None:
    program = (
        "import json, sys, l10n; print(json.dumps([name for name in sys.modules if name[:4] == 'l10n']))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert sorted(json.loads(ran.stdout)) == ["l10n", "l10n.errors", "l10n.version"]


def test_comparing_two_names_needs_no_document() -> None:
    program = (
        "import json, sys, l10n\nl10n.names.same_name('Joelia', 'Юлия')\n"
        "print(json.dumps([name for name in ('l10n.api', 'l10n.workflow', 'babel') if name in sys.modules]))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == []
