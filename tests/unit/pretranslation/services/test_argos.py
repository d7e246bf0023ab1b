"""The client of a local model, against a stand-in for the package: its models are too large for a test."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from l10n.errors import ServiceError
from l10n.pretranslation.services.argos import Argos
from l10n.pretranslation.services.base import Asked, Settings

PACKAGE = """
installed = []
def install_from_path(path):
    if path.read_text() != "en nl":
        raise ValueError("no zip file")
    installed.append(path)
"""
TRANSLATE = """
from argostranslate import package
class Model:
    def translate(self, text):
        if text == "break":
            raise RuntimeError("key and text in here")
        return text.upper()
def get_translation_from_codes(source, target):
    return Model() if package.installed and (source, target) == ("en", "nl") else None
"""


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a model, with the stand-in for the package that reads it."""
    folder = tmp_path / "packages" / "argostranslate"
    folder.mkdir(parents=True)
    for name, text in (("__init__", ""), ("package", PACKAGE), ("translate", TRANSLATE)):
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    file = tmp_path / "en_nl.argosmodel"
    file.write_text("en nl", encoding="utf-8")
    yield file
    for name in [name for name in sys.modules if name.startswith("argostranslate")]:
        del sys.modules[name]


def client(file: Path | str, locale: str = "nl") -> Argos:
    return Argos(Settings(source_locale="en", locale=locale, url=str(file)))


def test_a_model_file_is_installed_once_and_translates(model: Path) -> None:
    argos = client(model)
    argos.check()
    assert argos.translate([Asked(text="one"), Asked(text="two")]) == ["ONE", "TWO"]
    client("").check()  # installed by now
    import argostranslate.package

    assert argostranslate.package.installed == [model]


def test_what_is_not_there_is_told(model: Path) -> None:
    with pytest.raises(ServiceError, match="no model translates en to ru"):
        client(model, "ru").check()
    with pytest.raises(ServiceError, match="no such model file"):
        client(model.parent / "absent").check()
    model.write_text("no model", encoding="utf-8")
    with pytest.raises(ServiceError, match="cannot be used"):
        client(model, "ru").check()


def test_a_model_that_fails_says_nothing_of_the_text(model: Path) -> None:
    with pytest.raises(ServiceError) as failed:
        client(model).translate([Asked(text="break")])
    assert "in here" not in str(failed.value)
