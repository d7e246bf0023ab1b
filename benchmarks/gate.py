"""How long the whole `l10n check` takes, beside pofilter of the translate-toolkit: whole processes, in one run.

Run: python benchmarks/gate.py [MESSAGES]   (without it 10,000; pofilter is left out when it is not installed)
The messages are those of the article, in Dutch, each with a number of its own. Prints CPU seconds (user and system,
the median of three) for the article in three locales, for the messages, their ratio to pofilter with all its checks,
growth with the number of messages, and with a finding in each of them, in every format of the report.
"""

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from l10n.catalog import pofile
from l10n.catalog.catalog import Message

ROOT = Path(__file__).parent.parent
ARTICLE = "locales/nl/LC_MESSAGES/russian-actress-iss.po"
RUNS = 3
FORMATS = ("text", "json", "github", "junit", "sarif", "html")


def article_messages() -> tuple[Message, list[Message]]:
    """Return the header and the messages of the article in Dutch."""
    messages = pofile.read((ROOT / ARTICLE).read_bytes(), ARTICLE).messages
    return messages[0], [message for message in messages if not message.is_header and not message.obsolete]


def project(folder: Path, number: int, *, is_translated: bool = True) -> Path:
    """Make a project with `number` messages in one catalog; return the catalog."""
    header, known = article_messages()
    messages = [
        replace(
            known[index % len(known)],
            msgid=f"{known[index % len(known)].msgid} ({index})",
            msgstr=(f"{known[index % len(known)].msgstr[0]} ({index})" if is_translated else "",),
        )
        for index in range(number)
    ]
    shutil.rmtree(folder, ignore_errors=True)
    catalog = folder / "locales/nl/LC_MESSAGES/big.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_bytes(pofile.write(None, [header, *messages]))
    (folder / "source").mkdir()
    (folder / "source/big.txt").write_text(
        "\n\n".join(message.msgid for message in messages) + "\n", encoding="utf-8"
    )
    shutil.copy(ROOT / "locales/names.toml", folder / "locales/names.toml")
    # The registry has forms of three locales; only Dutch has a catalog with every message.
    (folder / "l10n.toml").write_text(
        'source_locale = "en"\nlocales = ["nl", "en", "ru"]\n', encoding="utf-8"
    )
    return catalog


def cpu(command: list[str], folder: Path) -> float:
    """Return the median CPU seconds of a command."""
    seconds = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, check=False, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(seconds)


def check(*arguments: str) -> list[str]:
    """Return our command."""
    return [sys.executable, "-m", "l10n", "check", *arguments]


def main() -> None:
    """Print one line per figure."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    print(f"the article, three locales\t{cpu(check(), ROOT):.2f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "project"
        catalog = project(folder, number)
        seconds = cpu(check("nl"), folder)
        print(f"{number} messages\t{seconds:.2f} s")
        if (found := shutil.which("pofilter")) is None:
            print("pofilter is not installed (pip install translate-toolkit)")
        else:
            out = Path(name) / "out.po"
            peer = cpu([found, "--progress=none", "-i", str(catalog), "-o", str(out)], folder)
            print(f"{number} messages\tpofilter {peer:.2f} s: we are {peer / seconds:.2f}x as fast")
        for part in (1, 2, 4):
            project(folder, number * part // 4)
            print(f"growth\t{cpu(check('nl'), folder):.2f} s for {number * part // 4} messages")
        project(folder, number, is_translated=False)
        for form in FORMATS:
            seconds = cpu(check("nl", "--select", "state", "--output-format", form), folder)
            print(f"{number} findings as {form}\t{seconds:.2f} s")


if __name__ == "__main__":
    main()
