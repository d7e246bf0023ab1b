"""Elements that nobody translates: code, and what is marked so."""

import pytest

from l10n.formats import format_of
from l10n.pretranslation.inline_texts import inline_texts
from l10n.pretranslation.kept_elements import kept_elements
from l10n.pretranslation.masking import markup_of, mask


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Use <code>x = 1</code> now.", ["<code>x = 1</code>"]),
        ("Press <KBD class=big>Ctrl</kbd> and <var>n</var>.", ["<KBD class=big>Ctrl</kbd>", "<var>n</var>"]),
        ('At <span translate="no">Acme</span>.', ['<span translate="no">Acme</span>']),
        ("At <b translate=no>Acme</b>.", ["<b translate=no>Acme</b>"]),
        ("At <i class='big notranslate'>Acme</i>.", ["<i class='big notranslate'>Acme</i>"]),
        ("<b translate=no>a <b>c</b> d</b> e", ["<b translate=no>a <b>c</b> d</b>"]),
        ("<code>never closed <b translate=no>c</b> d", ["<b translate=no>c</b>"]),
        # what nobody has marked is translated
        ('At <span translate="yes">home</span>, <em>now</em>.', []),
        ("No <code/> here, </code> nor here.", []),
        ("2 < 3 > 1", []),
    ],
)
def test_their_spans_are_found(text: str, kept: list[str]) -> None:
    assert [text[start:end] for start, end in kept_elements(text)] == kept


@pytest.mark.parametrize("path", ["x.html", "x.md"])
def test_nothing_in_them_is_sent_nor_what_their_attributes_say(path: str) -> None:
    text = 'Use <code title="Secret one">secret</code> and <img alt="A picture" src="x.png"> now.'
    form = format_of(path)
    masked = mask(text, markup_of(form, text))
    assert masked.text == "Use [X1X] and [X2X] now."
    assert [text[slice(*span)] for span in inline_texts(form, text, masked)] == ["A picture"]


def test_they_are_found_in_time_in_proportion_to_the_text() -> None:
    def steps(number: int) -> int:
        return sum(1 for _ in kept_elements("<code>x</code>" * number + "<code>" * number))

    assert [steps(number) for number in (10, 100, 1_000)] == [10, 100, 1_000]
