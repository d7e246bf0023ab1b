"""`l10n names audit`: every name of the registry over all documents, and the commonest names it does not have."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.errors import L10nError
from l10n.names import (
    AuditedName,
    MentionCounter,
    NameUse,
    OccurrenceCount,
    Proposal,
    audit_names,
    proposals_for,
)
from l10n.project import Project
from l10n.workflow.per_document.map_documents import IN_THIS_PROCESS, RunOptions, over_documents
from l10n.workflow.per_document.name_usage import AuditRun, name_usage_of, unpack_usage
from l10n.workflow.store.catalogs import lexicon_of, open_registry
from l10n.workflow.store.sources import SourceFile, find_sources
from l10n.workflow.store.state.run_cache import RunCache

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
    project: Project, locales: list[str] | None = None, *, least: float, options: RunOptions = IN_THIS_PROCESS
) -> AuditReport:
    """Return how the sources and the chosen locales (None: all) spell every name.

    What is kept is bounded by the names, not by the documents. `least` is how sure it has to be that something is a
    name (0…1). Documents that have not changed since the last run for the same locales are passed over.
    Raises L10nError for what stops everything: no source, a broken registry, an unknown locale.
    """
    chosen = project.chosen_locales(locales)
    run = AuditRun(
        settings=project.source_settings,
        registry=open_registry(project),
        name_locales=project.name_locales,
        locales=chosen,
    )
    files = find_sources(project.source_settings)
    found, errors = _usage(project, run, files, options)
    uses: dict[NameUse, OccurrenceCount] = {}
    candidates = MentionCounter()
    for file in files:
        if (packed := found.get(file.domain)) is not None:
            here, others = unpack_usage(run, file, packed)
            for use, seen in here.items():
                uses[use] = uses[use] + seen if use in uses else seen
            candidates.add(others)
    lexicon = lexicon_of(run.registry, project.name_locales)
    proposals = proposals_for(
        candidates.commonest(_MOST_CANDIDATES), project.source_locale, project.locales, lexicon, least
    )
    counted = [
        Candidate(proposal=one, count=sum(candidates.count(spelling) for spelling in one.seen))
        for one in proposals
    ]
    return AuditReport(
        names=audit_names(lexicon, uses),
        candidates=tuple(sorted(counted, key=lambda candidate: -candidate.count)),
        documents=len(files),
        errors=tuple(errors),
    )


def _usage(
    project: Project, run: AuditRun, files: Sequence[SourceFile], options: RunOptions
) -> tuple[dict[str, str], list[L10nError]]:
    """Return what each document says of names, packed, by domain, and what cannot be read."""
    circumstances = (repr(project), repr(run.registry))
    cache = RunCache(project.root, "audit", circumstances, variant=run.locales, use=options.use_cache)
    errors: list[L10nError] = []
    found: dict[str, str] = {
        file.domain: known
        for file in files
        if (known := cache.get(file.domain, run.names_of_files(file))) is not None
    }
    changed = [file for file in files if file.domain not in found]
    try:
        for file, result in over_documents(name_usage_of, run, changed, options, known=len(found)):
            if isinstance(result, L10nError):
                errors.append(result)
                continue
            found[file.domain] = result.packed
            errors += result.errors
            if not result.errors:
                cache.put(file.domain, result.digests, result.packed)
    finally:  # whoever interrupts a long run goes on from there
        cache.save()
    return found, errors
