"""Practical transcription: how Russian texts write the names of a language. The rules are TOML, with samples."""

from functools import cache

from l10n.languages import packs
from l10n.names.transliteration.library import read_scheme
from l10n.names.transliteration.scheme import Scheme

_INTO, _FROM = "ru", "from-"


@cache
def practical_transcriptions() -> tuple[str, ...]:
    """Return the languages with rules, sorted. Reads no file."""
    return packs.names_like(_INTO, _FROM)


@cache
def practical_transcription(language: str) -> Scheme:
    """Return the rules of one of `practical_transcriptions()`, read once: Latin letters in, Cyrillic ones out."""
    file = packs.find(_INTO, _FROM + language)
    assert file is not None, language  # noqa: S101 - one of practical_transcriptions()
    return read_scheme(file.read_text(encoding="utf-8"), packs.shown(file))
