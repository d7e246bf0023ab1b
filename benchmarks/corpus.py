"""A newsroom's archive: the first run, the next one, one edited article, beside the peers, whole processes in one run.

Run: python benchmarks/corpus.py [ARTICLES [LARGE]]   (without them: 1,000, and 10,000 for what is incremental)
The articles are made of the texts of the article of this repository, with its translations into three locales; each
has a heading of its own, from a fixed seed. Prints CPU seconds (user and system, children included), seconds on the
clock, the peak of memory of the largest process, and ratios. Peers that are not installed are left out: po4a, and
txt2po, pot2po and po2txt of the translate-toolkit, each as its manual says: one process for the whole folder, or one
for each locale.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.occurrences import alternation, registry_of  # noqa: E402
from l10n.catalog import pofile  # noqa: E402
from l10n.names.recognition.lexicon import compile_lexicon  # noqa: E402
from l10n.names.registry.editing import add_entries  # noqa: E402
from l10n.names.registry.reader import read_registry  # noqa: E402

LOCALES = ("nl", "en", "ru")
ARTICLE = "russian-actress-iss"
SEED = 20_261_125
SAMPLE = 100  # articles that the pattern searches; its time grows with the text
SIZE = 2_000  # characters of an article
HEADINGS = {"source": "Article {}", "nl": "Artikel {}", "en": "Article {}", "ru": "Статья {}"}
CONFIGURATION = 'source_locale = "en"\nlocales = ["nl", "en", "ru"]\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What a command took: CPU seconds, seconds, and the megabytes of the largest process."""

    cpu: float
    wall: float
    memory: float

    def __str__(self) -> str:
        """Return it as a row of the table says it."""
        return f"{self.cpu:.2f} s of CPU, {self.wall:.2f} s, {self.memory:.0f} MB"


def took(*command: str | Path, folder: Path, worst: int = 0) -> Took:
    """Run a command to its end, and return what it took; ends the benchmark when it answers more than `worst`."""
    probe = (
        "import resource, subprocess, sys\n"
        "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).returncode\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(code, used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
    )
    began = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", probe, *map(str, command)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    wall = time.perf_counter() - began
    code, cpu, memory = ran.stdout.split()
    if int(code) > worst:
        raise SystemExit(f"{' '.join(map(str, command))} answered {code}")
    per_megabyte = 1024 if sys.platform == "linux" else 1024**2
    return Took(cpu=float(cpu), wall=wall, memory=int(memory) / per_megabyte)


def l10n(*arguments: str, folder: Path) -> Took:
    """Run a command of ours; findings are no failure."""
    return took(Path(sys.executable).with_name("l10n"), *arguments, folder=folder, worst=1)


def texts() -> list[Mapping[str, str]]:
    """Return the paragraphs of the article, each in the source and in every locale."""
    found: dict[str, dict[str, str]] = {}
    for locale in LOCALES:
        path = ROOT / "locales" / locale / "LC_MESSAGES" / f"{ARTICLE}.po"
        for message in pofile.read(path.read_bytes(), path.name).catalog(locale, ARTICLE).live:
            found.setdefault(message.msgid, {"source": message.msgid})[locale] = message.msgstr[0]
    return [text for text in found.values() if len(text["source"]) > 80]


def make(folder: Path, articles: int) -> None:
    """Write the sources, the registry and the configuration."""
    chance, known = random.Random(SEED), texts()
    (folder / "source").mkdir(parents=True)
    (folder / "locales").mkdir()
    (folder / "l10n.toml").write_text(CONFIGURATION, encoding="utf-8")
    shutil.copy(ROOT / "locales" / "names.toml", folder / "locales")
    for number in range(articles):
        parts = [HEADINGS["source"].format(number)]
        for text in chance.sample(known, len(known)):
            if sum(map(len, parts)) < SIZE:
                parts.append(text["source"])
        (folder / "source" / f"{number:06}.txt").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def translate(folder: Path) -> None:
    """Fill the catalogs that `l10n extract` has made."""
    known = {text["source"]: text for text in texts()}
    for locale in LOCALES:
        for path in (folder / "locales" / locale / "LC_MESSAGES").glob("*.po"):
            file = pofile.read(path.read_bytes(), path.name)
            heading = HEADINGS[locale].format(int(path.stem))
            filled = [
                replace(
                    message, msgstr=(known[message.msgid][locale] if message.msgid in known else heading,)
                )
                for message in file.messages
                if not message.is_header
            ]
            path.write_bytes(pofile.rewrite(file, filled))


def edit(folder: Path, number: int) -> None:
    """Change one article a little."""
    path = folder / "source" / f"{number:06}.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more paragraph.\n", encoding="utf-8")


def row(work: str, ours: Took, peers: Mapping[str, Took | None]) -> None:
    """Print what we took and how many times as long the peers took."""
    print(f"{work}\t{ours}", flush=True)
    for name, theirs in peers.items():
        if theirs is None:
            print(f"{work}\t{name} is not installed", flush=True)
        else:
            ratio = theirs.cpu / ours.cpu
            print(f"{work}\t{name} {theirs}: we are {ratio:.1f}x as fast", flush=True)


def sum_of(parts: Sequence[Took]) -> Took:
    """Return what several processes took, one after the other."""
    return Took(
        cpu=sum(part.cpu for part in parts),
        wall=sum(part.wall for part in parts),
        memory=max(part.memory for part in parts),
    )


