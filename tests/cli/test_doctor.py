"""`l10n doctor`: what becomes of a document, with a project or without."""

import json
from pathlib import Path

from tests.conftest import Command, snapshot

GUIDE = """---
title: A guide
layout: post
---

# Start

Read [this](https://example.org "now").

```python
print("code")
```

<!-- l10n:skip -->
Left out.
"""


def test_texts_are_counted_and_what_is_skipped_is_explained(tmp_path: Path, l10n: Command) -> None:
    (tmp_path / "guide.md").write_text(GUIDE, encoding="utf-8")
    before = snapshot(tmp_path)
    ran = l10n(tmp_path, "doctor", "guide.md")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "guide.md: markdown, 3 texts, 8 words to translate"
    assert lines[1:3] == ["    1 front matter, 1 heading, 1 paragraph", "    reproduced byte for byte"]
    assert "    invisible to readers: 1 word (1 comment)" in lines
    assert "guide.md:10:4: code: ```python (and 1 line more)" in lines
    assert "guide.md:15:1: left out by a directive or a rule of the format: Left out." in lines
    assert snapshot(tmp_path) == before


def test_the_project_says_how_a_file_is_encoded(tmp_path: Path, l10n: Command) -> None:
    (tmp_path / "l10n.toml").write_text('locales = ["nl"]\nencoding = "cp1251"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_bytes("Заголовок\n".encode("cp1251"))
    assert "1 text, 1 word to translate" in l10n(tmp_path, "doctor", "a.txt").out


def test_json_has_everything(tmp_path: Path, l10n: Command) -> None:
    (tmp_path / "page.html").write_text(
        "<p>Hi <b>you</b></p><script>let there = 1</script>", encoding="utf-8"
    )
    (found,) = json.loads(l10n(tmp_path, "doctor", "page.html", "--output-format", "json").out)["documents"]
    assert (found["format"], found["byte_identical"], found["segments"]) == ("html", True, {"paragraph": 1})
    assert {line["why"] for line in found["skipped"]} == {"script, style or drawing"}


def test_what_cannot_be_read_is_an_error(tmp_path: Path, l10n: Command) -> None:
    assert l10n(tmp_path, "doctor", "gone.md").err == "l10n: gone.md: there is no such file\n"
    (tmp_path / "x.docx").write_bytes(b"x")
    unknown = l10n(tmp_path, "doctor", "x.docx")
    assert (unknown.code, unknown.err.splitlines()[0]) == (
        2,
        "l10n: x.docx: no format is known for its suffix",
    )
    (tmp_path / "bad.md").write_bytes(b"# \xff\n")
    assert l10n(tmp_path, "doctor", "bad.md").code == 2
