"""Run every benchmark, one after the other, and write what they say to `RESULTS.md` beside this file.

Run: python benchmarks/results.py [NAME[,ARGUMENT…] ...]   (without names: all; else the others keep their results)
Each script is a process of its own and compares ours with its peers in one run. What they print as `work TAB figure`
becomes a row of a table, anything else is quoted as it is. The head says which machine, which versions, which day, and
how busy the machine was: figures of a busy machine are only good as ratios.
"""

import datetime as dt
import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "RESULTS.md"
SCRIPTS = tuple(sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ("results", "profile")))
PACKAGES = ("l10n-names", "babel", "polib", "rspolib", "translate-toolkit", "mdpo", "iuliia", "dennis")
PROGRAMS = (("msgfmt", "--version"), ("po4a", "--version"), ("txt2po", "--version"))
LONGEST = 1_800  # seconds one script may take


def main() -> None:
    """Run the chosen scripts and write the page anew after each, so that a run that is stopped loses nothing."""
    chosen = dict(argument.partition(",")[::2] for argument in sys.argv[1:]) or dict.fromkeys(SCRIPTS, "")
    if unknown := set(chosen) - set(SCRIPTS):
        raise SystemExit(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}")
    sections = known_sections()
    for name, arguments in chosen.items():
        print(f"{name} {arguments} …", file=sys.stderr, flush=True)
        sections[name] = section(name, [one for one in arguments.split(",") if one])
        write(sections)


def write(sections: dict[str, str]) -> None:
    """Write the page: its head, then the sections in the order of their names."""
    page = "# What the benchmarks say\n\n`make bench` writes this page.\n\n"
    page += "\n".join(sections[name] for name in sorted(sections))
    RESULTS.write_text(page, encoding="utf-8")


def known_sections() -> dict[str, str]:
    """Return the sections of the page as it is."""
    if not RESULTS.exists():
        return {}
    parts = re.split(r"^## (\w+)\n", RESULTS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {name: f"## {name}\n{text.rstrip()}\n" for name, text in zip(parts[::2], parts[1::2], strict=True)}


def section(name: str, arguments: list[str]) -> str:
    """Run one script and return its section."""
    began, load = time.monotonic(), os.getloadavg()[0]
    try:
        ran = subprocess.run(
            [sys.executable, str(FOLDER / f"{name}.py"), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, (str(FOLDER.parent), python_path()))),
            },
        )
    except subprocess.TimeoutExpired:
        return f"## {name}\n\nDid not end in {LONGEST} s.\n"
    said = ran.stdout if ran.returncode == 0 else f"{ran.stdout}\nfailed: {ran.stderr.strip()[-2000:]}"
    day = dt.datetime.now(dt.UTC).date()
    took = time.monotonic() - began
    given = f"with {' '.join(arguments)}; " if arguments else ""
    about = f"{given}{day}, {took:.0f} s, load before it {load:.1f}; {machine()}; {versions()}"
    return f"## {name}\n\n{about}\n\n{as_markdown(said)}\n"


def python_path() -> str:
    """Return where the peers are that are installed in an environment of their own."""
    return os.environ.get("PYTHONPATH", "")


def as_markdown(said: str) -> str:
    """Return lines with tabs as tables, others as they are."""
    blocks: list[tuple[bool, list[str]]] = []
    for line in said.strip("\n").splitlines():
        is_row = "\t" in line
        if not blocks or blocks[-1][0] is not is_row:
            blocks.append((is_row, []))
        blocks[-1][1].append(line)
    return "\n\n".join(table(lines) if is_row else quoted(lines) for is_row, lines in blocks)


def table(lines: list[str]) -> str:
    """Return a table of two columns: the work, and the figures."""
    rows = (line.replace("|", "\\|").split("\t", 1) for line in lines)
    return "| work | figures |\n|---|---|\n" + "\n".join(f"| {work} | {figure} |" for work, figure in rows)


def quoted(lines: list[str]) -> str:
    """Return lines in a block of code."""
    return "```text\n" + "\n".join(lines).strip("\n") + "\n```"


def machine() -> str:
    """Return the processor, how many of it there are, and the Python."""
    known = Path("/proc/cpuinfo")
    model = re.search(r"^model name\s*: (.+)$", known.read_text() if known.exists() else "", re.MULTILINE)
    processor = model[1] if model else platform.processor() or platform.machine()
    return f"{processor} × {os.cpu_count()}, Python {platform.python_version()}"


def versions() -> str:
    """Return the versions of ours and of the peers that are there."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    for program, option in PROGRAMS:
        if path := shutil.which(program):
            said = subprocess.run([path, option], capture_output=True, text=True, check=False)
            version = re.search(r"\d+(?:\.\d+)+", said.stdout + said.stderr)
            found.append(f"{program} {version[0] if version else '?'}")
    return ", ".join(found)


if __name__ == "__main__":
    main()
