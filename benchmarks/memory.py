"""How fast a translation memory is built and asked, beside a plain SQLite table that is scanned with LIKE.

Run: python benchmarks/memory.py [SEGMENTS]   (1,000,000 by default; the peer is asked 20 times)
Times are of the processor, so that other work on the machine does not count; all peers run in this process.
Prints segments/s of building, milliseconds of a look-up (the same text, a text with a changed word, a new text),
those of the scan, and ratios. With translate-toolkit installed, its matcher is measured on 10 % of them.
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

from yasbd import BoundaryDetector

from l10n.pretranslation.memory import Level, Unit, sentence_units
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


def paragraphs(number: int) -> Iterator[Unit]:
    """Yield paragraphs of four sentences, with their sentences, as a build takes them from catalogs."""
    found = segments(4 * number)
    for _ in range(number):
        four = [unit.source[:-1].capitalize() for unit in islice(found, 4)]
        source = ". ".join(four) + "."
        target = ". ".join(sentence[::-1].capitalize() for sentence in four) + "."
        whole = Unit(source=source, target=target, source_locale="en", locale="nl")
        yield whole
        yield from sentence_units(whole)


def detected(number: int) -> int:
    """Look for the sentences of the same paragraphs with the detector alone."""
    detectors = [BoundaryDetector(language, preserve_quote_and_paren=False) for language in ("en", "nl")]
    wholes = (unit for unit in paragraphs(number) if unit.level is Level.PARAGRAPH)
    return sum(
        len(list(detector.detect(text)))
        for unit in wholes
        for detector, text in zip(detectors, (unit.source, unit.target), strict=True)
    )


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
        split(Path(folder) / "split.sqlite", min(20_000, number // 10))
        scan(Path(folder) / "plain.sqlite", number, texts["same text"][:_SCANS], ours)
        toolkit(Path(folder), number // 10, texts["one word changed"][:_SCANS])


def split(path: Path, number: int) -> None:
    """Measure the building from paragraphs of several sentences, beside the detector of sentences alone."""
    units = 0

    def build() -> None:
        nonlocal units
        units = memory.take("benchmark", "", paragraphs(number))

    with Memory(path, "memory", is_new=True) as memory:
        took = seconds(build)
    making = seconds(lambda: sum(1 for _ in segments(4 * number)))
    print(f"build from paragraphs of 4 sentences\t{units / (took - making):,.0f} segments/s")
    cutting = seconds(lambda: sum(1 for _ in paragraphs(number)))
    theirs = seconds(lambda: detected(number)) - cutting
    print(f"yasbd alone / cut and laid side by side\t{theirs / (cutting - making):.1f}x")


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


def toolkit(folder: Path, number: int, texts: Sequence[str]) -> None:
    """Measure the matcher of translate-toolkit, whose tmserver is gone from 3.20, on `number` segments, and ours."""
    if importlib.util.find_spec("translate") is None:
        print("translate-toolkit\tnot installed (pip install translate-toolkit levenshtein)")
        return
    from translate.search.match import matcher
    from translate.storage.base import TranslationStore, TranslationUnit

    store = TranslationStore()
    for segment in segments(number):
        unit = TranslationUnit(segment.source)
        unit.target = segment.target
        store.addunit(unit)
    theirs = matcher(store, max_candidates=5, min_similarity=60, max_length=1_000)
    with Memory(folder / "small.sqlite", "memory", is_new=True) as memory:
        memory.take("benchmark", "", segments(number))
        ours = seconds(lambda: [memory.search(text, "en", "nl") for text in texts])
    took = seconds(lambda: [theirs.matches(text) for text in texts])
    print(f"translate-toolkit\t{1000 * took / len(texts):,.2f} ms a look-up, of {number:,} segments")
    print(f"translate-toolkit / ours\t{took / ours:,.0f}x")


if __name__ == "__main__":
    main()
