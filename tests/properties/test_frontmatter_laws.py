"""The laws of front matter: a translated value reads back as the translation, and nothing else changes."""

import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from l10n.formats.markdown_format import Markdown

FORM = Markdown()
_PIECES = ["x", "a b", ":", ": ", "#", " #", "'", "''", '"', "\\", "\n", "-", "- ", "[", "]", "{", "}", ",", "&a", "*a",
           "!", "|", ">", "%", "@", "`", "yes", "null", "1", "1.5", "---", "+++", "...", "=", "?", "é", "\t", "🚀", "~",
           "2026-11-22", "<<", "\u2028", "\x85", "\ufeff", "\r", "\x07"]  # fmt: skip
MSGSTRS = st.one_of(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join), st.text(max_size=20)
).filter(
    lambda text: (
        bool(text.strip()) and "\0" not in text and not any("\ud800" <= mark <= "\udfff" for mark in text)
    )
)
YAML = "title: {}\nlayout: post\ntags: [{}, one]\nmore:\n  - {}\n"
TOML = "title = {}\nlayout = 'post'\ntags = [{}, 'one']\n[more]\nlead = {}\n"


def _localized(text: str, msgstr: str) -> str:
    document = FORM.parse(text, "x.md")
    assert document.text == text
    return document.replace(
        lambda segment: FORM.localized(segment, msgstr) if segment.msgid == "The text" else segment.raw
    )


@pytest.mark.parametrize("raw", ["The text", "'The text'", '"The text"'])
@given(msgstr=MSGSTRS)
@example(msgstr="a, b")
@example(msgstr='it\'s: "so"')
def test_a_yaml_value_reads_back_as_its_translation(raw: str, msgstr: str) -> None:
    text = f"---\n{YAML.format(raw, raw, raw)}---\n\nbody\n"
    localized = _localized(text, msgstr)
    _, inside, body = localized.split("---\n", 1)[0], localized[4 : localized.rindex("---\n")], localized[-6:]
    expected = {"title": msgstr, "layout": "post", "tags": [msgstr, "one"], "more": [msgstr]}
    assert yaml.safe_load(inside) == expected
    assert body == "\nbody\n"


@pytest.mark.parametrize("raw", ["'The text'", '"The text"', '"""The text"""', "'''The text'''"])
@given(msgstr=MSGSTRS)
def test_a_toml_value_reads_back_as_its_translation(raw: str, msgstr: str) -> None:
    localized = _localized(f"+++\n{TOML.format(raw, raw, raw)}+++\n", msgstr)
    expected: dict[str, Any] = {
        "title": msgstr, "layout": "post", "tags": [msgstr, "one"], "more": {"lead": msgstr}
    }  # fmt: skip
    assert tomllib.loads(localized[4:-4]) == expected


@given(msgstr=MSGSTRS, style=st.sampled_from("|>"))
def test_a_block_stays_a_block_of_its_key(msgstr: str, style: str) -> None:
    assume(any(mark.isprintable() and not mark.isspace() for mark in msgstr))
    localized = _localized(f"---\nlead: {style}\n  The text\nlayout: post\n---\n", msgstr)
    read = yaml.safe_load(localized[4:-4])
    assert set(read) == {"lead", "layout"}
    assert read["layout"] == "post"


_LINES = ["a: b", "- x", "  c: 'd'", "x", "'", '"', "k = 'v'", "[t]", "#", "a: |", "", "{", "&a", "*a"]


@given(
    text=st.lists(st.sampled_from(_LINES), max_size=6).map("\n".join), fence=st.sampled_from(["---", "+++"])
)
def test_any_front_matter_comes_back_as_it_is(text: str, fence: str) -> None:
    whole = f"{fence}\n{text}\n{fence}\nbody\n"
    document = FORM.parse(whole, "x.md")
    assert document.text == whole
    assert document.replace(lambda segment: FORM.localized(segment, segment.msgid)) == whole
