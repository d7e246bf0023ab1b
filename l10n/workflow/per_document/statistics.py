"""How far a catalog is, measured against its source as it is now."""

from dataclasses import replace

from l10n.catalog.statistics import Statistics, count
from l10n.catalog.template import template
from l10n.workflow.store.catalogs import OpenCatalog
from l10n.workflow.store.sources import Source


def statistics_of(source: Source, catalog: OpenCatalog) -> Statistics:
    """Return the statistics of a document in a locale; a text its catalog does not have yet is untranslated."""
    known = catalog.catalog
    by_key = known.by_key()
    wanted = template(source.document.segments, catalog.domain).live
    messages = tuple(by_key.get(message.key, message) for message in wanted)
    obsolete = tuple(message for message in known.messages if message.obsolete)
    return count(replace(known, messages=(*messages, *obsolete)))
