"""Names: the registry of the house, the forms each locale writes, and finding them in running text.

This is the face of the engine, and the part of the Python API that is about names (`l10n.names`). Texts, registries and
locales go in, values come out; nothing here reads or writes a file. Nothing is imported before it is asked for: what
measures and what reads names is slow to import.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.languages.grammar import Case, Gender, Kind
    from l10n.names.inflection.surface_forms import decline
    from l10n.names.recognition.consistency import Inconsistency, fix, inconsistencies
    from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
    from l10n.names.registry.entries import LocaleForms, NameEntry, Registry
    from l10n.names.registry.reader import read_registry
    from l10n.names.similarity.same_name import Match, same_name
    from l10n.names.transcription.conversion import Form, convert

__all__ = [
    "Case",
    "Form",
    "Gender",
    "Inconsistency",
    "Kind",
    "Lexicon",
    "LocaleForms",
    "Match",
    "NameEntry",
    "Registry",
    "compile_lexicon",
    "convert",
    "decline",
    "fix",
    "inconsistencies",
    "read_registry",
    "same_name",
]

if not TYPE_CHECKING:  # so that a type checker knows which names there are
    _PLACES = {
        "l10n.languages.grammar": ("Case", "Gender", "Kind"),
        "l10n.names.inflection.surface_forms": ("decline",),
        "l10n.names.recognition.consistency": ("Inconsistency", "fix", "inconsistencies"),
        "l10n.names.recognition.lexicon": ("Lexicon", "compile_lexicon"),
        "l10n.names.registry.entries": ("LocaleForms", "NameEntry", "Registry"),
        "l10n.names.registry.reader": ("read_registry",),
        "l10n.names.similarity.same_name": ("Match", "same_name"),
        "l10n.names.transcription.conversion": ("Form", "convert"),
    }

    def __getattr__(name: str) -> object:
        """Import what is asked for. Raises AttributeError for what is not part of the face."""
        from importlib import import_module

        module = next((module for module, names in _PLACES.items() if name in names), None)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(module), name)

    def __dir__() -> list[str]:
        """Return what there is, imported or not."""
        return sorted({*globals(), *__all__})
