"""Planted faults, clean text and speed: our checks beside pofilter, l10n-lint, dennis and msgfmt -c.

Run: python benchmarks/checks.py   (peers that are not on the PATH are left out; put them there with
`pip install translate-toolkit dennis l10n-lint` in an environment of their own)
The faults are those of the tests. A peer has found one when it reports anything about its message that it does not
report about the clean one; ours has to give the right code on the right line. Prints found by code, findings
on the clean text, CPU seconds for 10,000 messages of prose, and how time and memory grow with the messages.
"""

import importlib
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from l10n.catalog import pofile  # noqa: E402
from l10n.catalog.catalog import Message  # noqa: E402
from l10n.checks.registry import CHECKS  # noqa: E402
from l10n.names.recognition.lexicon import compile_lexicon  # noqa: E402
from l10n.names.registry.reader import read_registry  # noqa: E402

planting: Any = importlib.import_module("tests.unit.checks.planting")
subjects: Any = importlib.import_module("tests.unit.checks.subjects")
planted_faults: Any = importlib.import_module("tests.unit.checks.test_planted_faults")

Found = dict[int, set[str]]
MESSAGES = 10_000
_HEADERS = {
    "nl": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=1; plural=0;",
}


def catalog(folder: Path, locale: str, name: str, messages: Iterable[Message]) -> Path:
    """Write a catalog and return its path."""
    header = Message(
        msgid="",
        msgstr=(
            "\n".join(
                (
                    "Project-Id-Version: x",
                    "PO-Revision-Date: 2026-01-01 00:00+0000",
                    "Last-Translator: x <x@example.org>",
                    "Language-Team: x <x@example.org>",
                    f"Language: {locale}",
                    "MIME-Version: 1.0",
                    "Content-Type: text/plain; charset=UTF-8",
                    "Content-Transfer-Encoding: 8bit",
                    f"Plural-Forms: {_HEADERS[locale]}",
                    "",
                )
            ),
        ),
    )
    path = folder / f"{name}.{locale}.po"
    path.write_bytes(pofile.write(None, [header, *messages]))
    return path


def numbers_of_lines(path: Path) -> list[tuple[int, int]]:
    """Return the line at which each message begins, with its number (its context)."""
    read = pofile.read(path.read_bytes(), path.name)
    return [(message.line, int(message.msgctxt or -1)) for message in read.catalog("nl", "").live]


def at_line(lines: list[tuple[int, int]], line: int) -> int:
    return max((start, number) for start, number in [(0, -1), *lines] if start <= line)[1]


def by_pofilter(path: Path) -> Found:
    out = path.with_suffix(".out.po")
    subprocess.run(["pofilter", "--progress=none", str(path), str(out)], capture_output=True, check=False)
    found: Found = {}
    for message in pofile.read(out.read_bytes(), out.name).messages if out.exists() else ():
        tests = {
            test for line in message.translator_comments for test in re.findall(r"\(pofilter\) (\w+)", line)
        }
        if message.msgctxt:
            found.setdefault(int(message.msgctxt), set()).update(tests)
    return found


def by_l10n_lint(path: Path) -> Found:
    ran = subprocess.run(
        ["l10n-lint", "--format", "json", str(path)], capture_output=True, check=False, text=True
    )
    lines, found = numbers_of_lines(path), {}
    for issue in json.loads(ran.stdout)["issues"]:
        found.setdefault(at_line(lines, issue["line"]), set()).add(issue["rule"])
    return found


def by_dennis(path: Path) -> Found:
    ran = subprocess.run(["dennis-cmd", "lint", str(path)], capture_output=True, check=False, text=True)
    lines, found, rule = numbers_of_lines(path), {}, ""
    for line in ran.stdout.splitlines():
        if match := re.match(r"([EW]\d{3})", line.strip()):
            rule = match[1]
        elif rule and (match := re.match(r"(\d+):", line)):
            found.setdefault(at_line(lines, int(match[1])), set()).add(rule)
    return found


def by_msgfmt(path: Path) -> Found:
    ran = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, check=False, text=True
    )
    lines, found = numbers_of_lines(path), {}
    for match in re.finditer(r"\.po:(\d+): (.*)", ran.stderr):
        found.setdefault(at_line(lines, int(match[1])), set()).add(match[2])
    return found


PEERS: dict[str, tuple[str, Callable[[Path], Found]]] = {
    "pofilter": ("pofilter", by_pofilter),
    "l10n-lint": ("l10n-lint", by_l10n_lint),
    "dennis": ("dennis-cmd", by_dennis),
    "msgfmt -c": ("msgfmt", by_msgfmt),
}


def numbered(messages: Iterable[Message]) -> list[Message]:
    return [replace(message, msgctxt=str(number)) for number, message in enumerate(messages)]


