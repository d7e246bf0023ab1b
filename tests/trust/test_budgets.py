"""A budget in front of every parser: what is just over it is refused with the figures, what is within it is cheap."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.budgets import hold_toml, read_toml
from l10n.errors import BudgetError
from tests.conftest import Command
from tests.trust.dearest import BASE, DOORS, TIMES, cost
from tests.trust.test_bombs import HEADER, run_limited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA counts memory on Linux only")

CONFIGURATION = 'source_locale = "en"\nlocales = ["nl"]\n'
BEGIN_JSON, END_JSON = '{"names": [', "]}"
TMX = '<tmx><header srclang="en"/><body>{}</body></tmx>'
TRANSLATION = "<tuv lang='x'><seg>a</seg></tuv>"
TBX = "<martif><text><body>{}</body></text></martif>"


def deep(opening: str, closing: str, depth: int) -> str:
    return opening * depth + closing * depth


# The file, a text that is just over a limit of ours, the command that meets it, and the figures it prints.
OVER: dict[str, tuple[str, Callable[[], str], str, str]] = {
    "configuration, brackets": (
        "l10n.toml", lambda: f"{CONFIGURATION}x = {deep('[', ']', 65)}\n", "check",
        "l10n.toml:3:69: this TOML asks for too much: 65 brackets open at once, and 64 are allowed",
    ),
    "configuration, dots": (
        "l10n.toml", lambda: f"{CONFIGURATION}x{'.x' * 17} = 1\n", "check",
        "l10n.toml:3:34: this TOML asks for too much: 17 dots in one key, and 16 are allowed",
    ),
    "configuration, values": (
        "l10n.toml", lambda: CONFIGURATION + "allow_links = [" + '"a",' * 2_001 + "]\n", "check",
        "l10n.toml: sets 2,005 values, and 2,000 are allowed",
    ),
    "registry, characters": (
        "locales/names.toml", lambda: "\n" * 8_000_001, "check",
        "names.toml:1:1: this TOML asks for too much: 8,000,001 characters, and 8,000,000 are allowed",
    ),
    "registry, a long number": (
        "locales/names.toml", lambda: f"x = {'1' * 1_001}\n", "check",
        "names.toml:1:5: this TOML asks for too much: 1,001 characters in one word, and 1,000 are allowed",
    ),
    "registry, a long key": (
        "locales/names.toml", lambda: f'"{"a" * 1_000}" = 1\n', "check", "1,002 characters in one key",
    ),
    "registry, tables": (
        "locales/names.toml", lambda: "[[name]]\n" * 26_000, "check", "tables, lists and dots of keys, and",
    ),
    "registry, values": (
        "locales/names.toml", lambda: f"x = [{'1,' * 120_000}]\n", "check", "values, and",
    ),
    "names in JSON, brackets": (
        "n.json", lambda: BEGIN_JSON + deep("[", "]", 63) + END_JSON, "names import n.json --format json",
        "65 brackets open at once, and 64 are allowed",
    ),
    "a baseline, brackets": ("b.json", lambda: deep("[", "]", 65), "check --baseline b.json", "65 brackets open"),
    "names in CSV, rows": (
        "n.csv", lambda: "id\n" + "a\n" * 21_000, "names import n.csv --format csv", "21,001 rows, and 20,700 are",
    ),
    "TMX, depth": ("m.tmx", lambda: TMX.format("<a>" * 99), "memory import m.tmx", "101 elements open at once"),
    "TMX, a long tag": (
        "m.tmx", lambda: TMX.format(f"<!--{'a' * 1_200_000}-->"), "memory import m.tmx", "bytes in one tag or comment",
    ),
    "TMX, names": (
        "m.tmx", lambda: TMX.format("".join(f"<a{n}/>" for n in range(2_001))), "memory import m.tmx",
        "names of elements and attributes, and 2,000 are allowed",
    ),
    "TMX, elements": ("m.tmx", lambda: TMX.format("<a/>" * 200_000), "memory import m.tmx", "elements so far"),
    "TMX, a text kept many times": (
        "m.tmx",
        lambda: TMX.format(
            f'<tu><tuv xml:lang="en"><seg>{"a" * 20_000}</seg></tuv>{TRANSLATION * 60}</tu>'
        ),
        "memory import m.tmx", "a <tu> of 20,060 characters that would become 1,200,060",
    ),
    "TBX, depth": (
        "n.tbx", lambda: TBX.format("<a>" * 98), "names import n.tbx --format tbx", "101 elements open at once",
    ),
}  # fmt: skip


@pytest.mark.parametrize("over", OVER)
def test_what_is_over_a_budget_is_refused_with_the_figures(small: Path, over: str) -> None:
    name, text, command, said = OVER[over]
    (small / name).parent.mkdir(exist_ok=True)
    (small / name).write_text(text(), encoding="utf-8")
    ran = run_limited(small, *command.split())
    assert ran.returncode == 2, ran.stderr[-2_000:]
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"---\na: {deep('[', ']', 41)}\n---\n\nText.\n", "41 brackets open at once, and 40 are allowed"),
        (f"---\na: [{'b,' * 41_000}]\n---\n\nText.\n", "signs of YAML, and"),
        (f"---\na: {'b' * 500_001}\n---\n\nText.\n", "500,005 characters, and 500,000 are allowed"),
        (f"+++\na{'.a' * 17} = 'b'\n+++\n\nText.\n", "17 dots in one key, and 16 are allowed"),
        (f"+++\n# a\rb{'.a' * 17} = 'b'\n+++\n\nText.\n", "17 dots in one key, and 16 are allowed"),
        (f"+++\na = [{'1,' * 45_000}]\n+++\n\nText.\n", "values, and"),
        (f"+++\na = {'9' * 5_000}\n+++\n\nText.\n", "5,000 characters in one word"),
    ],
)
def test_front_matter_over_its_budget_is_told_and_left_alone(small: Path, text: str, said: str) -> None:
    (small / "source" / "page.md").write_bytes(text.encode())
    ran = run_limited(small, "extract")
    assert ran.returncode == 0, ran.stderr[-2_000:]
    assert said in ran.stderr
    assert 'msgid "Text."' in (small / "locales" / "page.pot").read_text(encoding="utf-8")


@pytest.mark.parametrize("door", DOORS)
def test_the_dearest_text_within_a_budget_takes_60_mb_and_30_times_its_size_at_most(door: str) -> None:
    shape = next(iter(DOORS[door].shapes))
    size, _, memory = cost(door, shape, 100_000)
    assert size > 90_000
    assert memory <= BASE + TIMES * size


def test_memory_grows_with_the_text_and_no_faster() -> None:
    _, _, less = cost("TOML", "tables in tables", 60_000)
    _, _, more = cost("TOML", "tables in tables", 600_000)
    assert more <= 15 * less


def registry(entries: int) -> str:
    """Return a registry as rich as they get: three locales, other spellings, and the cases of both."""
    cases = '["Клим Шипенко", "Клима Шипенко", "Климу Шипенко", "Клима Шипенко", "Климом Шипенко", "Климе Шипенко"]'
    return "".join(
        f'[[name]]\nid = "klim-{number}"\nkind = "person"\ngender = "male"\nnative = "Клим Шипенко"\nlanguage = "ru"\n'
        f'nl = {{ preferred = "Klim Sjipenko", admitted = ["Sjipenko"], deprecated = ["Shipenko"] }}\n'
        f'en = {{ preferred = "Klim Shipenko", admitted = ["Shipenko"] }}\n'
        f'ru = {{ preferred = "Клим Шипенко", cases = {{ "Клим Шипенко" = {cases} }} }}\n\n'
        for number in range(entries)
    )


def test_a_registry_of_20_000_rich_entries_is_within_the_budget() -> None:
    text = registry(20_000).replace(" Шипенко", "")
    assert len(text.encode()) > 7_000_000
    assert len(read_toml(text, "names.toml")["name"]) == 20_000


@pytest.mark.parametrize("folder", ["l10n", "tests", "tools", "locales", "."])
def test_no_file_of_ours_is_near_a_limit(folder: str) -> None:
    root = Path(__file__).parent.parent.parent
    for path in (root / folder).glob("*.toml" if folder == "." else "**/*.toml"):
        hold_toml(path.read_text(encoding="utf-8-sig", errors="replace"), path.name)


class TestTheLargestFile:
    def test_a_configuration_cannot_lift_its_ceiling(self, small: Path, l10n: Command) -> None:
        with (small / "l10n.toml").open("a", encoding="utf-8") as file:
            file.write("largest_file = 501\n")
        ran = l10n(small, "check")
        assert ran.code == 2
        assert "l10n.toml:3: largest_file: must be 500 megabytes or less, not 501" in ran.err

    def test_neither_can_the_environment(
        self, small: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("L10N_LARGEST_FILE", "999999")
        ran = l10n(small, "check")
        assert ran.code == 2
        assert "L10N_LARGEST_FILE: must be 500 megabytes or less, not 999,999" in ran.err

    @pytest.mark.parametrize(
        "command",
        [
            "memory import large.tmx",
            "names import large.json --format json",
            "migrate --from large.po --locale nl",
        ],
    )
    def test_a_file_of_the_command_line_is_held_to_it_too(self, small: Path, command: str) -> None:
        assert run_limited(small, "extract").returncode == 0
        name = next(word for word in command.split() if word.startswith("large"))
        with (small / name).open("wb") as file:
            file.truncate(501 << 20)
        ran = run_limited(small, *command.split())
        assert ran.returncode == 2
        assert f"{name}: is larger than 500 MB" in ran.stderr


class TestMemoryThatRunsOut:
    """Rule: it is told in one line, with the file where that is known, and the process ends with 2."""

    LARGE = "".join(
        f"Paragraph {number} has words enough to be one of many.\n\n" for number in range(100_000)
    )
    LIMIT = 64 << 20

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "l10n", *arguments],
            cwd=folder,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (self.LIMIT, self.LIMIT)),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @pytest.mark.parametrize(
        ("command", "said"),
        [
            ("extract", "memory"),
            ("extract --jobs 2", "memory"),
            ("check", "memory"),
            ("names find", "memory"),
            ("memory import large.po --locale nl", "large.po: does not fit into memory"),
            ("names import large.json --format json", "large.json: does not fit into memory"),
        ],
    )
    def test_it_is_told_in_one_line(self, small: Path, command: str, said: str) -> None:
        assert run_limited(small, "extract").returncode == 0
        (small / "source" / "large.txt").write_text(self.LARGE, encoding="utf-8")
        (small / "large.json").write_text(f'{{"names": ["{"a" * 40_000_000}"]}}', encoding="utf-8")
        entries = "".join(f'msgid "Text {number}"\nmsgstr "Tekst {number}"\n\n' for number in range(200_000))
        (small / "large.po").write_text(HEADER.format("nplurals=2; plural=n!=1;") + entries, encoding="utf-8")
        ran = self.run(small, *command.split())
        assert ran.returncode == 2, ran.stderr[-2_000:]
        assert said in ran.stderr
        assert "Traceback" not in ran.stderr


def test_an_error_of_a_budget_says_that_no_setting_changes_it() -> None:
    with pytest.raises(BudgetError, match=r"65 brackets open at once, and 64 are allowed") as caught:
        read_toml(f"a = {deep('[', ']', 65)}", "x.toml")
    assert "no setting changes this limit" in caught.value.why


class TestEncodingsThatDoNotExist:
    """Rule: a file that says it is in one is an error with its place, and exit code 2; what can be read is read."""

    NAMES = (
        "klingon",
        "rot13",
        "hex",
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "utf-7",
        "utf-32",
        "cp037",
    )

    @pytest.mark.parametrize("name", NAMES)
    def test_in_xml(self, small: Path, l10n: Command, name: str) -> None:
        declaration = f'<?xml version="1.0" encoding="{name}"?>'
        (small / "m.tmx").write_text(declaration + TMX.format(""), encoding="utf-8")
        (small / "n.tbx").write_text(declaration + TBX.format(""), encoding="utf-8")
        for command in ("memory import m.tmx", "names import n.tbx --format tbx"):
            ran = l10n(small, *command.split())
            assert ran.code == 2
            assert f":1: the file says that it is in '{name}'" in ran.err

    @pytest.mark.parametrize("name", NAMES)
    def test_in_pages(self, small: Path, l10n: Command, name: str) -> None:
        page = f'<html lang="en"><head><meta charset="{name}"></head><body><p>Text{{}}.</p></body></html>'
        (small / "source" / "page.html").write_bytes(page.format("").encode())
        assert l10n(small, "extract").code == 0  # as browsers do, UTF-8 is read as such
        (small / "source" / "page.html").write_bytes(page.format("é").encode("latin-1"))
        ran = l10n(small, "extract")
        assert ran.code == 2
        assert "source/page.html:1:" in ran.err
        assert "not utf-8: byte 0xe9" in ran.err

    @pytest.mark.parametrize("name", [*NAMES, "utf-16", "utf-8\\\\x00"])
    def test_in_catalogs(self, small: Path, l10n: Command, name: str) -> None:
        assert l10n(small, "extract").code == 0
        catalog = small / "locales" / "nl" / "LC_MESSAGES" / "note.po"
        content = catalog.read_text(encoding="utf-8")
        catalog.write_text(content.replace("charset=UTF-8", f"charset={name}"), encoding="utf-8")
        ran = l10n(small, "check")
        assert ran.code == 2
        assert "locales/nl/LC_MESSAGES/note.po:1: unknown charset" in ran.err
