"""The verbs of the Python API, which `import l10n` offers: a folder in, a report out, no terminal."""

import os
from collections.abc import Iterable
from pathlib import Path
from threading import RLock

from l10n.errors import ConfigurationError, raise_all
from l10n.rendering import Fallback
from l10n.workflow import check as checking
from l10n.workflow import extract as extraction
from l10n.workflow import render as localization
from l10n.workflow.check_report import CheckReport, Request
from l10n.workflow.extract import ExtractReport
from l10n.workflow.per_document.map_documents import RunOptions
from l10n.workflow.render import RenderReport
from l10n.workflow.store.configured import configured_project

__all__ = ["CheckReport", "ExtractReport", "RenderReport", "check", "extract", "render"]

_Folder = str | os.PathLike[str]
# What a project brings of its own (packs, checks) holds for the process, so its verbs wait for one another.
_ONE_AT_A_TIME = RLock()


def extract(path: _Folder = ".", *, allow_removal: bool = False, save: bool = True) -> ExtractReport:
    """Bring the templates and catalogs of the project around the folder `path` in step with its sources.

    The report has what became of each document, and the names of the files `written`; with `save=False` nothing is
    written, and `changes` holds what would be. `allow_removal` confirms that translations may become obsolete which the
    last extract still had in use. Raises L10nError, after everything else has been written, for what cannot be read or
    would lose translations: of such a document nothing is written.
    """
    with _ONE_AT_A_TIME:
        report = extraction.extract(
            configured_project(Path(path)), allow_removal=allow_removal, options=RunOptions(save=save)
        )
    raise_all(report.errors)
    return report


def check(
    path: _Folder = ".",
    locales: Iterable[str] | None = None,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    baseline: _Folder | None = None,
) -> CheckReport:
    """Return what the checks find in the project around the folder `path`; nothing in it is written.

    `locales` are those to check, by default all, `select` and `ignore` codes or groups of codes, as of the command,
    `baseline` the file of the findings that are known already (None: that of the configuration). The report has the
    `findings`, by file and line, the `errors` of the files that cannot be read, whether all is `clean`, and the
    `exit_code` of the command. Raises L10nError for what stops everything: no project, a broken registry, a locale or
    a code that is not known.
    """
    request = Request(
        select=tuple(_listed(select) or ()),
        ignore=tuple(_listed(ignore) or ()),
        baseline=None if baseline is None else Path(baseline),
    )
    with _ONE_AT_A_TIME:
        return checking.check(configured_project(Path(path)), _listed(locales), request)


def render(
    path: _Folder = ".",
    locales: Iterable[str] | None = None,
    *,
    require: float = 0.0,
    use_fuzzy: bool = False,
    save: bool = True,
) -> RenderReport:
    """Write the localized versions of the documents of the project around the folder `path`, below its `build/`.

    `locales` are those to write, by default all. `require` is a ratio 0…1: a locale in which a document is translated
    for less is not written, and its documents are the `refused` ones of the report. `use_fuzzy` takes unconfirmed
    translations. The report has each document with its coverage, and the names of the files `written`; with
    `save=False` nothing is written, and `changes` holds what would be. Raises L10nError, after everything else has
    been written, for what cannot be read or written.
    """
    if not 0 <= require <= 1:
        raise ConfigurationError("must be a ratio from 0 to 1", where="require", hint="90 % is 0.9")
    with _ONE_AT_A_TIME:
        report = localization.render(
            configured_project(Path(path)),
            _listed(locales),
            require=require,
            fallback=Fallback(use_fuzzy=use_fuzzy),
            options=RunOptions(save=save),
        )
    raise_all(report.errors)
    return report


def _listed(locales: Iterable[str] | None) -> list[str] | None:
    """Return the locales as the verbs take them: a list that is not empty, or None for all.

    A text is one locale: `check(".", "nl")` checks `nl`.
    """
    if locales is None:
        return None
    return [locales] if isinstance(locales, str) else list(locales)
