"""Practical transcription: how Russian texts write the names of a language. The rules are TOML, with samples."""

from functools import cache
from pathlib import Path

from l10n.names.scheme import Scheme, read_scheme

_FOLDER = Path(__file__).parent


@cache
def practices() -> tuple[str, ...]:
    """Return the languages with rules, sorted. Reads no file."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


@cache
def practice(language: str) -> Scheme:
    """Return the rules of one of `practices()`, read once per process: Latin letters in, Cyrillic ones out."""
    return read_scheme(
        (_FOLDER / f"{language}.toml").read_text(encoding="utf-8"), f"practice/{language}.toml"
    )
