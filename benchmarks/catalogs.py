"""Catalogs beside the peers, in one run: loading, saving, changing one message, updating, compiling, memory.

Run: python benchmarks/catalogs.py [--quick]
CPU seconds (user and system, median of three; of one for a peer that needs longer than ten seconds). Each piece of
work is a process of its own; a Python library is timed after its import, a program as a whole. Peers that are not
installed are left out: GNU gettext, polib, rspolib, translate-toolkit (pot2po).

pot2po is measured as its users have it, with rapidfuzz: without, it takes a hundred times as long.
The catalogs are those of `catalog_cases`; where each new message comes from is known, so that recall and false fuzzies
are too.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from math import log
from pathlib import Path

from catalog_cases import prepared, update_case

RUNS, LONG = 3, 10.0


def quality(folder: Path, origin: dict[str, str]) -> tuple[float, int]:
    """Return the share of edited texts that were proposed the translation of their true source, and how many texts
    that have no source were proposed one.
    """
    from l10n.catalog.pofile import read

    live = [
        message
        for message in read((folder / "out.po").read_bytes(), "out.po").messages
        if not message.obsolete
    ]
    edits = {text: source for text, source in origin.items() if source}
    found = {
        message.msgid: message.msgstr[0] for message in live if message.msgid in origin and message.msgstr[0]
    }
    right = sum(found.get(text) == f"nl: {source}" for text, source in edits.items())
    return right / len(edits), sum(text in found for text, source in origin.items() if not source)


def our_merge(folder: Path) -> None:
    from l10n.catalog.merge import merge
    from l10n.catalog.pofile import read, write

    file = read((folder / "old.po").read_bytes(), "old.po")
    template = read((folder / "new.pot").read_bytes(), "new.pot")
    (folder / "out.po").write_bytes(
        write(file, merge(file.messages, template.messages, ("en", "nl")).messages)
    )


def our_load(folder: Path) -> None:
    from l10n.catalog.pofile import read

    assert read((folder / "a.po").read_bytes(), "a.po").messages


def our_save(folder: Path) -> None:
    from l10n.catalog.pofile import read, write

    file = read((folder / "a.po").read_bytes(), "a.po")
    (folder / "out.po").write_bytes(write(file, file.messages))


def our_change(folder: Path) -> None:
    from dataclasses import replace

    from l10n.catalog.pofile import read, rewrite

    file = read((folder / "a.po").read_bytes(), "a.po")
    message = file.messages[len(file.messages) // 2]
    (folder / "out.po").write_bytes(rewrite(file, [replace(message, msgstr=("anders",))]))


def our_compile(folder: Path) -> None:
    from l10n.catalog.mofile import compile_file
    from l10n.catalog.pofile import read

    content = compile_file(read((folder / "a.po").read_bytes(), "a.po"))
    (folder / "out.mo").write_bytes(content)


def polib_load(folder: Path) -> None:
    import polib

    polib.pofile(str(folder / "a.po"))


def polib_change(folder: Path) -> None:
    import polib

    file = polib.pofile(str(folder / "a.po"))
    file[len(file) // 2].msgstr = "anders"
    file.save(str(folder / "out.po"))


def rspolib_load(folder: Path) -> None:
    import rspolib

    rspolib.pofile(str(folder / "a.po"))


def rspolib_save(folder: Path) -> None:
    import rspolib

    rspolib.pofile(str(folder / "a.po")).save(str(folder / "out.po"))


WORK: dict[str, Callable[[Path], None]] = {
    work.__name__: work
    for work in (
        our_merge,
        our_load,
        our_save,
        our_change,
        our_compile,
        polib_load,
        polib_change,
        rspolib_load,
        rspolib_save,
    )
}
PROGRAMS = {
    "msgfmt": ["msgfmt", "-o", "out.mo", "a.po"],
    "msgcat": ["msgcat", "-o", "out.po", "a.po"],
    "msgmerge": ["msgmerge", "--quiet", "--previous", "-o", "out.po", "old.po", "new.pot"],
    "pot2po": ["pot2po", "--progress=none", "-t", "old.po", "new.pot", "out.po"],
}


def worker(name: str, folder: Path) -> None:
    """Print the CPU seconds of one piece of work, imports apart, and the peak memory of the process in MB."""
    work = WORK[name]
    small = folder / "small"
    if small.is_dir():  # what is imported and compiled once is no part of the work
        work(small)
    began = time.process_time()
    work(folder)
    seconds = time.process_time() - began
    print(seconds, peak_memory())


def peak_memory() -> float:
    """Return the peak memory of this process in MB; what `getrusage` says includes the process that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        return float(re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii"))[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, folder: Path) -> tuple[float, float] | None:
    """Return the median CPU seconds and the peak MB of our function or of a peer; None when it is not installed."""
    found: list[tuple[float, float]] = []
    while len(found) < RUNS and (not found or found[0][0] < LONG):
        if name in PROGRAMS:
            command = PROGRAMS[name]
            path = shutil.which(command[0], path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
            if path is None:
                return None
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([path, *command[1:]], cwd=folder, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            found.append((after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, 0.0))
        else:
            run = [sys.executable, __file__, "--work", name, str(folder)]
            ran = subprocess.run(run, check=False, capture_output=True, text=True)
            if ran.returncode and "ModuleNotFoundError" in ran.stderr:
                return None
            if ran.returncode:
                raise RuntimeError(ran.stderr)
            seconds, memory = map(float, ran.stdout.split())
            found.append((seconds, memory))
    return statistics.median(seconds for seconds, _ in found), max(memory for _, memory in found)


def compare(title: str, ours: str, peers: dict[str, float], folder: Path) -> None:
    """Print how long we need, and how many times as long each peer does, with the factor to reach."""
    us = measure(ours, folder)
    assert us is not None
    print(f"{title}\tl10n {us[0]:.3f} s")
    for peer, reach in peers.items():
        them = measure(peer, folder)
        if them is None:
            print(f"{title}\t{peer} is not installed")
        else:
            ratio = them[0] / us[0]
            print(f"{title}\t{peer} {them[0]:.3f} s: we are {ratio:.1f}x as fast (to reach: {reach:g}x)")


def updated(count: int, folder: Path, peers: dict[str, float]) -> float:
    """Print time and quality of an update of so many messages; return our CPU seconds."""
    place = folder / f"update{count}"
    (place / "small").mkdir(parents=True)
    update_case(40, place / "small")
    origin = update_case(count, place)
    seconds: dict[str, float] = {}
    for name, reach in {"our_merge": 1.0, **peers}.items():
        measured = measure(name, place)
        if measured is None:
            print(f"update {count}\t{name} is not installed")
            continue
        seconds[name] = measured[0]
        recall, false = quality(place, origin)
        line = f"update {count}\t{'l10n' if name == 'our_merge' else name} {measured[0]:.2f} s"
        if name != "our_merge":
            line += f": we are {measured[0] / seconds['our_merge']:.1f}x as fast (to reach: {reach:g}x)"
        print(f"{line}; recall of the true source {recall:.3f}, {false} false fuzzies", flush=True)
    return seconds["our_merge"]


def main() -> None:
    """Print one line per figure."""
    if sys.argv[1:2] == ["--work"]:
        worker(sys.argv[2], Path(sys.argv[3]))
        return
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = prepared(10_000, folder)
        compare("load and save 10k", "our_save", {"rspolib_save": 5, "msgcat": 5}, place)
        compare("change one of 10k", "our_change", {"polib_change": 20}, place)
        compare("compile 10k", "our_compile", {"msgfmt": 2}, place)
        if not quick:
            place = prepared(200_000, folder)
            compare("load 200k", "our_load", {"msgfmt": 4, "rspolib_load": 1.3}, place)
            ours, theirs = measure("our_load", place), measure("polib_load", place)
            if ours and theirs:
                print(
                    f"memory 200k\tl10n {ours[1]:.0f} MB, polib {theirs[1]:.0f} MB: "
                    f"{ours[1] / theirs[1]:.2f} of it (to reach: 0.5)"
                )
        updated(3_000, folder, {"pot2po": 2} if quick else {"pot2po": 2, "msgmerge": 15})
        ten = updated(10_000, folder, {})
        if not quick:
            fifty = updated(50_000, folder, {})
            print(f"growth 10k to 50k\texponent {log(fifty / ten) / log(5):.2f} (to reach: at most 1.5)")


if __name__ == "__main__":
    main()
