"""Wrong facts planted in right translations: how many of them `l10n check` finds, by locale and kind of fact.

Run: python benchmarks/planted.py FOLDER [LOCALE …] [-v] [--peers]     FOLDER as for the conformance run `running.py`:
`en.txt` and a file for each locale, a sentence a line, the same line is the same sentence.

One figure, date, time, unit, currency or percentage of a translation is changed, where the source states the same; the
words for them are CLDR's, taken from Babel and not from our packs. A fault counts as found when `check` gives an error
or a warning about facts in that message that it does not give of the right translation. `-v` prints those not found.
`--peers` adds what pofilter and l10n-lint find of the same faults with all their checks, where they are on the PATH,
and how often each speaks of the right translations, per 1,000 words of the source (ours: errors and warnings, without
names).
"""

import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import polib

ROOT = Path(__file__).parent.parent
sys.path.insert(0, os.fspath(ROOT))

from l10n.languages.cldr import plural_forms  # noqa: E402

checks: Any = importlib.import_module("benchmarks.checks")
planting: Any = importlib.import_module("benchmarks.planting.facts")

L10N = [sys.executable, "-m", "l10n"]
CODES = {"number-mismatch", "time-mismatch", "date-mismatch", "unit-mismatch", "currency-mismatch"}


def check(rounds: list[dict[str, str]], tag: str) -> tuple[list[dict[str, Counter[str]]], int]:
    """Return the codes that `check` gives about each source text of each round: the round's document; and how many
    errors and warnings there are in the first, which is right.
    """
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        (home / "source").mkdir()
        (home / "l10n.toml").write_text(
            f'source_locale = "en"\nlocales = ["{tag}"]\nrepair = false\n[severity]\nwrong-language = "off"\n',
            encoding="utf-8",
        )
        for number, texts in enumerate(rounds):
            (home / "source" / f"r{number}.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        subprocess.run([*L10N, "extract"], cwd=home, check=True, capture_output=True)
        found: list[dict[str, Counter[str]]] = []
        for number, texts in enumerate(rounds):
            path = next((home / "locales" / tag).rglob(f"r{number}.po"))
            catalog = polib.pofile(os.fspath(path), wrapwidth=0)
            for entry in catalog:
                entry.msgstr = texts.get(entry.msgid, "")
            catalog.save()
        command = [*L10N, "check", "--output-format", "json"]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        findings = json.loads(done.stdout)["findings"]
        for number in range(len(rounds)):
            path = next((home / "locales" / tag).rglob(f"r{number}.po"))
            entries = sorted((entry.linenum, entry.msgid) for entry in polib.pofile(os.fspath(path)))
            by_text: dict[str, Counter[str]] = defaultdict(Counter)
            for one in findings:
                if Path(one["path"]).name == path.name and one["severity"] != "info" and one["code"] in CODES:
                    texts = [msgid for line, msgid in entries if line <= one["line"]]
                    by_text[texts[-1] if texts else ""][one["code"]] += 1
            found.append(by_text)
        alarms = [
            one
            for one in findings
            if Path(one["path"]).name == "r0.po"
            and one["severity"] != "info"
            and one["code"] != "unregistered-name"
        ]
        return found, len(alarms)


def spoken(rounds: list[dict[str, str]], tag: str, peer: str) -> list[dict[str, set[str]]]:
    """Return what a peer says about each source text of each round."""
    with tempfile.TemporaryDirectory() as place:
        found = []
        for number, texts in enumerate(rounds):
            path = Path(place) / f"r{number}.po"
            catalog = polib.POFile(wrapwidth=0)
            catalog.metadata = {
                "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit", "Language": tag,
                "MIME-Version": "1.0", "Plural-Forms": plural_forms(tag),
            }  # fmt: skip
            sources = list(texts)
            for at, source in enumerate(sources):
                catalog.append(polib.POEntry(msgctxt=str(at), msgid=source, msgstr=texts[source]))
            catalog.save(os.fspath(path))
            said = checks.PEERS[peer][1](path)
            found.append({sources[at]: rules for at, rules in said.items() if 0 <= at < len(sources)})
        return found


def print_peers(rounds: list[dict[str, str]], planted: list[tuple[int, str, str, str]], tag: str) -> None:
    """Print a line for each peer."""
    words = sum(len(source.split()) for source in rounds[0])
    for peer in ("pofilter", "l10n-lint"):
        if shutil.which(peer):
            said = spoken(rounds, tag, peer)
            hit = sum(
                bool(said[number].get(source, set()) - said[0].get(source, set()))
                for number, _, source, _ in planted
            )
            alarms = 1000 * sum(map(len, said[0].values())) / words
            print(
                f"{tag}, {peer}\t{hit} of {len(planted)}; {alarms:.2f} per 1,000 words of right text",
                flush=True,
            )


def main() -> None:
    """Print a line for each locale."""
    arguments = [argument for argument in sys.argv[1:] if argument not in ("-v", "--peers")]
    if not arguments:
        print("planted\tnot run: it needs a folder of sentences")
        return
    folder = Path(arguments[0])
    tags = arguments[1:] or sorted(
        path.stem for path in folder.glob("*.txt") if path.stem not in ("en", "documents")
    )
    english = (folder / "en.txt").read_text(encoding="utf-8").splitlines()
    for tag in tags:
        theirs = (folder / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
        pairs = [(one.strip(), other.strip()) for one, other in zip(english, theirs, strict=True)]
        rounds: list[dict[str, str]] = [dict(pairs)]
        planted: list[tuple[int, str, str, str]] = []
        for kind, source, wrong in planting.faults(pairs, tag):
            number = next((n for n in range(1, len(rounds)) if source not in rounds[n]), len(rounds))
            if number == len(rounds):
                rounds.append({})
            rounds[number][source] = wrong
            planted.append((number, kind, source, wrong))
        codes, alarms = check(rounds, tag)
        total: Counter[str] = Counter()
        hit: Counter[str] = Counter()
        for number, kind, source, wrong in planted:
            total[kind] += 1
            is_found = bool(codes[number][source] - codes[0][source])
            hit[kind] += is_found
            if not is_found and "-v" in sys.argv:
                print(f"    {kind}: {source}\n      {wrong}")
        kinds = ", ".join(f"{kind} {hit[kind]}/{total[kind]}" for kind in sorted(total))
        words = sum(len(source.split()) for source in rounds[0])
        said = f"{1000 * alarms / words:.2f} per 1,000 words of right text"
        share = hit.total() / max(1, total.total())
        print(f"{tag}, l10n\t{hit.total()} of {total.total()} ({share:.1%}); {said}; {kinds}", flush=True)
        if "--peers" in sys.argv:
            print_peers(rounds, planted, tag)


if __name__ == "__main__":
    main()
