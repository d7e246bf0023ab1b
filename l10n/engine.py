"""How many documents at once: one after the other, in worker processes, or on a cluster.

Law (tests/properties/test_engine.py): results are the same, and come in the same order, whatever the engine.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from l10n.errors import ConfigurationError, ServiceError
from l10n.interruption import held, release
from l10n.version import __version__

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = (
    25  # items: large enough for what a message to another process costs, small enough to share out evenly
)
_WORTH_A_WORKER = 400  # items: below that, starting a process costs more than it saves
_AHEAD = 3  # batches that wait for each worker: it never idles, and memory stays bounded
_ATTEMPTS = 2
_PATIENCE = 15.0  # seconds in which a cluster has no worker before it is given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """`jobs` processes, 0 for as many as there is work and cores for; or the cluster at `address` (`dask://…`)."""

    jobs: int = 0
    address: str = ""

    def workers_for(self, items: int) -> int:
        """Return how many processes work on so many items; 1 is this one."""
        if self.jobs:
            return min(self.jobs, max(1, items))
        return max(1, min(_cores(), items // _WORTH_A_WORKER))


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Died:
    """What stands for the result of an item whose workers died, twice."""

    why: str


IN_PROCESS = Engine(jobs=1)


def run(
    work: Callable[[Item], Result], items: Sequence[Item], engine: Engine = IN_PROCESS
) -> Iterator[Result | Died]:
    """Yield `work(item)` for each item, in their order.

    `work` and what it takes and gives have to be picklable, and it must not depend on what it did before. A worker
    that dies is replaced and its items are given to another; when they kill that one too, they have `Died`. Raises
    what `work` raises, and ConfigurationError when there is no such cluster.
    """
    if engine.address:
        yield from _in_batches(_Cluster(engine.address), work, items)
    elif (workers := engine.workers_for(len(items))) > 1:
        yield from _in_batches(_Processes(workers), work, items)
    else:
        yield from map(work, items)


class _Workers(Protocol):
    """Where batches are sent to."""

    count: int
    deaths: tuple[type[BaseException], ...]

    def submit(
        self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> "Future[Any]": ...

    def result(self, future: "Future[Any]") -> Any:
        """Return what a batch gave, or raise what its work raised, and one of `deaths` when its worker died."""
        ...

    def replace(self) -> None:
        """Start anew after a worker has died: what was sent and has no answer has to be sent again."""
        ...

    def close(self, *, is_done: bool) -> None:
        """Let the workers go; unless all `is_done`, in the middle of what nobody waits for any more."""
        ...


class _Processes:
    def __init__(self, count: int) -> None:
        from concurrent.futures.process import BrokenProcessPool  # imports half of multiprocessing

        self.deaths: tuple[type[BaseException], ...] = (BrokenProcessPool,)
        self.count = count
        self._pool = self._new()

    def submit(self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]) -> "Future[Any]":
        with held():  # until the worker knows that Ctrl-C is not for it
            return self._pool.submit(work, batch)

    def result(self, future: "Future[Any]") -> Any:
        return future.result()

    def replace(self) -> None:
        self._pool.shutdown(wait=True)
        self._pool = self._new()

    def _new(self) -> "ProcessPoolExecutor":
        from concurrent.futures.process import ProcessPoolExecutor

        return ProcessPoolExecutor(self.count, initializer=_begin)

    def close(self, *, is_done: bool) -> None:
        if not is_done:  # before Python 3.14 there is no other way
            for process in list((self._pool._processes or {}).values()):  # noqa: SLF001
                process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Begin a worker: Ctrl-C goes to all processes, and the first one ends the others; killed, it cannot."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    release()
    from multiprocessing import parent_process
    from threading import Thread

    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


class _Cluster:
    """A Dask scheduler with its workers; it gives the work of a dead worker to another by itself."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client, KilledWorker
        except ImportError as error:
            raise ConfigurationError(
                "a cluster needs the package distributed", hint="pip install 'l10n-names[cluster]'"
            ) from error
        scheme, _, host = address.partition("://")
        if scheme != "dask" or not host:
            raise ConfigurationError(
                "unknown engine",
                where=f"--engine {address}",
                hint="for example: --engine dask://127.0.0.1:8786",
            )
        self.deaths: tuple[type[BaseException], ...] = (KilledWorker,)
        try:
            self._client: Any = Client(f"tcp://{host}", timeout=5)  # type: ignore[no-untyped-call]
            self.count = max(1, len(self._client.nthreads()))  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise ConfigurationError(
                "the cluster does not answer", where=f"--engine {address}", why=str(error)
            ) from error
        self._address = address
        self._refuse_other_versions()

    def submit(self, work: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]) -> "Future[Any]":
        future: Future[Any] = self._client.submit(work, batch, pure=False)
        return future

    def result(self, future: "Future[Any]") -> Any:
        from concurrent.futures import CancelledError

        while True:
            try:
                return future.result(timeout=_PATIENCE)
            except CancelledError as error:
                raise ServiceError(
                    "the connection to the cluster is lost", where=f"--engine {self._address}"
                ) from error
            except TimeoutError as error:  # the work may only be long
                if not self._client.nthreads():
                    raise ServiceError(
                        "no worker is left in the cluster", where=f"--engine {self._address}"
                    ) from error

    def replace(self) -> None:
        pass

    def _refuse_other_versions(self) -> None:
        """Raise ConfigurationError when a worker would do the work in another way, or not know how."""
        try:
            found = self._client.run(_version)
        except ImportError as error:
            found = {"": f"missing ({error})"}
        others = sorted({str(one) for one in found.values() if one != __version__})
        if others:
            self._client.close()
            raise ConfigurationError(
                "the workers of the cluster run another version of l10n",
                where=f"--engine {self._address}",
                why=f"{', '.join(others)}; here it is {__version__}",
                hint="install the same version there, and restart them",
            )

    def close(self, *, is_done: bool) -> None:  # noqa: ARG002
        self._client.close()


