"""Names: the registry of the house, the forms each locale writes, and finding them in running text.

This is the face of the engine: whatever the rest of the program uses of names is here, and so is the part of the Python
API that is about names (`l10n.names`). Texts, registries and locales go in, values come out; nothing here reads or
writes a file, or knows a catalog. The rooms behind it work on one another in this order, each knows those before it:
registry, transliteration, text; similarity, inflection, transcription, recognition, discovery.

Nothing is imported before it is asked for: what measures and what reads names is slow to import.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.languages.grammar import Case, Gender, Kind
    from l10n.names.discovery.audit import (
        SOURCE_COLUMN,
        AuditedName,
        NameUse,
        OccurrenceCount,
        UseStatus,
        audit_names,
        name_uses,
    )
    from l10n.names.discovery.frequent_mentions import (
        MentionCounter,
        MentionRecord,
        SpellingCount,
        count_mentions,
    )
    from l10n.names.discovery.mentions import Mention, Passage, PlacedText, find_mentions
    from l10n.names.discovery.missing_forms import propose_forms
    from l10n.names.discovery.proposal import Proposal
    from l10n.names.discovery.proposal_merging import MergedProposals, merge_proposals
    from l10n.names.discovery.proposals import proposals_for, propose_entries
    from l10n.names.inflection.government import government_of
    from l10n.names.inflection.person_rules import person_rules
    from l10n.names.inflection.surface_forms import NamePart, SurfaceForms, decline, parts_of, surface_forms
    from l10n.names.recognition.agreement import case_disagreements
    from l10n.names.recognition.consistency import (
        Inconsistency,
        fix_names,
        inconsistencies,
        inconsistencies_in,
    )
    from l10n.names.recognition.correction import choose_target, rewrite_occurrence
    from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
    from l10n.names.recognition.name_context import NameContext, Referent
    from l10n.names.recognition.occurrences import Evidence, Occurrence, find_names
    from l10n.names.recognition.registered_names import (
        OriginalText,
        missing_names,
        names_in,
        names_in_full,
        read_names,
        with_names_in_full,
    )
    from l10n.names.recognition.surface_trie import SurfaceSense
    from l10n.names.registry.editing import add_entries, approve_entry, change_entries, remove_entry
    from l10n.names.registry.entries import EntryStatus, FormStatus, LocaleForms, NameEntry, Registry
    from l10n.names.registry.exchange import entry_table, export_registry, import_registry
    from l10n.names.registry.reader import read_registry
    from l10n.names.similarity.same_name import Match, same_name
    from l10n.names.text.confusables import look_alikes, mixed_words, unmix_scripts
    from l10n.names.text.protected_spans import protected_spans
    from l10n.names.text.sentence_context import SOFT_BLANKS, SentenceContext
    from l10n.names.transcription.back_transcription import (
        BackTranscription,
        back_transcribe,
        transcription_language,
    )
    from l10n.names.transcription.conversion import ConvertedName, convert, is_convertible
    from l10n.names.transliteration.library import open_scheme, read_scheme, scheme_ids

__all__ = [
    "SOFT_BLANKS",
    "SOURCE_COLUMN",
    "AuditedName",
    "BackTranscription",
    "Case",
    "ConvertedName",
    "EntryStatus",
    "Evidence",
    "FormStatus",
    "Gender",
    "Inconsistency",
    "Kind",
    "Lexicon",
    "LocaleForms",
    "Match",
    "Mention",
    "MentionCounter",
    "MentionRecord",
    "MergedProposals",
    "NameContext",
    "NameEntry",
    "NamePart",
    "NameUse",
    "Occurrence",
    "OccurrenceCount",
    "OriginalText",
    "Passage",
    "PlacedText",
    "Proposal",
    "Referent",
    "Registry",
    "SentenceContext",
    "SpellingCount",
    "SurfaceForms",
    "SurfaceSense",
    "UseStatus",
    "add_entries",
    "approve_entry",
    "audit_names",
    "back_transcribe",
    "case_disagreements",
    "change_entries",
    "choose_target",
    "compile_lexicon",
    "convert",
    "count_mentions",
    "decline",
    "entry_table",
    "export_registry",
    "find_mentions",
    "find_names",
    "fix_names",
    "government_of",
    "import_registry",
    "inconsistencies",
    "inconsistencies_in",
    "is_convertible",
    "look_alikes",
    "merge_proposals",
    "missing_names",
    "mixed_words",
    "name_uses",
    "names_in",
    "names_in_full",
    "open_scheme",
    "parts_of",
    "person_rules",
    "proposals_for",
    "propose_entries",
    "propose_forms",
    "protected_spans",
    "read_names",
    "read_registry",
    "read_scheme",
    "remove_entry",
    "rewrite_occurrence",
    "same_name",
    "scheme_ids",
    "surface_forms",
    "transcription_language",
    "unmix_scripts",
    "with_names_in_full",
]

if not TYPE_CHECKING:  # so that a type checker knows which names there are
    _NAMES_OF = {
        "l10n.languages.grammar": ("Case", "Gender", "Kind"),
        "l10n.names.discovery.audit": (
            "AuditedName",
            "NameUse",
            "OccurrenceCount",
            "SOURCE_COLUMN",
            "UseStatus",
            "audit_names",
            "name_uses",
        ),
        "l10n.names.discovery.frequent_mentions": (
            "MentionCounter",
            "MentionRecord",
            "SpellingCount",
            "count_mentions",
        ),
        "l10n.names.discovery.mentions": ("Mention", "Passage", "PlacedText", "find_mentions"),
        "l10n.names.discovery.missing_forms": ("propose_forms",),
        "l10n.names.discovery.proposal_merging": ("MergedProposals", "merge_proposals"),
        "l10n.names.discovery.proposal": ("Proposal",),
        "l10n.names.discovery.proposals": ("proposals_for", "propose_entries"),
        "l10n.names.inflection.government": ("government_of",),
        "l10n.names.inflection.person_rules": ("person_rules",),
        "l10n.names.inflection.surface_forms": (
            "NamePart",
            "SurfaceForms",
            "decline",
            "parts_of",
            "surface_forms",
        ),
        "l10n.names.recognition.agreement": ("case_disagreements",),
        "l10n.names.recognition.consistency": (
            "Inconsistency",
            "fix_names",
            "inconsistencies",
            "inconsistencies_in",
        ),
        "l10n.names.recognition.correction": ("choose_target", "rewrite_occurrence"),
        "l10n.names.recognition.lexicon": ("Lexicon", "compile_lexicon"),
        "l10n.names.recognition.name_context": ("NameContext", "Referent"),
        "l10n.names.recognition.occurrences": ("Evidence", "Occurrence", "find_names"),
        "l10n.names.recognition.registered_names": (
            "OriginalText",
            "missing_names",
            "names_in",
            "names_in_full",
            "read_names",
            "with_names_in_full",
        ),
        "l10n.names.recognition.surface_trie": ("SurfaceSense",),
        "l10n.names.registry.editing": ("add_entries", "approve_entry", "change_entries", "remove_entry"),
        "l10n.names.registry.entries": ("EntryStatus", "FormStatus", "LocaleForms", "NameEntry", "Registry"),
        "l10n.names.registry.exchange": ("entry_table", "export_registry", "import_registry"),
        "l10n.names.registry.reader": ("read_registry",),
        "l10n.names.similarity.same_name": ("Match", "same_name"),
        "l10n.names.text.confusables": ("look_alikes", "mixed_words", "unmix_scripts"),
        "l10n.names.text.protected_spans": ("protected_spans",),
        "l10n.names.text.sentence_context": ("SOFT_BLANKS", "SentenceContext"),
        "l10n.names.transcription.back_transcription": (
            "BackTranscription",
            "back_transcribe",
            "transcription_language",
        ),
        "l10n.names.transcription.conversion": ("ConvertedName", "convert", "is_convertible"),
        "l10n.names.transliteration.library": ("open_scheme", "read_scheme", "scheme_ids"),
    }
    _MODULE_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

    def __getattr__(name: str) -> object:
        """Import what is asked for, once. Raises AttributeError for what is not part of the face."""
        from importlib import import_module

        module = _MODULE_OF.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(module), name)
        return found

    def __dir__() -> list[str]:
        """Return what there is, imported or not."""
        return sorted({*globals(), *__all__})
