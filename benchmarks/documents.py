"""How long extracting a large document takes, beside the peers, whole processes in one run.

Run: python benchmarks/documents.py [MEGABYTES]
Peers that are not installed are left out: po4a (po4a-updatepo) for Markdown, txt2po (translate-toolkit) for text.
Prints CPU seconds (user and system, the median of three), the ratio to the peer, and growth with the size. Compiled
modules are kept between the runs, as they are for everybody who has installed the programs.
"""

import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = 20_261_122
RUNS = 3


def sentences() -> list[str]:
    """Return sentences of the repository's own texts."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
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


def cpu(command: list[str], folder: Path) -> float:
    """Return the median CPU seconds of a command; what it makes is removed before each run."""
    seconds = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(RUNS):
        shutil.rmtree(folder / "locales", ignore_errors=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(seconds)


def ours(folder: Path, name: str, text: str) -> float:
    """Return the CPU seconds of `l10n extract` with one document and one locale."""
    shutil.rmtree(folder / "source", ignore_errors=True)
    (folder / "source").mkdir()
    (folder / "source" / name).write_text(text, encoding="utf-8")
    (folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    return cpu([sys.executable, "-m", "l10n", "extract"], folder)


def main() -> None:
    """Print one line per figure."""
    size = int(float(sys.argv[1]) * 1_000_000) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, tool, arguments in (
            (
                "md",
                "po4a-updatepo",
                ["-f", "text", "-o", "markdown", "-M", "UTF-8", "-m", "source/a.md", "-p", "a.pot"],
            ),
            ("txt", "txt2po", ["-P", "-i", "source/a.txt", "-o", "a.pot", "--progress=none"]),
        ):
            seconds = ours(folder, f"a.{suffix}", document(size, markdown=suffix == "md"))
            print(f"{suffix}\t{seconds:.2f} s for {size / 1e6:g} MB")
            if (found := shutil.which(tool)) is None:
                print(f"{suffix}\t{tool} is not installed")
                continue
            (folder / "a.pot").unlink(missing_ok=True)
            peer = cpu([found, *arguments], folder)
            print(f"{suffix}\t{tool} {peer:.2f} s: we are {peer / seconds:.2f}x as fast")
        for part in (1, 2, 4):
            seconds = ours(folder, "a.md", document(size * part // 4, markdown=True))
            print(f"md growth\t{seconds:.2f} s for {size * part / 4e6:g} MB")


if __name__ == "__main__":
    main()
