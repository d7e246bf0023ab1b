"""One process, two of them, and a Dask cluster with two workers on this machine, over the same articles.

Run: python benchmarks/engines.py [ARTICLES]   (without: 1,000)
Needs two cores that nobody else uses: the ratios are of seconds on the clock. CPU seconds and memory are those of the
command and its own processes, not of a cluster. Without `distributed` there is no cluster.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import l10n, make, translate  # noqa: E402


@contextmanager
def cluster() -> Iterator[str]:
    """Start a Dask scheduler with two workers on this machine; give its address."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:  # type: ignore[no-untyped-call]
        yield str(local.scheduler_address).replace("tcp://", "dask://")


def main() -> None:
    """Print a row for each engine and verb."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make(folder, articles)
        l10n("extract", folder=folder)
        translate(folder)
        for verb in ("check", "render"):
            load = os.getloadavg()[0]
            alone = l10n(verb, "--no-cache", "--jobs", "1", folder=folder)
            print(f"{verb} {articles:,}, one process\t{alone} (load before: {load:.1f})", flush=True)
            two = l10n(verb, "--no-cache", "--jobs", "2", folder=folder)
            print(f"{verb} {articles:,}, two\t{two}: {alone.wall / two.wall:.2f}x as fast", flush=True)
            try:
                with cluster() as address:
                    dask = l10n(verb, "--no-cache", "--engine", address, folder=folder)
            except ImportError:
                print(f"{verb}, Dask\tdistributed is not installed")
            else:
                ratio = alone.wall / dask.wall
                print(f"{verb} {articles:,}, Dask with two workers\t{dask}: {ratio:.2f}x as fast", flush=True)


if __name__ == "__main__":
    main()
