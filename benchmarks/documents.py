"""How long extracting a large document takes, beside the peers, whole processes in one run.

Run: python benchmarks/documents.py [MEGABYTES]
Peers that are not installed are left out: po4a (po4a-updatepo) for Markdown, txt2po (translate-toolkit) for text.
Prints CPU seconds (user and system, the median of three) and the ratio to the peer; of documents ten and twenty times
as large, seconds and memory. Compiled modules are kept between the runs, as they are for everybody who has installed
the programs.
"""

import os
import random
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpus import took  # noqa: E402

SEED = 20_261_122
RUNS = 3
PEERS = {
    "md": [
        "po4a-updatepo",
        "-f",
        "text",
        "-o",
        "markdown",
        "-M",
        "UTF-8",
        "-m",
        "source/a.md",
        "-p",
        "a.pot",
    ],
    "txt": ["txt2po", "-P", "-i", "source/a.txt", "-o", "a.pot", "--progress=none"],
}


def sentences() -> list[str]:
    """Return sentences of the repository's own texts."""
    pages = sorted((ROOT / "docs" / "pages").glob("[ceh]*/*.md"))  # contributing, explain, extend, howto
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    prose = re.sub(
        r"```.*?```|^[|#][^\n]*$|`[^`]*`|[*_\[\]<>]|\([^)]*\)", " ", text, flags=re.DOTALL | re.MULTILINE
    )
    return [" ".join(found.split()) for found in re.findall(r"[A-Z][^.]{20,200}\.", prose)]


def document(size: int, *, markdown: bool) -> str:
    """Return about `size` bytes of text: headings and paragraphs, in Markdown also lists, tables, code and quotes."""
    chance = random.Random(SEED)
    known = sentences()
    blocks: list[str] = []
    length = 0
    while length < size:
        words = [f"{chance.choice(known)} ({len(blocks)})" for _ in range(chance.randint(1, 5))]
        block = " ".join(words)
        if markdown:
            block = chance.choice(
                (
                    block,
                    block,
                    f"## Part {len(blocks)}",
                    "\n".join(f"- **item** {word}" for word in words),
                    f"> {block}",
                    f"| Name | Text |\n|---|---|\n| {len(blocks)} | {words[0]} |",
                    f"```\ncode {len(blocks)}\n```",
                    f"See [the page](https://example.org/{len(blocks)}). {block}",
                )
            )
        blocks.append(block)
        length += len(block.encode()) + 2
    return "\n\n".join(blocks) + "\n"


def cost(command: list[str], folder: Path, runs: int = RUNS) -> tuple[float, float]:
    """Return the median CPU seconds of a command and the most memory it had, in MB; before each run its output goes."""
    used = []
    for _ in range(runs):
        shutil.rmtree(folder / "locales", ignore_errors=True)
        used.append(took(*command, folder=folder))
    return statistics.median(one.cpu for one in used), max(one.memory for one in used)


def ours(folder: Path, name: str, text: str, runs: int = RUNS) -> tuple[float, float]:
    """Return the cost of `l10n extract` with one document and one locale."""
    shutil.rmtree(folder / "source", ignore_errors=True)
    (folder / "source").mkdir()
    (folder / "source" / name).write_text(text, encoding="utf-8")
    (folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    return cost([sys.executable, "-m", "l10n", "extract"], folder, runs)


def beside_peer(folder: Path, suffix: str, size: int) -> None:
    """Print our speed and that of the peer."""
    peer, *arguments = PEERS[suffix]
    seconds, _ = ours(folder, f"a.{suffix}", document(size, markdown=suffix == "md"))
    print(f"{suffix}\t{seconds:.2f} s for {size / 1e6:g} MB")
    if (found := shutil.which(peer)) is None:
        print(f"{suffix}\t{peer} is not installed")
        return
    (folder / "a.pot").unlink(missing_ok=True)
    theirs, _ = cost([found, *arguments], folder)
    print(f"{suffix}\t{peer} {theirs:.2f} s: we are {theirs / seconds:.2f}x as fast")


def growth(folder: Path, suffix: str, size: int) -> None:
    """Print seconds and memory for documents of two sizes."""
    for times in (10, 20):
        text = document(size * times, markdown=suffix == "md")
        seconds, memory = ours(folder, f"a.{suffix}", text, 1)
        megabytes = len(text.encode()) / 1024**2
        print(
            f"{suffix} large\t{seconds:.1f} s and {memory:.0f} MB for {megabytes:.1f} MB: "
            f"{memory / megabytes:.1f} times the document"
        )


def main() -> None:
    """Print one line per figure."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    size = int(float(sys.argv[1]) * 1_000_000) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        for suffix in PEERS:
            beside_peer(Path(name), suffix, size)
        for suffix in PEERS:
            growth(Path(name), suffix, size)


if __name__ == "__main__":
    main()
