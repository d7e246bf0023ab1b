"""All surface forms of all names in all locales, compiled where a text asks for them, and only once.

What declines names is imported then, too: most commands have a lexicon, and many never search in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from l10n.names.registry.entries import EntryStatus, FormStatus, NameEntry, Registry

if TYPE_CHECKING:
    from l10n.names.inflection.surface_forms import NamePart, SurfaceForms
    from l10n.names.recognition.surface_trie import SurfaceSense, SurfaceTrie

__all__ = ["Lexicon", "compile_lexicon"]


class Lexicon:
    """The names of a registry in all their surfaces; build it with `compile_lexicon`."""

    def __init__(self, registry: Registry, locales: Sequence[str]) -> None:
        self.registry = registry
        self.locales = tuple(locales)
        self.entries = {entry.id: entry for entry in registry.entries}
        self._decided: Lexicon | None = None
        self._undecided: Lexicon | None = None
        self._root: SurfaceTrie | None = None
        self._forms: dict[tuple[str, str, str, NamePart], SurfaceForms] = {}
        self._words: dict[str, frozenset[str]] = {}

    @property
    def decided(self) -> "Lexicon":
        """The same names as far as somebody has decided on them: what a machine proposes is as if it were not there."""
        if self._decided is None:
            entries = tuple(map(_decided_part, self.registry.entries))
            kept = tuple(entry for entry in entries if entry is not None)
            is_whole = kept == self.registry.entries
            self._decided = self if is_whole else Lexicon(replace(self.registry, entries=kept), self.locales)
        return self._decided

    @property
    def undecided(self) -> "Lexicon | None":
        """The names of which something is only proposed, all of it taken so; None when there are none."""
        if self.decided is self:
            return None
        if self._undecided is None:
            entries = tuple(
                replace(entry, status=EntryStatus.PROPOSED)
                for entry in self.registry.entries
                if not all(map(entry.is_decided, entry.locales))
            )
            self._undecided = Lexicon(replace(self.registry, entries=entries), self.locales)
        return self._undecided

    @property
    def root(self) -> "SurfaceTrie":
        """The tree of surfaces; its first step is always a word. Planted when first asked for, grown by asking."""
        if self._root is None:
            from l10n.names.recognition.surface_prefixes import beginnings
            from l10n.names.recognition.surface_trie import SurfaceTrie

            self._root = SurfaceTrie(
                (beginnings(entry, locale, self.locales), partial(_senses_of, entry, locale, self.locales))
                for entry in self.registry.entries
                for locale in self.locales
                if locale in entry.locales
            )
        return self._root

    def senses(self) -> "Iterable[SurfaceSense]":
        """Yield every sense of every surface; apostrophes at the end of a surface are left to the text."""
        for entry in self.registry.entries:
            for locale in self.locales:
                yield from _senses_of(entry, locale, self.locales)

    def forms_of(self, entry_id: str, locale: str, form: str, part: "NamePart") -> "SurfaceForms":
        """Return what `declension.forms` returns, remembered."""
        key = (entry_id, locale, form, part)
        if key not in self._forms:
            from l10n.names.inflection.surface_forms import surface_forms

            self._forms[key] = surface_forms(form, self.entries[entry_id], locale, part)
        return self._forms[key]

    def words_of(self, entry_id: str) -> frozenset[str]:
        """Return every word, folded and in lower case, of every surface of an entry."""
        if entry_id not in self._words:
            from l10n.names.recognition.surface_trie import PIECE
            from l10n.names.text.folding import fold_form

            entry = self.entries[entry_id]
            surfaces = {
                sense.surface for locale in self.locales for sense in _senses_of(entry, locale, self.locales)
            }
            self._words[entry_id] = frozenset(
                word.casefold() for surface in surfaces for word in PIECE.findall(fold_form(surface))
            )
        return self._words[entry_id]


def _decided_part(entry: NameEntry) -> NameEntry | None:
    """Return an entry with the forms somebody has decided on; None when there are none."""
    if all(map(entry.is_decided, entry.locales)):
        return entry
    locales = {locale: forms for locale, forms in entry.locales.items() if entry.is_decided(locale)}
    return replace(entry, locales=locales) if locales else None


def compile_lexicon(registry: Registry, locales: Sequence[str]) -> Lexicon:
    """Return the lexicon of `registry` for `locales`; the work is done when it is first searched."""
    return Lexicon(registry, locales)


def _senses_of(entry: NameEntry, locale: str, locales: tuple[str, ...]) -> "Iterable[SurfaceSense]":
    """Return each surface of each part once, with the best status it has."""
    from l10n.names.inflection.surface_forms import surfaces_by_part
    from l10n.names.recognition.surface_trie import SurfaceSense

    found: dict[tuple[NamePart, str], SurfaceSense] = {}
    locale_forms = entry.locales.get(locale)
    for status, form in locale_forms.by_status() if locale_forms else ():
        for part, surfaces in surfaces_by_part(form, entry, locale, locales):
            for surface, cases, borrowed in surfaces:
                key = part, surface
                # after a name a bare apostrophe may as well close a quotation: the name itself decides
                if key not in found and not surface.endswith("’"):
                    here = FormStatus.DEPRECATED if borrowed else status
                    found[key] = SurfaceSense(entry.id, part, locale, here, form, surface, cases)
    return found.values()
