"""How far each locale was translated in the past, as git remembers its catalogs."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from l10n.catalog import pofile
from l10n.catalog.statistics import Statistics, count
from l10n.errors import L10nError
from l10n.project import Project
from l10n.review.page import Outline
from l10n.review.progress import History, Moment
from l10n.workflow.store.git import read_history

_MOST = 24  # moments of a picture
_BYTES = 1_000_000  # of catalogs to read for it: a page must not wait for its picture


def histories(
    project: Project, documents: Sequence[Outline], catalogs: Mapping[str, Sequence[str]]
) -> tuple[History, ...]:
    """Return the history of each locale of a page; `catalogs` are their files by locale, by their names.

    The last moment is that of the page. Nothing where git remembers too little to draw, or far too much to read.
    """
    names = [name for some in catalogs.values() for name in some]
    now = sum((project.root / name).stat().st_size for name in names if (project.root / name).is_file())
    most = min(_MOST, _BYTES // max(1, now))
    revisions = read_history(project.root, names, most=most) if most > 1 else ()
    if not revisions:
        return ()
    found = []
    for locale, files in catalogs.items():
        moments = []
        for revision in revisions:
            contents = [revision.files[name] for name in files if name in revision.files]
            ratio = _ratio([measured for content in contents if (measured := _measure(content))])
            moments += [] if ratio is None else [Moment(day=revision.day, ratio=ratio)]
        ratio = _ratio([document.statistics[locale] for document in documents])
        found.append(
            History(locale=locale, moments=(*moments, Moment(day="", ratio=1.0 if ratio is None else ratio)))
        )
    return tuple(found) if any(len(one.moments) > 1 for one in found) else ()


def _ratio(measured: Sequence[Statistics]) -> float | None:
    """Return translated of all messages, 0…1; None when there is no message."""
    total = sum(statistics.total for statistics in measured)
    return sum(statistics.translated for statistics in measured) / total if total else None


@lru_cache(maxsize=256)
def _measure(content: bytes) -> Statistics | None:
    """Return the statistics of a catalog; None when it was broken then."""
    try:
        return count(pofile.read(content, "<history>").catalog(None, ""))
    except L10nError:
        return None
