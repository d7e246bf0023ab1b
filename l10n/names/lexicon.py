"""All surface forms of all names in all locales, compiled once for finding them in texts."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from l10n.names.declension import Forms, Part, forms, parts_of, possessives
from l10n.names.entries import FormStatus, NameEntry, Registry
from l10n.names.folding import fold_form
from l10n.names.language import Case

PIECE = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand a surface: as which name, written how.

    `form` is the form of the entry as registered in `locale`, with its `status` there; `surface` is the part of
    it, inflected, that was matched; `cases` are the cases this surface may stand for in that locale.
    """

    entry: str
    part: Part
    locale: str
    status: FormStatus
    form: str
    surface: str
    cases: tuple[Case, ...]


class Node:
    """A step in the tree of surfaces: what may follow, and what a surface that ends here means."""

    __slots__ = ("next", "readings")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.readings: tuple[Reading, ...] = ()


class Lexicon:
    """The names of a registry in all their surfaces; build it with `compile_lexicon`."""

    def __init__(self, registry: Registry, locales: Sequence[str]) -> None:
        self.registry = registry
        self.locales = tuple(locales)
        self.entries = {entry.id: entry for entry in registry.entries}
        self._root: Node | None = None
        self._forms: dict[tuple[str, str, str, Part], Forms] = {}
        self._words: dict[str, frozenset[str]] = {}

    @property
    def root(self) -> Node:
        """The tree of surfaces; its first step is always a word. Built when first asked for."""
        if self._root is None:
            self._root = _build_tree(self.readings())
        return self._root

    def readings(self) -> Iterable[Reading]:
        """Yield every reading of every surface; apostrophes at the end of a surface are left to the text."""
        for entry in self.registry.entries:
            for locale in self.locales:
                yield from _readings_of(entry, locale, self.locales)

    def forms_of(self, entry_id: str, locale: str, form: str, part: Part) -> Forms:
        """Return what `declension.forms` returns, remembered."""
        key = (entry_id, locale, form, part)
        if key not in self._forms:
            self._forms[key] = forms(form, self.entries[entry_id], locale, part)
        return self._forms[key]

    def words_of(self, entry_id: str) -> frozenset[str]:
        """Return every word, folded and in lower case, of every surface of an entry."""
        if entry_id not in self._words:
            entry = self.entries[entry_id]
            readings = (
                reading for locale in self.locales for reading in _readings_of(entry, locale, self.locales)
            )
            self._words[entry_id] = frozenset(
                word.casefold() for reading in readings for word in PIECE.findall(fold_form(reading.surface))
            )
        return self._words[entry_id]


def compile_lexicon(registry: Registry, locales: Sequence[str]) -> Lexicon:
    """Return the lexicon of `registry` for `locales`; the work is done when it is first searched."""
    return Lexicon(registry, locales)


def _readings_of(entry: NameEntry, locale: str, locales: Sequence[str]) -> Iterable[Reading]:
    """Return each surface of each part once, with the best status it has."""
    found: dict[tuple[Part, str], Reading] = {}
    locale_forms = entry.locales.get(locale)
    for status, form in locale_forms.by_status() if locale_forms else ():
        for part in parts_of(form, entry):
            own = forms(form, entry, locale, part)
            borrowed = _borrowed(own, locales)
            for here, surfaces in ((status, own.cases()), (FormStatus.DEPRECATED, borrowed)):
                for surface, cases in surfaces.items():
                    # after a name a bare apostrophe may as well close a quotation: the name itself decides
                    if (part, surface) not in found and not surface.endswith("’"):
                        found[part, surface] = Reading(
                            entry=entry.id,
                            part=part,
                            locale=locale,
                            status=here,
                            form=form,
                            surface=surface,
                            cases=cases,
                        )
    return found.values()


def _borrowed(own: Forms, locales: Sequence[str]) -> dict[str, tuple[Case, ...]]:
    """Return the possessives of a form by the rules of the other locales: Peresild’s in Dutch."""
    if len(own.surfaces) == 0 or own.surfaces[0][0] is not Case.PLAIN:
        return {}
    known = {surface for _, surface in own.surfaces}
    surfaces = (surface for locale in locales for surface in possessives(own.form, locale))
    return {surface: (Case.POSSESSIVE,) for surface in surfaces if surface not in known}


def _build_tree(readings: Iterable[Reading]) -> Node:
    by_surface: dict[str, list[Reading]] = {}
    for reading in readings:
        by_surface.setdefault(" ".join(fold_form(reading.surface).split()), []).append(reading)
    root = Node()
    for surface, meanings in by_surface.items():
        node = root
        for piece in steps(surface):
            child = node.next.get(piece)
            if child is None:
                child = node.next[piece] = Node()
            node = child
        node.readings = tuple(meanings)
    _add_casings(root)
    return root


def steps(surface: str) -> list[str]:
    """Return a folded surface as steps of the tree: its first word, then the rest, blanks as one blank.

    What stands before the first word (the apostrophe of ’t Hooft) goes last, after a mark, so that the search
    can start from words only.
    """
    pieces = PIECE.findall(surface)  # blanks are one blank already: so the registry has them
    first = next(place for place, piece in enumerate(pieces) if piece[0].isalnum() or piece[0] == "_")
    before = "".join(pieces[:first])
    return [*pieces[first:], *([BEFORE, before] if before else [])]


BEFORE = "\0before"


def _add_casings(root: Node) -> None:
    """Let each word also be met in capitals, and a lower-case first word with a capital.

    A word that is registered in exactly that casing wins: ISS is not Iss.
    """
    waiting = [(root, False)]
    while waiting:
        node, after_apostrophe = waiting.pop()
        waiting += ((child, piece == "'") for piece, child in node.next.items())
        for piece, child in list(node.next.items()):
            if piece != BEFORE and (len(piece) > 1 or after_apostrophe):
                node.next.setdefault(piece.upper(), child)
                if node is root and piece[0].islower():
                    node.next.setdefault(piece[0].upper() + piece[1:], child)