def faults_table(folder: Path, peers: list[str]) -> None:
    faults = list(planting.faults(subjects.catalogs()))
    names = subjects.lexicon()
    planted = Counter(fault.code for fault in faults)
    found = {"l10n": Counter(fault.code for fault in faults if planted_faults.is_found(fault, names))}
    for peer in peers:
        found[peer] = Counter()
        for locale in ("nl", "en", "ru"):
            ours = [fault for fault in faults if fault.locale == locale]
            clean = PEERS[peer][1](
                catalog(folder, locale, "clean", numbered(fault.message for fault in ours))
            )
            spoilt = numbered(replace(fault.message, msgstr=(fault.text,)) for fault in ours)
            wrong = PEERS[peer][1](catalog(folder, locale, "faults", spoilt))
            for number, fault in enumerate(ours):
                found[peer][fault.code] += bool(wrong.get(number, set()) - clean.get(number, set()))
    tools = ["l10n", *peers]
    print("planted faults found".ljust(28), "faults", *(tool.rjust(10) for tool in tools))
    for code, count in planted.items():
        print(code.ljust(28), str(count).rjust(6), *(str(found[tool][code]).rjust(10) for tool in tools))
    totals = (f"{found[tool].total()}".rjust(10) for tool in tools)
    print("all".ljust(28), str(planted.total()).rjust(6), *totals)


def clean_table(folder: Path, peers: list[str]) -> None:
    words = 0
    findings: Counter[str] = Counter()
    names = subjects.lexicon()
    for source, locale, file in subjects.catalogs():
        messages = file.catalog(locale, "").live
        words += sum(len(message.msgstr[0].split()) for message in messages)
        findings["l10n"] += len(subjects.findings(subjects.subject(source, locale, file, names)))
        for peer in peers:
            path = catalog(folder, locale, f"clean-{Path(source).stem}", numbered(messages))
            findings[peer] += sum(len(rules) for number, rules in PEERS[peer][1](path).items() if number >= 0)
    print(f"\nfindings on {words} words of clean text")
    for tool in ("l10n", *peers):
        print(
            tool.ljust(28),
            str(findings[tool]).rjust(6),
            f"{1000 * findings[tool] / words:10.2f} per 1,000 words",
        )


def prose(folder: Path, size: int = MESSAGES) -> Path:
    """Return a catalog of so many messages, no two of them the same."""
    texts = [
        message for _, locale, file in subjects.catalogs() if locale == "ru" for message in file.messages[1:]
    ]
    messages = []
    for number in range(size):
        message = texts[number % len(texts)]
        mark = f" ({number + 1000})"
        messages.append(Message(msgid=message.msgid + mark, msgstr=(message.msgstr[0] + mark,)))
    return catalog(folder, "ru", "speed", messages)


def check_only(path: Path, *, names: bool) -> None:
    """Check one catalog: with everything, in a project without registry, or without names, as the peers do."""
    file = pofile.read(path.read_bytes(), path.name)
    registry = read_registry("", "names.toml", subjects.LOCALES)
    subject = subjects.subject("source/speed.txt", "ru", file, compile_lexicon(registry, subjects.LOCALES))
    for code, check in CHECKS.items():
        if not check.on_request and (names or "name" not in code):
            list(check.find(subject))


def growth_table(folder: Path) -> None:
    """Print the CPU seconds and the memory of everything together, for more and more messages."""
    print("\nCPU seconds with names, in a project without registry; start-up included")
    for size in (MESSAGES, 2 * MESSAGES, 4 * MESSAGES):
        path = prose(folder, size)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([sys.executable, __file__, "--check", "--names", str(path)], check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(
            f"{size} messages".ljust(28),
            f"{after.ru_utime - before:6.2f}",
            f"{after.ru_maxrss / 1024:9.0f} MB",
        )


def speed_table(folder: Path, peers: list[str]) -> None:
    path = prose(folder)
    commands = {"l10n": [sys.executable, __file__, "--check", str(path)]}
    commands |= {
        "pofilter": ["pofilter", "--progress=none", str(path), str(path.with_suffix(".out"))],
        "l10n-lint": ["l10n-lint", "--format", "json", str(path)],
        "dennis": ["dennis-cmd", "lint", str(path)],
        "msgfmt -c": ["msgfmt", "-c", "-o", "/dev/null", str(path)],
    }
    print(f"\nCPU seconds for {MESSAGES} messages of prose (checks without names; start-up included)")
    ours = 0.0
    for tool in ("l10n", *peers):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(commands[tool], capture_output=True, check=False)
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        ours = ours or took
        print(tool.ljust(28), f"{took:6.2f}", f"{took / ours:9.1f}x ours")


def main() -> None:
    if sys.argv[1:2] == ["--check"]:
        check_only(Path(sys.argv[-1]), names="--names" in sys.argv)
        return
    peers = [peer for peer, (command, _) in PEERS.items() if shutil.which(command)]
    with tempfile.TemporaryDirectory() as folder:
        faults_table(Path(folder), peers)
        clean_table(Path(folder), peers)
        speed_table(Path(folder), peers)
        growth_table(Path(folder))


if __name__ == "__main__":
    main()
