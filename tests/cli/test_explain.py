"""`l10n names explain`: what a spelling means, and what the registry has decided about it."""

from pathlib import Path

import pytest

from tests.conftest import Command


@pytest.mark.parametrize("name", ["Joelia Sjipenko", "Yulia Shipenko", "Юлия Шипенко"])
def test_every_spelling_of_one_name_means_the_same(tmp_path: Path, l10n: Command, name: str) -> None:
    asked = [part for locale in ("nl", "en", "ru") for part in ("--locale", locale)]
    ran = l10n(tmp_path, "names", "explain", name, *asked)
    assert ran.code == 0
    assert ran.out.splitlines()[1].startswith("  means Юлия Шипенко, probability ")
    assert "    written: nl Joelia Sjipenko, en Yulia Shipenko, ru Юлия Шипенко" in ran.out


def test_outside_a_project_every_language_is_asked_that_can_write_the_name(
    tmp_path: Path, l10n: Command
) -> None:
    written = l10n(tmp_path, "names", "explain", "Юлия Шипенко").out.splitlines()[-1]
    assert [form.split()[0] for form in written.removeprefix("    written: ").split(", ")] == [
        "de", "en", "es", "fr", "it", "nl", "pl", "sv", "ru",
    ]  # fmt: skip


def test_what_the_registry_decided_comes_first(article: Path, l10n: Command) -> None:
    lines = l10n(article, "names", "explain", "Klim Sjipenko").out.splitlines()
    assert lines[1] == (
        "  decided: klim-shipenko (person): nl Klim Sjipenko, en Klim Shipenko, ru Клим Шипенко"
    )
    assert lines[2].startswith("    reason: nl: ш = sj")


def test_a_locale_whose_spelling_is_not_known_is_refused(tmp_path: Path, l10n: Command) -> None:
    ran = l10n(tmp_path, "names", "explain", "Yulia", "--locale", "ja")
    assert (ran.code, ran.out) == (2, "")
    assert "ja is Japanese; names can be converted in " in ran.err


def test_a_text_without_letters_means_nothing(tmp_path: Path, l10n: Command) -> None:
    assert l10n(tmp_path, "names", "explain", "—").out == "—\n"
