"""The table of a configuration file, the lines of its keys, and what a value may be."""

from pathlib import Path
from typing import Any

import pytest

from l10n.configuration import (
    MEGABYTE,
    flag,
    has_configuration,
    leads_out,
    line_of,
    megabytes,
    one_of,
    read_table,
    text,
    texts,
)
from l10n.errors import ConfigurationError, FileError


class TestReadingTheTable:
    @pytest.mark.parametrize(
        ("name", "content", "table"),
        [
            ("l10n.toml", 'name = "x"\n', {"name": "x"}),
            ("pyproject.toml", '[tool.l10n]\nname = "x"\n', {"name": "x"}),
            ("pyproject.toml", "[tool.other]\n", None),
            ("pyproject.toml", "tool = 3\n", None),
            ("pyproject.toml", "", None),
        ],
    )
    def test_it_is_the_file_or_our_part_of_it(
        self, tmp_path: Path, name: str, content: str, table: dict[str, Any] | None
    ) -> None:
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert read_table(tmp_path / name) == table
        assert has_configuration(tmp_path / "source") is (table is not None)

    @pytest.mark.parametrize(
        ("content", "what"),
        [
            (b"name = '\xff'", "not UTF-8 (byte offset 8)"),
            (b"name = ", "not valid TOML"),
            (b"tool.l10n = 3", "tool.l10n must be a table"),
        ],
    )
    def test_a_broken_one_is_refused_and_still_one(self, tmp_path: Path, content: bytes, what: str) -> None:
        path = tmp_path / "pyproject.toml"
        path.write_bytes(content)
        with pytest.raises(ConfigurationError) as caught:
            read_table(path)
        assert caught.value.what.startswith(what)
        assert caught.value.where == "pyproject.toml"
        assert has_configuration(tmp_path)

    def test_it_has_a_megabyte_and_no_byte_more(self, tmp_path: Path) -> None:
        path = tmp_path / "l10n.toml"
        path.write_bytes(b"#" * MEGABYTE)
        assert read_table(path) == {}
        path.write_bytes(b"#" * (1_048_576 + 1))
        with pytest.raises(FileError, match="larger than 1 MB"):
            read_table(path)

    def test_what_is_no_file_is_refused_and_what_is_missing_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "l10n.toml").mkdir()
        with pytest.raises(FileError, match="is not a regular file"):
            read_table(tmp_path / "l10n.toml")
        assert read_table(tmp_path / "pyproject.toml") is None

    def test_what_the_disk_refuses_is_an_error(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_path: Path) -> bytes:
            raise OSError(5, "Input/output error")

        (tmp_path / "l10n.toml").touch()
        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(FileError, match="cannot read the configuration: Input/output error"):
            read_table(tmp_path / "l10n.toml")


def test_a_path_leads_out_when_its_links_or_its_dots_do(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    assert not leads_out(root / "source" / ".." / "x", root)
    assert not leads_out(root, root)
    assert leads_out(root / ".." / "x", root)
    assert leads_out(tmp_path / "project-of-others", root)
    assert not leads_out(tmp_path / "x", Path(tmp_path.anchor))
    assert leads_out(root / "link" / "x", root)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["name"], 2),
        (["services", "deepl", "key"], 5),
        (["services", "deepl", "other"], 4),
        (["services", "x y", "key"], 8),
        (["checks", "a.b"], 10),
        (["checks", "c", "d"], 11),
        (["nothing"], 1),
        (["deepl"], 1),
    ],
)
@pytest.mark.parametrize("table", ["", "tool.l10n."])
def test_the_line_of_a_key_is_that_of_the_nearest_table_that_holds_it(
    keys: list[str], line: int, table: str
) -> None:
    lines = [
        f"[{table.rstrip('.')}]" if table else "# ours",
        'name = "x"',
        "",
        f"[{table}services.deepl]",
        "key = 1",
        "# key = 2",
        f"[[{table}services.'x y']]",
        "  key = 3",
        f"[{table}checks]",
        '"a.b" = 1',
        "c.d = 2",
    ]
    assert line_of("\n".join(lines), keys) == line


class TestValues:
    @pytest.mark.parametrize(
        ("kind", "value", "answer"),
        [
            (flag, True, True),
            (flag, False, False),
            (text, "x", "x"),
            (megabytes, 1, 1),
            (megabytes, "500", 500),
            (texts, ["a", "b"], ("a", "b")),
            (texts, [], ()),
            (one_of("a", "b"), "b", "b"),
        ],
    )
    def test_what_is_allowed_is_returned(self, kind: Any, value: object, answer: object) -> None:
        assert kind(value) == answer

    @pytest.mark.parametrize(
        ("kind", "value", "what"),
        [
            (flag, 1, "must be true or false"),
            (text, " ", "must be a text that is not empty"),
            (text, 3, "must be a text that is not empty"),
            (megabytes, 0, "must be a whole number of megabytes, 1 or more"),
            (megabytes, -1, "must be a whole number of megabytes, 1 or more"),
            (megabytes, "1000000", "must be a whole number of megabytes, 1 or more"),
            (megabytes, True, "must be a whole number of megabytes, 1 or more"),
            (megabytes, 501, "must be 500 megabytes or less, not 501"),
            (megabytes, "999999", "must be 500 megabytes or less, not 999,999"),
            (texts, "a", 'must be a list of texts, such as ["one", "two"]'),
            (texts, ["a", ""], "must be a text that is not empty"),
            (one_of("a", "b"), "c", "must be 'a' or 'b', not 'c'"),
        ],
    )
    def test_what_is_not_is_refused_with_what_it_must_be(self, kind: Any, value: object, what: str) -> None:
        with pytest.raises(ValueError, match="must be") as caught:
            kind(value)
        assert str(caught.value) == what
