"""Sources that hide texts from translators: `extract` warns, `check` and `doctor` find, with `path:line`."""

import json
from pathlib import Path

import pytest

from tests.conftest import Command, snapshot

BROKEN = [
    (
        "a.md",
        "# Title\n\n```py\ncode\n\nMore text.\n",
        "3:1",
        "the code block that ``` opens here is never closed",
    ),
    ("a.md", "> - ~~~\n>   code\n\nText.\n", "1:5", "the code block that ~~~ opens here is never closed"),
    ("a.md", "---\ntitle: A\n\nText.\n", "1:1", "the front matter that --- opens here is never closed"),
    (
        "a.md",
        "\ufeff+++\ntitle = 'A'\n\nText.\n",
        "1:2",
        "the front matter that +++ opens here is never closed",
    ),
    (
        "a.md",
        "---\ntitle: [A\n---\n\nText.\n",
        "1:1",
        "the front matter cannot be read, so none of it is translated",
    ),
    ("a.html", "<p>Text</p>\n<script>let x</html>\n", "2:1", "“<script>let x</html>” is never closed"),
    ("a.html", "<p>Text</p>\n<!-- more\n<p>Text</p>\n", "2:1", "“<!-- more <p>Text</p>” is never closed"),
    ("a.html", "<p>Text</p>\n<p title='x>Text</p>\n", "2:1", "“<p title='x>Text</p>” is never closed"),
]
SOUND = [
    ("a.md", "```\ncode\n```\n\n~~~~\n```\n~~~~\n\n- ```\n  code\n  ```\n\n> ```\n> code\n> ```\n\nText.\n"),
    ("a.md", "---\n\nText: not a key\n\n---\n"),
    ("a.md", "Text ``` is ``` code.\n\n``` not a fence ```\n\n    ```\n"),
    ("a.html", "<script>'<!--'</script><style>x</style><title>T</title><p>5 < 6</p>"),
    ("a.html", "<p>Text <b>open"),
    ("a.txt", "```\n<script>\n"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "l10n.toml").write_text('locales = ["nl", "ru"]\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("broken", BROKEN, ids=range(len(BROKEN)))
def test_every_command_says_where(folder: Path, l10n: Command, broken: tuple[str, str, str, str]) -> None:
    name, text, place, what = broken
    (folder / "source" / name).write_bytes(text.encode())
    extracted = l10n(folder, "extract")
    assert extracted.code == 0
    assert f"source/{name}:{place}: warning: {what}" in extracted.err
    checked = json.loads(l10n(folder, "check", "--output-format", "json").out)["findings"]
    (found,) = [finding for finding in checked if finding["code"] == "broken-source"]
    assert f"{found['path']}:{found['line']}:{found['column']}" == f"source/{name}:{place}"
    examined = l10n(folder, "doctor", f"source/{name}")
    assert examined.code == 1
    assert f"source/{name}:{place}: {what}" in examined.out


@pytest.mark.parametrize(("name", "text"), SOUND, ids=range(len(SOUND)))
def test_what_is_whole_is_not_suspected(folder: Path, l10n: Command, name: str, text: str) -> None:
    (folder / "source" / name).write_bytes(text.encode())
    assert "warning" not in l10n(folder, "extract").err
    assert l10n(folder, "doctor", f"source/{name}").code == 0


def test_a_null_is_an_error_with_its_place(folder: Path, l10n: Command) -> None:
    (folder / "source" / "a.md").write_bytes(b"# Title\n\nTe\0xt\n")
    before = snapshot(folder)
    ran = l10n(folder, "extract")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "l10n: source/a.md:3:3: the character U+0000")
    assert snapshot(folder) == before


def test_a_tag_left_open_by_a_translation_is_found_with_its_line(folder: Path, l10n: Command) -> None:
    (folder / "source" / "a.md").write_text("Read <b>this</b> now.\n", encoding="utf-8")
    l10n(folder, "extract")
    for locale in ("nl", "ru"):
        path = folder / "locales" / locale / "LC_MESSAGES" / "a.po"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('now."\nmsgstr ""', 'now."\nmsgstr "Lees <b>dit nu."'), encoding="utf-8")
    ran = l10n(folder, "check", "nl")
    assert ran.code == 1
    assert "locales/nl/LC_MESSAGES/a.po:" in ran.out
    assert "unsafe-markup “<b>” is not allowed: it is not opened or closed" in ran.out


def test_references_have_lines_on_request(folder: Path, l10n: Command) -> None:
    (folder / "source" / "a.txt").write_text("Title\n\nSame\nagain.\n\nSame again.\n", encoding="utf-8")
    l10n(folder, "extract")
    catalog = folder / "locales" / "nl" / "LC_MESSAGES" / "a.po"
    assert "#: source/a.txt\n" in catalog.read_text(encoding="utf-8")
    with (folder / "l10n.toml").open("a", encoding="utf-8") as configuration:
        configuration.write('references = "line"\n')
    assert l10n(folder, "extract").code == 0
    assert "#: source/a.txt:3 source/a.txt:6\nmsgid" in catalog.read_text(encoding="utf-8")
    assert l10n(folder, "extract", "--check").code == 0
    (folder / "source" / "a.txt").write_text(
        "New\n\nTitle\n\nSame\nagain.\n\nSame again.\n", encoding="utf-8"
    )
    assert "1 new" in l10n(folder, "extract").err
    assert "#: source/a.txt:5 source/a.txt:8\nmsgid" in catalog.read_text(encoding="utf-8")


def test_equal_texts_can_be_messages_apart(folder: Path, l10n: Command) -> None:
    (folder / "source" / "a.md").write_text("# Open\n\n- Open\n\nOpen\n\nOpen\n", encoding="utf-8")
    with (folder / "l10n.toml").open("a", encoding="utf-8") as configuration:
        configuration.write("share_equal_texts = false\n")
    l10n(folder, "extract")
    written = (folder / "locales" / "nl" / "LC_MESSAGES" / "a.po").read_text(encoding="utf-8")
    contexts = [line for line in written.splitlines() if line.startswith("msgctxt")]
    assert contexts == ['msgctxt "heading"', 'msgctxt "list item: Open"', 'msgctxt "paragraph: Open"']
