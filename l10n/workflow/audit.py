"""`l10n names audit`: every name of the registry over all documents, and the commonest names it does not have."""

from collections.abc import Callable
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.names.audit import AuditedName, Sightings, Use, audited, uses_in
from l10n.names.candidates import Candidates
from l10n.names.mentions import mentions
from l10n.names.proposals import Proposal, proposals_for
from l10n.project import Project
from l10n.workflow.catalogs import open_lexicon
from l10n.workflow.sources import find_sources
from l10n.workflow.subjects import open_documents

_MOST_CANDIDATES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name to register, and how often the sources mention it."""

    proposal: Proposal
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """Every registered name, the commonest unregistered ones, and the files that cannot be read."""

    names: tuple[AuditedName, ...]
    candidates: tuple[Candidate, ...]
    documents: int
    errors: tuple[L10nError, ...]


def audit(
    project: Project,
    locales: list[str] | None = None,
    *,
    least: float,
    progress: Callable[[int, int, str], None] = lambda *_: None,
) -> AuditReport:
    """Return how the sources and the chosen locales (None: all) spell every name.

    One document is in memory at a time. `least` is how sure it has to be that something is a name (0…1);
    `progress` is told how many documents of how many are done, and which comes next.
    """
    chosen = project.chosen_locales(locales)
    lexicon = open_lexicon(project)
    files = find_sources(project)
    uses: dict[Use, Sightings] = {}
    candidates = Candidates()
    errors: list[L10nError] = []
    for number, file in enumerate(files):
        progress(number, len(files), file.name)
        opened = open_documents(project, [file], chosen, lexicon)
        errors += opened.errors
        passages = opened.passages()
        for use, seen in uses_in(passages, project.source_locale, lexicon).items():
            uses[use] = uses[use] + seen if use in uses else seen
        for passage in passages:
            candidates.add(mentions(passage, project.source_locale, lexicon))
    progress(len(files), len(files), "")
    found = proposals_for(
        candidates.commonest(_MOST_CANDIDATES), project.source_locale, project.locales, lexicon, least
    )
    counted = [
        Candidate(proposal=one, count=sum(candidates.count(spelling) for spelling in one.seen))
        for one in found
    ]
    return AuditReport(
        names=audited(lexicon, uses),
        candidates=tuple(sorted(counted, key=lambda candidate: -candidate.count)),
        documents=len(files),
        errors=tuple(errors),
    )
