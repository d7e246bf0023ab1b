"""The registries the tests of names are read with."""

from pathlib import Path

import pytest

from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.entries import Registry
from l10n.names.registry.reader import read_registry

LOCALES = ("nl", "en", "ru")
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The registry of the cases."""
    path = ROOT / "tests" / "cases" / "names" / "registry.toml"
    return read_registry(path.read_text(encoding="utf-8"), "locales/names.toml", LOCALES)


@pytest.fixture(scope="session")
def lexicon(registry: Registry) -> Lexicon:
    """The lexicon of the cases."""
    return compile_lexicon(registry, LOCALES)


@pytest.fixture(scope="session")
def real_lexicon() -> Lexicon:
    """The lexicon of the project's own registry."""
    text = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
    return compile_lexicon(read_registry(text, "locales/names.toml", LOCALES), LOCALES)