@dataclass(slots=True)
class _Sent(Generic[Item]):
    batch: Sequence[Item]
    future: "Future[Any]"
    attempts: int = 1


def _in_batches(
    workers: _Workers, work: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[Result | Died]:
    """Send batches ahead, and yield their results in the order of the items."""
    import pickle  # one process needs none

    each = partial(_each, pickle.dumps(work))
    size = max(1, min(_BATCH, -(-len(items) // (2 * workers.count))))
    batches = (items[start : start + size] for start in range(0, len(items), size))
    sent: deque[_Sent[Item]] = deque()
    try:
        while True:
            for batch in islice(batches, workers.count * _AHEAD - len(sent)):
                sent.append(_Sent(batch=batch, future=workers.submit(each, batch)))
            if not sent:
                return
            first = sent[0]
            try:
                results = workers.result(first.future)
            except workers.deaths:
                workers.replace()
                if first.attempts < _ATTEMPTS:
                    first.attempts += 1
                else:
                    sent.popleft()
                    yield from _one_by_one(workers, each, first.batch)
                _send_again(workers, each, sent)
                continue
            sent.popleft()
            yield from results
    finally:
        workers.close(is_done=not sent)


def _send_again(
    workers: _Workers, each: Callable[[Sequence[Item]], list[Result]], sent: "deque[_Sent[Item]]"
) -> None:
    """Send what went down with a worker again."""
    for waiting in sent:
        if waiting.future.done() and isinstance(waiting.future.exception(), workers.deaths):
            waiting.future = workers.submit(each, waiting.batch)


def _one_by_one(
    workers: _Workers, each: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
) -> Iterator[Result | Died]:
    """Yield the results of a batch in which something kills workers; nothing else is at work meanwhile."""
    for item in batch:
        try:
            yield from workers.result(workers.submit(each, [item]))
        except workers.deaths as death:
            workers.replace()
            yield Died(str(death))


def _each(pickled: bytes, batch: Sequence[Any]) -> list[Any]:
    work = _unpickled(pickled)
    return [work(item) for item in batch]


@lru_cache(maxsize=1)
def _unpickled(pickled: bytes) -> Callable[[Any], Any]:
    # Once per worker, not per batch: the registry of names that comes with it may be large.
    import pickle

    work: Callable[[Any], Any] = pickle.loads(pickled)  # noqa: S301 - from the process that started this worker
    return work


def _version() -> str:
    return __version__
