"""Practical transcription: how Russian texts write the names of a language. The rules are TOML, with samples."""

from functools import cache

from l10n.languages.packs import shown
from l10n.languages.transcription import PIVOT, edge_file
from l10n.names.transliteration.library import read_scheme
from l10n.names.transliteration.scheme import Scheme


@cache
def practical_transcription(language: str) -> Scheme:
    """Return the rules of one of `sources_of(PIVOT)`, read once: Latin letters in, Cyrillic ones out."""
    file = edge_file(PIVOT, language)
    assert file is not None, language  # noqa: S101 - one of sources_of(PIVOT)
    return read_scheme(file.read_text(encoding="utf-8"), shown(file))