def peers_extracting(folder: Path) -> dict[str, Took | None]:
    """Make catalogs of the same sources with the peers."""
    out = folder / "peers"
    out.mkdir()
    toolkit: Took | None = None
    if (txt2po := shutil.which("txt2po")) and (pot2po := shutil.which("pot2po")):
        steps = [took(txt2po, "-P", "--progress=none", "source", out / "templates", folder=folder)]
        steps += [
            took(pot2po, "--progress=none", out / "templates", out / locale, folder=folder)
            for locale in LOCALES
        ]
        toolkit = sum_of(steps)
    return {"txt2po + pot2po": toolkit, "po4a": po4a(folder, "--no-translations")}


def po4a(folder: Path, only: str) -> Took | None:
    """Run po4a over all sources, with the configuration its manual asks for (po4a(1), one catalog per document)."""
    tool = shutil.which("po4a")
    if tool is None:
        return None
    lines = [f"[po4a_langs] {' '.join(LOCALES)}", "[po4a_paths] po4a/$master.pot $lang:po4a/$lang/$master.po"]
    lines += [
        f"[type: text] source/{path.name} $lang:po4a/built/$lang/{path.name} pot={path.stem}"
        for path in sorted((folder / "source").iterdir())
    ]
    (folder / "po4a").mkdir(exist_ok=True)
    for locale in LOCALES:
        (folder / "po4a" / locale).mkdir(exist_ok=True)
    (folder / "po4a.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return took(tool, "--quiet", only, "--keep", "0", "po4a.cfg", folder=folder)


def peers_rendering(folder: Path) -> dict[str, Took | None]:
    """Make localized documents of the catalogs of ours with the peers."""
    toolkit: Took | None = None
    if po2txt := shutil.which("po2txt"):
        steps = []
        for locale in LOCALES:
            catalogs = folder / "locales" / locale / "LC_MESSAGES"
            built = folder / "peers" / "built" / locale
            built.mkdir(parents=True)
            steps.append(took(po2txt, "--progress=none", "-t", "source", catalogs, built, folder=folder))
        toolkit = sum_of(steps)
    for locale in LOCALES:
        for path in (folder / "locales" / locale / "LC_MESSAGES").glob("*.po"):
            shutil.copy(path, folder / "po4a" / locale)
    return {"po2txt": toolkit, "po4a": po4a(folder, "--no-update")}


def beside_peers(articles: int) -> None:
    """Print the first run over some articles, beside the peers."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make(folder, articles)
        row(
            f"extract {articles:,}, first run",
            l10n("extract", "--jobs", "1", folder=folder),
            peers_extracting(folder),
        )
        translate(folder)
        row(
            f"render {articles:,} × {len(LOCALES)}",
            l10n("render", "--jobs", "1", folder=folder),
            peers_rendering(folder),
        )


def incremental(articles: int) -> None:
    """Print first runs over many articles, the same again, and after one edit."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make(folder, articles)
        first = {"extract": l10n("extract", "--jobs", "1", folder=folder)}
        translate(folder)
        l10n("extract", folder=folder)
        first |= {verb: l10n(verb, "--jobs", "1", folder=folder) for verb in ("check", "render")}
        time.sleep(3)  # files that were written just now are read again (racily clean)
        again = {verb: l10n(verb, folder=folder) for verb in first}
        edit(folder, articles // 2)
        edited = {verb: l10n(verb, folder=folder) for verb in first}
        for verb, one in first.items():
            print(f"{verb} {articles:,}, first run\t{one}")
            for name, other in (("again", again[verb]), ("one edited", edited[verb])):
                print(f"{verb} {articles:,}, {name}\t{other}: {one.wall / other.wall:.0f}x as fast")
        whole, after = sum_of(list(first.values())), sum_of(list(edited.values()))
        print(f"all three, one of {articles:,} edited\t{after}: {whole.wall / after.wall:.0f}x as fast")
        audit(folder, articles)


def audit(folder: Path, articles: int) -> None:
    """Print the audit of all names with a registry of a thousand, beside one pattern of all their surfaces."""
    path = folder / "locales" / "names.toml"
    path.write_text(
        add_entries(path.read_text(encoding="utf-8"), registry_of(1_000).entries), encoding="utf-8"
    )
    ours = l10n("names", "audit", folder=folder)
    print(f"names audit {articles:,} × {len(LOCALES)}, 1,000 names more\t{ours}")
    lexicon = compile_lexicon(read_registry(path.read_text(encoding="utf-8"), path.name, LOCALES), LOCALES)
    surfaces = sorted({sense.surface for sense in lexicon.senses()})
    texts = [one.read_text(encoding="utf-8") for one in sorted((folder / "source").iterdir())[:SAMPLE]]
    texts += [
        one.read_text(encoding="utf-8")
        for locale in LOCALES
        for one in sorted((folder / "build" / locale).iterdir())[:SAMPLE]
    ]
    seconds, _ = alternation(surfaces, "\n".join(texts))
    seconds *= articles / min(articles, SAMPLE)
    peer = (
        f"re alternation {seconds:.0f} s (from {SAMPLE} articles): we are {seconds / ours.cpu:.1f}x as fast"
    )
    print(f"names audit {articles:,}\t{peer}")


def main() -> None:
    """Print the rows."""
    numbers = [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]
    steps: tuple[Callable[[int], None], ...] = (beside_peers, incremental)
    for step, articles in zip(steps, numbers, strict=False):
        step(articles)


if __name__ == "__main__":
    main()
