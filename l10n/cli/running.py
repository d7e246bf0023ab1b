"""How a command goes over its documents, as its options say, with a bar on a terminal."""

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.workflow.per_document.map_documents import RunOptions


@contextlib.contextmanager
def running_of(jobs: int, engine: str, *, use_cache: bool, save: bool) -> "Iterator[RunOptions]":
    """Give the way to run that the options ask for; the bar is gone afterwards."""
    from l10n.cli.progress import Bar
    from l10n.engine import Engine
    from l10n.workflow.per_document.map_documents import RunOptions

    bar = Bar("documents")
    try:
        yield RunOptions(
            engine=Engine(jobs=jobs, address=engine), save=save, use_cache=use_cache, on_progress=bar.show
        )
    except KeyboardInterrupt as stop:
        stop.args = ("the documents that were done stay so; the same command goes on with the rest",)
        raise
    finally:
        bar.end()
