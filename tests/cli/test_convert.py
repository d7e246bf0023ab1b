"""`l10n names convert`."""

import io
import json
from pathlib import Path

import pytest

from tests.conftest import Command


def test_names_are_converted_one_line_each(l10n: Command, tmp_path: Path) -> None:
    ran = l10n(tmp_path, "names", "convert", "--from", "nl", "--to", "en", "Boris Jeltsin", "Moskou")
    assert (ran.code, ran.out, ran.err) == (0, "Boris Yeltsin\nMoscow\n", "")


def test_names_come_from_standard_input(
    l10n: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Антон Чехов\n\nМосква\n".encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)
    ran = l10n(tmp_path, "names", "convert", "--from", "ru", "--to", "nl")
    assert (ran.code, ran.out.split("\n")) == (0, ["Anton Tsjechov", "", "Moskou", ""])


def test_json_has_the_forms_best_first(l10n: Command, tmp_path: Path) -> None:
    ran = l10n(
        tmp_path, "names", "convert", "--from", "en", "--to", "ru", "--candidates", "3",
        "--output-format", "json", "Anton Chekhov",
    )  # fmt: skip
    answer = json.loads(ran.out)
    assert answer["name"] == "Anton Chekhov"
    assert 1 <= len(answer["candidates"]) <= 3
    assert answer["candidates"][0]["form"] == "Антон Чехов"
    assert {"form", "native", "probability", "because"} <= answer["candidates"][0].keys()


def test_a_place_is_converted_as_a_place(l10n: Command, tmp_path: Path) -> None:
    ran = l10n(tmp_path, "names", "convert", "--from", "en", "--to", "ru", "--kind", "place", "Irkutsk")
    assert ran.out == "Иркутск\n"


def test_an_unknown_locale_is_refused(l10n: Command, tmp_path: Path) -> None:
    ran = l10n(tmp_path, "names", "convert", "--from", "nll", "--to", "en", "Anna")
    assert ran.code == 2
    assert ran.out == ""
    assert "nll is not a locale CLDR knows" in ran.err


def test_another_script_passes_through_and_is_told(l10n: Command, tmp_path: Path) -> None:
    ran = l10n(tmp_path, "names", "convert", "--from", "ru", "--to", "en", "Tokyo")
    assert (ran.code, ran.out) == (0, "Tokyo\n")
    assert "argument 1" in ran.err
    assert "'Tokyo' is not in the script of ru" in ran.err


def test_the_registry_beats_the_engine(article: Path, l10n: Command) -> None:
    with (article / "locales" / "names.toml").open("a", encoding="utf-8") as registry:
        registry.write(
            '\n[[name]]\nid = "sergei-eisenstein"\nkind = "person"\ngender = "male"\nnative = "Сергей Эйзенштейн"\n'
            'language = "ru"\nbecause = "our house"\nnl = { preferred = "Sergej Eisenstein" }\n'
            'en = { preferred = "Sergei M. Eisenstein", deprecated = ["Sergey Eyzenshteyn"] }\n'
            'ru = { preferred = "Сергей Эйзенштейн" }\n'
        )
    ran = l10n(article, "names", "convert", "--from", "nl", "--to", "en", "Sergej Eisenstein")
    assert ran.out == "Sergei M. Eisenstein\n"
    ran = l10n(
        article,
        "names",
        "convert",
        "--from",
        "en",
        "--to",
        "ru",
        "Sergey Eyzenshteyn",
        "--output-format",
        "json",
    )
    assert "locales/names.toml:" in ran.out
