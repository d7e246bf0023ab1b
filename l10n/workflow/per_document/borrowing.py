"""What the catalogs of other documents say to the texts that are new in one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalog.borrowing import borrowed, lent, words_key
from l10n.catalog.catalog import Message
from l10n.catalog.template import new_texts
from l10n.errors import L10nError
from l10n.settings import ProjectPaths
from l10n.workflow.store.catalogs import OpenCatalog, open_aside, open_catalog

if TYPE_CHECKING:
    from l10n.catalog.merge import Merged
    from l10n.workflow.store.state.text_places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """The catalogs of a locale, found through the index of texts (`text_places`), and the languages of the sources
    and of the translations.
    """

    paths: ProjectPaths
    index: Path
    languages: tuple[str, str]

    def lend(self, catalog: OpenCatalog, wanted: Sequence[Message], merged: "Merged") -> tuple[Message, ...]:
        """Return what serves new texts of a catalog better than what it has itself.

        `merged` is what its own messages make of the `wanted` ones. What is lent is obsolete, for an update to make it
        live. A catalog that cannot be read lends nothing: it is an error of its own document.
        """
        from l10n.workflow.store.state.text_places import places_of

        own = {message.key: message for message in merged.messages if not message.obsolete}
        texts = [
            message
            for message in new_texts(wanted, catalog.catalog.messages)
            if own[message.key].fuzzy or not any(own[message.key].msgstr)
        ]
        places = places_of(self.index, {words_key(message.msgid) for message in texts})
        others = {place for some in places.values() for place in some if place.domain != catalog.domain}
        pool = [one for place in others for one in _lent_in(self.paths, place, catalog.locale or "", places)]
        found = borrowed(texts, own, pool, self.languages)
        return tuple(replace(message, obsolete=True) for message in found)


def _lent_in(paths: ProjectPaths, place: "Place", locale: str, wanted: Collection[int]) -> Iterator[Message]:
    try:
        found = (open_aside if place.is_aside else open_catalog)(paths, place.domain, locale)
    except L10nError:
        return
    for message in lent(found.catalog.messages if found else ()):
        if words_key(message.msgid) in wanted:
            yield message
