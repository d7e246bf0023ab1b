"""How fast a translation memory is built and asked, beside a plain SQLite table that is scanned with LIKE.

Run: python benchmarks/memory.py [SEGMENTS]   (1,000,000 by default; the peer is asked 20 times)
Times are of the processor, so that other work on the machine does not count; all peers run in this process.
Prints segments/s of building, milliseconds of a look-up (the same text, a text with a changed word, a new text),
those of the scan, and ratios. With translate-toolkit installed, its tmserver's database is measured on 1 % of them.
"""

import importlib.util
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from l10n.pretranslation.memory import Unit
from l10n.pretranslation.memory_store import Memory

_VOCABULARY = 60_000
_LOOKUPS = 300
_SCANS = 20


def segments(number: int) -> Iterator[Unit]:
    """Yield segments of 6 to 24 words, whose frequencies fall as in a language (Zipf)."""
    chance = random.Random(7)
    letters = "etaoinshrdlucmfwypvbgk"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 10))) for _ in range(_VOCABULARY)]
    weights = [1 / place for place in range(1, _VOCABULARY + 1)]
    stream: Iterator[str] = iter(())
    for place in range(number):
        if place % 10_000 == 0:
            stream = iter(chance.choices(words, weights, k=250_000))
        source = " ".join(islice(stream, chance.randint(6, 24)))
        yield Unit(source=f"{source}.", target=source[::-1], source_locale="en", locale="nl")


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def milliseconds(ask: Callable[[str], object], texts: Sequence[str]) -> str:
    taken = sorted(1000 * seconds(lambda text=text: ask(text)) for text in texts)  # type: ignore[misc]
    return f"{statistics.median(taken):.2f} ms median, {taken[int(len(taken) * 0.99)]:.2f} ms p99"


def asked(number: int) -> dict[str, list[str]]:
    chance = random.Random(11)
    chosen = [unit.source for unit in segments(number) if chance.random() < 1.2 * _LOOKUPS / number][
        :_LOOKUPS
    ]
    changed = []
    for text in chosen:
        words = text.split()
        words[chance.randrange(len(words))] = "changed"
        changed.append(" ".join(words))
    fresh = [" ".join(chance.sample(text.split(), len(text.split()))) for text in chosen]
    return {"same text": chosen, "one word changed": changed, "words shuffled": fresh}


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    texts = asked(number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite"
        with Memory(path, "memory", is_new=True) as memory:
            took = seconds(lambda: memory.take("benchmark", "", segments(number)))
            making = seconds(lambda: sum(1 for _ in segments(number)))
            print(f"build\t{number / (took - making):,.0f} segments/s ({path.stat().st_size / 1e6:,.0f} MB)")
            for kind, asked_for in texts.items():
                print(f"{kind}\t{milliseconds(lambda text: memory.search(text, 'en', 'nl'), asked_for)}")
            found = sum(bool(memory.search(text, "en", "nl")) for text in texts["one word changed"])
            print(f"found again with one word changed\t{found}/{len(texts['one word changed'])}")
            ours = seconds(lambda: [memory.search(text, "en", "nl") for text in texts["same text"][:_SCANS]])
        scan(Path(folder) / "plain.sqlite", number, texts["same text"][:_SCANS], ours)
        tmserver(Path(folder) / "tmserver.sqlite", number // 100, texts["one word changed"][:_SCANS])


def scan(path: Path, number: int, texts: Sequence[str], ours: float) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE unit (source TEXT, target TEXT)")
    rows = ((unit.source, unit.target) for unit in segments(number))
    plain.executemany("INSERT INTO unit VALUES (?, ?)", rows)
    plain.commit()

    def like(text: str) -> object:
        return plain.execute("SELECT target FROM unit WHERE source LIKE ?", (f"%{text}%",)).fetchall()

    theirs = seconds(lambda: [like(text) for text in texts])
    print(f"LIKE scan\t{milliseconds(like, texts)}")
    print(f"LIKE scan / ours\t{theirs / ours:,.0f}x")
    plain.close()


def tmserver(path: Path, number: int, texts: Sequence[str]) -> None:
    if importlib.util.find_spec("translate") is None:
        print("tmserver\tnot installed (pip install translate-toolkit levenshtein)")
        return
    from translate.services.tmdb import TMDB

    theirs = TMDB(str(path))
    rows = [{"source": unit.source, "target": unit.target, "context": ""} for unit in segments(number)]
    took = seconds(lambda: theirs.add_list(rows, "en", "nl"))
    print(f"tmserver build\t{number / took:,.0f} segments/s, of {number:,}")
    asking = milliseconds(lambda text: theirs.translate_unit(text, "en", "nl"), texts)
    print(f"tmserver look-up\t{asking}, of {number:,}")


if __name__ == "__main__":
    main()
