"""Odd names of files, odd locales of the system, odd streams, odd modes: an answer or an error, never a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot

PROGRAM = [sys.executable, "-m", "l10n"]
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

ODD_NAMES = (
    "-rf", "--help", "::error::x", "=cmd|x", "a'b", 'a"b', "sp ace", "a%0Ab", "x,y", "#x", "$(id)", "`id`",
    "NUL", "con", "a;b", "a&b", "a|b", "*", "?", "[a]", "~", "bidi\u202etxt", "\u200b", "日本", "e\u0301",
    "\u2068a", "a:b", "a\\b", "<b>",
)  # fmt: skip


def run(
    folder: Path, *arguments: str, locale: str = "C.UTF-8", shell: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """Run a command under a locale of the system, and with redirections of a shell."""
    # Without its own ways to UTF-8 Python believes the locale.
    environment = {
        **os.environ, "LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    }  # fmt: skip
    command: list[str] = [*PROGRAM, *arguments]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )


class TestNames:
    """A name that a line of a catalog cannot hold is refused; any other is a name like others, and printed neutral."""

    @pytest.mark.parametrize(
        "name", ["a\nb", "a\rb", "\x1b[31mred", "a\tb", "bell\x07", "a\x85b", "a\u2028b", "del\x7f"]
    )
    def test_a_control_character_is_refused(self, small: Path, l10n: Command, name: str) -> None:
        (small / "source" / f"{name}.txt").write_bytes(b"Hello.\n")
        before = snapshot(small)
        for verb in ("extract", "check", "render", "status", "repair", "review"):
            ran = l10n(small, verb)
            assert ran.code == 2
            assert (
                f"the character U+{ord(next(c for c in name if not c.isprintable())):04X} in the name"
                in ran.err
            )
            assert not OBEYED.search((ran.err + ran.out).replace("\n", ""))
        assert snapshot(small) == before

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems take only names that are text")
    def test_bytes_that_are_no_text_are_refused(self, small: Path, l10n: Command) -> None:
        path = os.path.join(os.fsencode(small / "source"), b"\xff\xfe.txt")  # noqa: PTH118
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(b"Hello.\n")
        ran = l10n(small, "extract")
        assert ran.code == 2
        assert "the character U+DCFF in the name of a file" in ran.err
        os.unlink(path)  # noqa: PTH108

    def test_any_other_name_is_one(self, small: Path, l10n: Command) -> None:
        for name in ODD_NAMES:
            (small / "source" / f"{name}.txt").write_bytes(b"Hello there.\n")
        assert l10n(small, "extract").code == 0
        for verb in (
            "check --output-format github",
            "check",
            "status",
            "render",
            "compile",
            "review",
            "memory build",
        ):
            ran = l10n(small, *verb.split())
            assert ran.code in (0, 1), ran.err
            assert not OBEYED.search(ran.err.replace("\n", ""))
            annotations, _, others = ran.out.partition("\n::group::")
            assert "github" not in verb or not re.search(r"^::(?!endgroup::$)", others, re.MULTILINE)
            for line in annotations.splitlines() if "github" in verb else ():
                assert re.match(r"::(error|warning|notice) file=[^,:]*(,[a-zA-Z]+=[^,:]*)*::", line)
        for name in ODD_NAMES:
            assert (small / "build" / "nl" / f"{name}.txt").read_bytes() == b"Hello there.\n"
        before = snapshot(small)
        assert l10n(small, "extract").code == 0
        assert snapshot(small) == before

    @pytest.mark.skipif(sys.platform != "linux", reason="deeper than a path may be long, by steps")
    def test_folders_deeper_than_a_path_may_be_are_an_error(self, small: Path, l10n: Command) -> None:
        back = os.open(small, os.O_RDONLY)
        try:
            os.chdir(small / "source")
            for _ in range(30):
                os.mkdir("d" * 200)  # noqa: PTH102
                os.chdir("d" * 200)
            os.fchdir(back)
            ran = l10n(small, "extract")
            assert ran.code == 2
            assert re.search(r"source/d[d/]+: cannot be listed: File name too long", ran.err)
        finally:
            os.fchdir(back)
            os.close(back)
            subprocess.run(["rm", "-rf", small / "source"], check=True)


class TestLocales:
    """Results for programs are UTF-8 everywhere; a terminal gets what it can show."""

    @pytest.mark.parametrize("locale", ["C", "ru_RU.KOI8-R"])
    def test_every_locale_gives_the_same_bytes(self, article: Path, locale: str) -> None:
        path = article / "locales" / "ru" / "LC_MESSAGES" / "russian-actress-iss.po"
        path.write_bytes(path.read_bytes().replace("Клим Шипенко".encode(), b"Klim Shipenko"))
        for arguments in (["check", "ru"], ["names", "export", "--format", "csv"]):
            usual, odd = run(article, *arguments), run(article, *arguments, locale=locale)
            assert (odd.returncode, odd.stdout) == (usual.returncode, usual.stdout)
            assert b"Traceback" not in odd.stderr
            assert "Клим Шипенко" in odd.stdout.decode("utf-8")

    @pytest.mark.parametrize("locale", ["C", "ru_RU.KOI8-R"])
    def test_the_files_are_the_same(self, article: Path, locale: str) -> None:
        before = snapshot(article)
        assert run(article, "extract", locale=locale).returncode == 0
        assert snapshot(article) == before
        assert run(article, "render", locale=locale).returncode == 0
        text = (article / "build" / "ru" / "russian-actress-iss.txt").read_text(encoding="utf-8")
        assert "Клим Шипенко" in text


class TestStreams:
    """Output that nobody takes is no success; a stream that is closed is no fault of ours."""

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is of Linux")
    @pytest.mark.parametrize("verb", ["status", "check"])
    def test_a_full_standard_output_is_an_error(self, article: Path, verb: str) -> None:
        path = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
        path.write_bytes(path.read_bytes().replace(b'msgstr "Tom Cruise wil ook"', b'msgstr ""'))
        ran = run(article, *verb.split(), shell=">/dev/full")
        assert ran.returncode == 2
        assert ran.stderr.startswith(b"l10n: standard output: cannot be written: No space left on device")
        assert b"Traceback" not in ran.stderr

    @pytest.mark.skipif(sys.platform == "win32", reason="it takes a shell of Unix")
    @pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
    @pytest.mark.parametrize("verb", ["status", "extract"])
    def test_a_closed_stream_changes_no_answer(self, article: Path, verb: str, closed: str) -> None:
        ran = run(article, verb, shell=closed)
        assert ran.returncode == 0
        assert b"Traceback" not in ran.stderr


class TestModes:
    """What the system keeps from us is an error with its name."""

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_a_source_nobody_may_read_is_named(self, small: Path, l10n: Command) -> None:
        (small / "source" / "note.txt").chmod(0)
        ran = l10n(small, "extract")
        assert ran.code == 2
        assert "source/note.txt: cannot be read: Permission denied" in ran.err

    def test_an_odd_mode_and_a_hard_link_stay_what_they_are(self, article: Path, l10n: Command) -> None:
        path = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
        path.chmod(0o604)
        other = article / "other.po"
        os.link(path, other)
        before = path.read_bytes()
        source = article / "source" / "russian-actress-iss.txt"
        source.write_bytes(source.read_bytes().replace(b"three Americans", b"four Americans"))
        assert l10n(article, "extract").code == 0
        assert path.read_bytes() != before
        assert path.stat().st_mode & 0o777 == 0o604
        # A file is replaced, never written into: whoever holds the other name keeps what he had.
        assert other.read_bytes() == before
