"""`l10n compile`: the command."""

import gettext
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot


def test_compiled_catalogs_stand_beside_the_catalogs_and_are_found_by_gettext(
    article: Path, l10n: Command
) -> None:
    ran = l10n(article, "compile")
    assert ran.code == 0
    assert ran.err.count("wrote locales/") == 3
    found = gettext.translation("russian-actress-iss", article / "locales", ["ru"])
    assert found.gettext("Tom Cruise wants too") == "Том Круз тоже хочет в космос"
    again = l10n(article, "compile")
    assert (again.code, again.err) == (0, "3 compiled catalogs up to date\n")


def test_check_and_diff_write_nothing(article: Path, l10n: Command) -> None:
    before = snapshot(article)
    assert l10n(article, "compile", "nl", "--check").code == 1
    ran = l10n(article, "compile", "nl", "--diff")
    name = "locales/nl/LC_MESSAGES/russian-actress-iss.mo"
    assert ran.out == f"Binary files /dev/null and b/{name} differ\n"
    assert snapshot(article) == before


def test_a_project_without_catalogs_has_nothing_to_compile(small: Path, l10n: Command) -> None:
    ran = l10n(small, "compile")
    assert ran.code == 2
    assert ran.err == "l10n: locales: there is no catalog to compile\n  hint: run `l10n extract` first\n"


@pytest.mark.parametrize(
    "rule", ["nplurals=2000000000; plural=0;", "nplurals=2; plural=n/0;", "nplurals=2; plural=" + "(" * 9999]
)
def test_a_plural_rule_that_no_program_may_run_is_not_compiled(
    article: Path, l10n: Command, rule: str
) -> None:
    path = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("nplurals=2; plural=(n != 1);", rule), encoding="utf-8")
    ran = l10n(article, "compile")
    assert ran.code == 2
    assert "locales/nl/LC_MESSAGES/russian-actress-iss.po:" in ran.err
    assert not list(article.rglob("*.mo"))
