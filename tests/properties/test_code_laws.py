"""Comments and strings of code blocks: which are texts, and that no translation gets out of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, String

from l10n.formats.markdown_format import Markdown
from l10n.settings import FormatSettings

FORM = Markdown().configured(FormatSettings(markdown_code="comments"))

PYTHON = """> - ```python title="x"
>   # Say hello to everyone
>   print("Hello, world", 'utf-8', f"a {b} dog")  # greet
>   x = \"""
>   A docstring here
>   \"""
>   ```
"""
SCRIPT = "```js\n/* A block\n * comment. */\nlet a = 'It is so'; // end\n```\n"


def msgids(text: str) -> list[str]:
    return [segment.msgid for segment in FORM.parse(text, "x.md").segments]


def test_comments_and_strings_of_prose_are_texts() -> None:
    assert msgids(PYTHON) == ["Say hello to everyone", "Hello, world", "greet", "A docstring here"]
    assert msgids(SCRIPT) == ["A block", "comment.", "It is so", "end"]


def test_a_block_without_a_known_language_has_none() -> None:
    assert msgids("```\n# a comment\n```\n\n```nonesuch\n# more\n```\n\n    # indented\n") == []


def test_by_default_code_has_no_texts() -> None:
    assert Markdown().parse(SCRIPT, "x.md").segments == ()


def _code(text: str, language: str) -> list[str]:
    """Return what is neither comment nor string, read by a lexer that knows nothing of us."""
    lines = [line.lstrip("> -") for line in text.split("\n") if "```" not in line]
    tokens = get_lexer_by_name(language).get_tokens("\n".join(lines))
    return [value for kind, value in tokens if kind not in Comment and kind not in String]


@pytest.mark.parametrize(("text", "language"), [(PYTHON, "python"), (SCRIPT, "js")])
class TestNoTranslationGetsOut:
    """Law: whatever the translation, the code beside the comments and strings is that of the source."""

    @given(msgstr=st.one_of(st.text("ab \"'`\\\n*/#{}$-~<>", max_size=12), st.text(max_size=8)))
    def test_the_code_stays(self, text: str, language: str, msgstr: str) -> None:
        document = FORM.parse(text, "x.md")
        localized = document.replace(lambda segment: FORM.localized(segment, msgstr))
        assert _code(localized, language) == _code(text, language)

    def test_a_mark_behind_every_text_is_rendered(self, text: str, language: str) -> None:
        document = FORM.parse(text, "x.md")
        marked = document.replace(lambda segment: FORM.localized(segment, f"{segment.msgid}⟧"))
        assert marked.count("⟧") == len(document.segments)
        assert marked.replace("⟧", "") == text


def test_what_would_get_out_is_refused() -> None:
    comment, string = FORM.parse("```js\n/* Some text */ f('It is so')\n```\n", "x.md").segments
    assert FORM.refused(comment, "x */ evil()")
    assert FORM.refused(string, "x'); evil('")
    assert FORM.localized(string, "x'); evil('") == "'It is so'"
    assert FORM.refused(string, "zo is het") == ()
