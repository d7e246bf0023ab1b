"""How long the review page takes: to make, beside `l10n check` of the same project, and to open in a browser.

Run: python benchmarks/review.py [MESSAGES ...]   (without them: 1000 and 20000)
The project is the article of this repository, again and again, in three locales. Prints seconds of whole processes
(the median of three for 1,000 messages and fewer, else one), the size of the page, and, where Chromium and Selenium
are there, how long the page takes to load and to answer a search.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from l10n.catalog import pofile  # noqa: E402

LOCALES = ("nl", "en", "ru")
ARTICLE = "russian-actress-iss"
SEED = 20_261_125


def make(folder: Path, size: int) -> None:
    """Write a project with `size` messages; of each locale some are empty and some fuzzy."""
    chance = random.Random(SEED)
    (folder / "source").mkdir()
    shutil.copytree(ROOT / "locales", folder / "locales")
    (folder / "l10n.toml").write_text(
        'source_locale = "en"\nlocales = ["nl", "en", "ru"]\nrepair = false\n', encoding="utf-8"
    )
    for path in folder.rglob("*.po*"):
        path.unlink()
    texts: list[str] = []
    for locale in LOCALES:
        path = ROOT / "locales" / locale / "LC_MESSAGES" / f"{ARTICLE}.po"
        catalog = pofile.read(path.read_bytes(), path.name).catalog(locale, ARTICLE)
        messages = [catalog.messages[0]]
        for number in range(size):
            message = catalog.live[number % len(catalog.live)]
            state = chance.random()
            messages.append(
                replace(
                    message,
                    msgid=f"{message.msgid} ({number})",
                    msgstr=(f"{message.msgstr[0]} ({number})" if state > 0.03 else "",),
                    flags=("fuzzy",) if 0.03 < state < 0.08 else (),
                )
            )
        texts = [message.msgid for message in messages[1:]]
        (path := folder / "locales" / locale / "LC_MESSAGES" / "large.po").write_bytes(
            pofile.write(None, messages)
        )
    (folder / "source" / "large.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")


def seconds(folder: Path, *arguments: str, runs: int) -> float:
    """Return the median seconds of a command."""
    measured = []
    for _ in range(runs):
        shutil.rmtree(folder / "build", ignore_errors=True)
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "l10n", *arguments], cwd=folder, check=False, capture_output=True
        )
        measured.append(time.perf_counter() - begun)
    return statistics.median(measured)


def in_browser(page: Path) -> str:
    """Return how long a browser takes to load the page and to answer a search."""
    try:
        from tests.browser.chromium import open_browser
    except ImportError as error:
        return f"not measured: {error}"
    if shutil.which("chromium") is None:
        return "not measured: chromium is not installed"
    with open_browser() as browser:
        begun = time.perf_counter()
        browser.get(page.as_uri())
        browser.execute_script("return document.getElementById('count').textContent")
        loaded = time.perf_counter() - begun
        script = (
            "const begun = performance.now(); document.getElementById('search').value = 'Cruise';"
            "document.getElementById('tools').requestSubmit();"
            "return [performance.now() - begun, document.getElementById('count').textContent];"
        )
        answer = browser.execute_script(script)
    return f"loaded in {loaded:.2f} s, first search {answer[0] / 1000:.2f} s ({answer[1]})"


def main() -> None:
    """Print one line per figure."""
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000, 20_000]
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make(folder, size)
            runs = 3 if size <= 1_000 else 1
            check = seconds(folder, "check", runs=runs)
            review = seconds(folder, "review", runs=runs)
            page = folder / "build" / "review.html"
            print(
                f"{size} messages\tcheck {check:.2f} s, review {review:.2f} s: {review / check:.2f} times as long"
            )
            print(f"{size} messages\tpage {page.stat().st_size / 1e6:.1f} MB, {in_browser(page)}")


if __name__ == "__main__":
    main()
