"""What `l10n check` remembers of a document: its findings as plain JSON, and back."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from l10n.catalog.statistics import Statistics
from l10n.conventions.dictionaries import versions
from l10n.gate.ignores import Ignore, Ignores
from l10n.gate.places import LocatedFinding
from l10n.model import Edit, Finding, Location, Severity
from l10n.workflow.per_document.inspection import DocumentFindings, InspectionRun
from l10n.workflow.per_document.packing import packed, unpacked
from l10n.workflow.per_document.wordings import CatalogWordings
from l10n.workflow.store.addenda import addenda_of
from l10n.workflow.store.sources import SourceFile
from l10n.workflow.store.state.run_cache import RunCache

if TYPE_CHECKING:
    from l10n.catalog.catalog import MessageKey

_PASSING = "lost-translations"  # it depends on git as well as on files


class InspectionCache:
    """What was found in documents that have not changed since an earlier run for the same locales and codes."""

    def __init__(self, run: InspectionRun, configuration: str, *, use: bool) -> None:
        """`configuration` stands for all that a project says: with another one nothing is known."""
        self._run = run
        self._snapshots = str(run.snapshots)
        asked = (",".join(run.locales), ",".join(sorted(run.codes)))
        words = versions(run.locales, run.style.dictionaries) if "spelling" in run.codes else ()
        circumstances = (configuration, repr(run.registry), *words)
        self._cache = RunCache(run.settings.paths.root, "check", circumstances, variant=asked, use=use)

    def get(self, file: SourceFile) -> DocumentFindings | None:
        """Return what was found in a document, None when it has to be inspected."""
        answer = self._cache.get(file.domain, _names(self._run, self._snapshots, file))
        return None if answer is None else _from_json(file, answer)

    def put(self, file: SourceFile, found: DocumentFindings) -> None:
        """Remember what was found in a document, if that can only change with its files."""
        if not found.errors and all(placed.finding.code != _PASSING for placed in found.found):
            self._cache.put(file.domain, found.digests, _to_json(found))

    def save(self) -> None:
        """Write it down."""
        self._cache.save()


def _names(run: InspectionRun, snapshots: str, file: SourceFile) -> Iterator[str]:
    """Yield the names of all files that the inspection of a document reads; those outside the project are absolute."""
    yield file.name
    yield run.settings.paths.template_name(file.domain)
    for locale in run.locales:
        yield run.settings.paths.catalog_name(file.domain, locale)
        yield f"{snapshots}/{locale}/{file.domain}.po"
    yield from addenda_of(run.settings, file.name)


def _to_json(found: DocumentFindings) -> dict[str, Any]:
    # A text is as long as a book may be, and has many findings: each is written once.
    keys: dict[MessageKey | None, int] = {}
    for placed in found.found:
        keys.setdefault(placed.key, len(keys))
    findings = (_placed(placed, keys[placed.key]) for placed in found.found)
    return {
        "found": packed(chain((list(keys),), findings)) if found.found else "",
        "ignores": {
            name: {
                "ignores": [{**asdict(one), "codes": sorted(one.codes)} for one in found.ignores],
                "invalid": [asdict(finding) for finding in found.invalid],
            }
            for name, found in found.ignores.items()
        },
        "locales": found.locales,
        "statistics": {locale: asdict(found) for locale, found in found.statistics.items()},
        "wordings": [kept.to_json() for kept in found.wordings],
    }


def _placed(placed: LocatedFinding, key: int) -> list[Any]:
    finding, edit = placed.finding, placed.finding.edit
    place = finding.location
    return [
        [finding.code, finding.message, str(finding.severity), finding.hint, finding.because],
        [place.path, place.line, place.column, placed.end_column],
        [edit.start, edit.end, edit.replacement] if edit else None,
        [placed.locale, key, placed.form, placed.fingerprint, placed.rest],
    ]


def _located(plain: list[Any], keys: list[Any]) -> LocatedFinding:
    (code, message, severity, hint, because), (path, line, column, end), edit, known = plain
    locale, key, form, fingerprint, rest = known
    finding = Finding(
        code=code,
        message=message,
        severity=Severity(severity),
        hint=hint,
        because=tuple(because),
        location=Location(path=path, line=line, column=column),
        edit=Edit(start=edit[0], end=edit[1], replacement=edit[2]) if edit else None,
    )
    return LocatedFinding(
        finding=finding,
        locale=locale,
        key=keys[key],
        form=form,
        end_column=end,
        fingerprint=fingerprint,
        rest=tuple(rest),
    )


def _from_json(file: SourceFile, answer: Mapping[str, Any]) -> DocumentFindings:
    findings = unpacked(answer["found"]) if answer["found"] else iter(([],))
    keys = list(map(_key, next(findings)))
    return DocumentFindings(
        domain=file.domain,
        name=file.name,
        is_read=True,
        found=tuple(_located(placed, keys) for placed in findings),
        ignores={
            name: Ignores(
                ignores=tuple(map(_ignore, found["ignores"])), invalid=tuple(map(_finding, found["invalid"]))
            )
            for name, found in answer["ignores"].items()
        },
        locales=tuple(answer["locales"]),
        statistics={locale: Statistics(**found) for locale, found in answer["statistics"].items()},
        wordings=tuple(CatalogWordings(**kept) for kept in answer["wordings"]),
    )


def _finding(plain: Mapping[str, Any]) -> Finding:
    return Finding(
        **{
            **plain,
            "location": Location(**plain["location"]),
            "severity": Severity(plain["severity"]),
            "edit": Edit(**plain["edit"]) if plain["edit"] else None,
            "because": tuple(plain["because"]),
        }
    )


def _ignore(plain: Mapping[str, Any]) -> Ignore:
    return Ignore(
        **{
            **plain,
            "codes": frozenset(plain["codes"]),
            "key": _key(plain["key"]),
            "location": Location(**plain["location"]),
        }
    )


def _key(plain: list[Any] | None) -> tuple[Any, Any] | None:
    return None if plain is None else (plain[0], plain[1])
