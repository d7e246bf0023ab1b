"""Files made to exhaust whoever reads them: refused with a reason, within a second of CPU time and 200 MB."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command

# Data of the process, the interpreter and its libraries included: these limits are the promise.
_MEMORY = 200 << 20
_SECONDS = 2  # of CPU: one for Python to start and the bomb (`benchmarks/trust.py`), one for a slow machine
_PROGRAM = [sys.executable, "-m", "l10n"]


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def run_limited(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user would, with no more than a bomb may cost."""
    return subprocess.run(
        [*_PROGRAM, *arguments],
        cwd=folder,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


Plant = Callable[[Path], None]


def written(name: str, content: str | bytes) -> Plant:
    def plant(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return plant


def sparse(name: str) -> Plant:
    """Return what plants a file of 8 GB that takes no room on the disk."""

    def plant(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.truncate(8 << 30)

    return plant


def a_pipe(name: str) -> Plant:
    def plant(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    return plant


def entities(root: str) -> str:
    declared = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{declared}]><{root}><a>&a9;</a></{root}>'


def external(root: str) -> str:
    return f'<!DOCTYPE {root} [<!ENTITY a SYSTEM "file:///etc/passwd">]><{root}>&a;</{root}>'


CATALOG = "locales/nl/LC_MESSAGES/note.po"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {}\\n"\n\n'
PLURAL = 'msgid "a"\nmsgid_plural "b"\nmsgstr[{}] "x"\n'

# What is planted, the command that meets it, and what it says.
TOO_MUCH = "asks for too much"

BOMBS: dict[str, tuple[Plant, str, str]] = {
    "TOML nested deep, the configuration": (written("l10n.toml", "a = " + "[" * 100_000), "check", TOO_MUCH),
    "TOML with a number without end": (written("l10n.toml", "name = " + "9" * 5_000), "check", TOO_MUCH),
    "TOML nested deep, the registry": (written("locales/names.toml", "x = " + "[" * 100_000), "check", TOO_MUCH),
    "TOML closed again": (written("locales/names.toml", f"x = {'[' * 5_000}{']' * 5_000}"), "check", TOO_MUCH),
    "JSON nested deep, the baseline": (
        written("base.json", "[" * 200_000), "check --baseline base.json", TOO_MUCH,
    ),
    "JSON nested deep, names": (
        written("names.json", "[" * 200_000), "names import names.json --format json", TOO_MUCH,
    ),
    "JSON with a number without end": (
        written("names.json", f'{{"names": {"1" * 5_000}}}'), "names import names.json --format json", TOO_MUCH,
    ),
    "CSV with an endless cell": (
        written("names.csv", 'id,kind\n"' + "a" * 200_000), "names import names.csv --format csv", "cannot be read",
    ),
    "XML entities, TMX": (written("m.tmx", entities("tmx")), "memory import m.tmx", "declares entities"),
    "XML entities, TBX": (
        written("n.tbx", entities("martif")), "names import n.tbx --format tbx", "declares entities",
    ),
    "an external entity, TMX": (written("m.tmx", external("tmx")), "memory import m.tmx", "declares entities"),
    "an external entity, TBX": (
        written("n.tbx", external("martif")), "names import n.tbx --format tbx", "declares entities",
    ),
    "XML nested deep, TMX": (written("m.tmx", "<tmx>" * 200_000), "memory import m.tmx", TOO_MUCH),
    "XML nested deep, TBX": (
        written("n.tbx", "<martif>" * 100_000), "names import n.tbx --format tbx", TOO_MUCH,
    ),
    "two milliards of plural forms": (
        written(CATALOG, HEADER.format("nplurals=2147483648; plural=n!=1;") + PLURAL.format(0)),
        "compile nl", "Plural-Forms declares",
    ),
    "a plural rule of 20,000 signs": (
        written(CATALOG, HEADER.format(f"nplurals=2; plural={'!' * 20_000}n;") + PLURAL.format(0)),
        "compile nl", "the plural expression",
    ),
    "a plural rule nested deep": (
        written(CATALOG, HEADER.format(f"nplurals=2; plural={'(' * 5_000}n{')' * 5_000};") + PLURAL.format(0)),
        "compile nl", "the plural expression",
    ),
    "a plural rule that divides by zero": (
        written(CATALOG, HEADER.format("nplurals=2; plural=n%0;") + PLURAL.format(0)), "compile nl", "divides by zero",
    ),
    "a plural index of 16 digits": (
        written(CATALOG, HEADER.format("nplurals=2; plural=n!=1;") + PLURAL.format("9" * 16)),
        "check", "plural index",
    ),
    "a source of 8 GB": (sparse("source/large.txt"), "extract", "is larger than"),
    "a catalog of 8 GB": (sparse(CATALOG), "check", "is larger than"),
    "a registry of 8 GB": (sparse("locales/names.toml"), "check", "is larger than"),
    "a configuration of 8 GB": (sparse("l10n.toml"), "check", "is larger than"),
    "a pipe for a catalog": (a_pipe(CATALOG), "check", "not a regular file"),
    "a pipe for a registry": (a_pipe("locales/names.toml"), "check", "not a regular file"),
    "a pipe for a configuration": (a_pipe("l10n.toml"), "check", "not a regular file"),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA counts memory on Linux only")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_with_a_reason_and_little_work(small: Path, bomb: str) -> None:
    plant, command, said = BOMBS[bomb]
    plant(small)
    ran = run_limited(small, *command.split())
    assert ran.returncode == 2, ran.stderr[-2_000:]
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


# Documents that are odd, and documents all the same: they are localized, with no more work than others.
ODD = {
    "quote in quote": (".md", ">" * 30_000 + " x"),
    "brackets": (".md", "[" * 20_000 + "x"),
    "stars": (".md", "*a " * 20_000 + "x"),
    "backticks": (".md", "".join("`" * n + "a" for n in range(500))),
    "tags": (".html", "<div>" * 10_000 + "x"),
    "inline tags": (".html", "<b>" * 5_000 + "x" + "</b>" * 5_000),
    "attributes": (".html", "<a " + "x=y " * 50_000),
    "comments": (".html", "<!--" * 50_000),
    "anchors of YAML": (
        ".md",
        "---\na: &a [x,x,x]\n" + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ) + "---\n\nText.\n",
    ),
    "YAML nested deep": (".md", f"---\na: {'[' * 900}\n---\n\nText.\n"),
    "TOML nested deep": (".md", f"+++\na = {'[' * 5_000}{']' * 5_000}\n+++\n\nText.\n"),
    "a long line": (".txt", "слово " * 30_000),
    "thousands of blank lines": (".txt", "a\n" + "\n" * 100_000 + "b\n"),
    "only quotation marks": (".txt", "“" * 50_000),
    "damaged quotation marks": (".txt", "โ€" * 50_000),
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_document_is_localized_in_the_end(small: Path, odd: str, l10n: Command) -> None:
    suffix, text = ODD[odd]
    (small / "source" / f"odd{suffix}").write_text(text, encoding="utf-8")
    ran = run_limited_in_time(small, "extract")
    assert ran.returncode in (0, 2), ran.stderr[-2_000:]
    assert "Traceback" not in ran.stderr
    if not ran.returncode and "โ" not in text:  # which is repaired
        assert l10n(small, "render", "nl").code == 0
        assert (small / "build" / "nl" / f"odd{suffix}").read_text(encoding="utf-8") == text


def run_limited_in_time(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    def in_time() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))

    return subprocess.run(
        [*_PROGRAM, *arguments],
        cwd=folder,
        preexec_fn=in_time,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("value", "said"), [("0", "1 or more"), ("-3", "1 or more"), ('"x"', "1 or more"), ("true", "1 or more")]
)
def test_the_largest_file_is_a_number_of_megabytes(small: Path, l10n: Command, value: str, said: str) -> None:
    with (small / "l10n.toml").open("a", encoding="utf-8") as file:
        file.write(f"largest_file = {value}\n")
    ran = l10n(small, "check")
    assert ran.code == 2
    assert f"l10n.toml:3: largest_file: must be a whole number of megabytes, {said}" in ran.err


def test_a_larger_file_is_read_when_it_is_allowed(
    small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "source" / "note.txt").write_bytes(b"a" * ((1 << 20) + 1))
    monkeypatch.setenv("L10N_LARGEST_FILE", "1")
    ran = l10n(small, "extract")
    assert ran.code == 2
    assert "source/note.txt: is larger than 1 MB" in ran.err
    assert "largest_file" in ran.err
    monkeypatch.setenv("L10N_LARGEST_FILE", "2")
    assert l10n(small, "extract").code == 0
