"""One function over many documents, by an engine: in their order, with progress, and with errors that stop nobody."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from l10n.checks.plugins.in_use import checks_in_use
from l10n.engine import IN_PROCESS, Died, Engine, run
from l10n.errors import FileError
from l10n.languages.packs import packs_in_use, use_packs_in
from l10n.remembering import forget
from l10n.workflow.store.named_file import does_not_fit
from l10n.workflow.store.sources import SourceFile

# is told how many documents of how many are done, and which comes next
ProgressCallback = Callable[[int, int, str], None]

_AT_ONCE = 50

Setting = TypeVar("Setting")
Result = TypeVar("Result")


def no_progress(_done: int, _total: int, _current: str) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a command goes over documents: by which engine, whether it writes (`save`), whether it may pass over those
    that have not changed (`use_cache`), and who is told how far it is.
    """

    engine: Engine = IN_PROCESS
    save: bool = True
    use_cache: bool = True
    on_progress: ProgressCallback = no_progress


IN_THIS_PROCESS = RunOptions()


def over_documents(
    work: Callable[[Setting, SourceFile], Result],
    setting: Setting,
    files: Sequence[SourceFile],
    options: RunOptions,
    *,
    known: int = 0,
) -> Iterator[tuple[SourceFile, Result | FileError]]:
    """Yield each document with what `work` makes of it, or the error of one whose workers died.

    `known` is how many documents there are beside these, that need no work.
    """
    total = known + len(files)
    results = run(partial(_by_itself, work, setting, packs_in_use(), checks_in_use()), files, options.engine)
    for number, (file, result) in enumerate(zip(files, results, strict=True)):
        options.on_progress(known + number, total, file.name)
        yield file, _killed(file, result) if isinstance(result, Died) else result
    options.on_progress(total, total, "")


def _by_itself(
    work: Callable[[Setting, SourceFile], Result],
    setting: Setting,
    packs: tuple[Path, ...],
    checks: tuple[str, ...],
    file: SourceFile,
) -> Result | FileError:
    """Do the work on one document; what was remembered of its texts is of no use to the next one.

    `packs` are the folders of the project's own languages, `checks` the installed checks it wants: another process does
    not know of them.
    """
    use_packs_in(*packs)
    if checks != checks_in_use():
        from l10n.checks.plugins.installed import use_checks  # all checks are imported with it

        use_checks(*checks)
    try:
        return work(setting, file)
    except MemoryError:
        return does_not_fit(file.name)
    finally:
        forget()


def in_batches(done: Iterable[Result]) -> Iterator[list[Result]]:
    """Yield some at a time: as many documents as are flushed to the disk together."""
    left = iter(done)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def _killed(file: SourceFile, death: Died) -> FileError:
    return FileError(
        "the process that worked on it died, twice",
        where=file.name,
        why=death.why,
        hint="is there enough memory? with --jobs 1 it is done in this process",
    )
