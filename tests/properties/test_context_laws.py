"""What is shielded in a text is in nothing that surrounds it, whatever that is: nothing of it reaches a model."""

import ast
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.formats import Format, format_of
from l10n.languages.scripts import script_of
from l10n.model import Location, Segment, SegmentKind
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.context import LEFT_OUT, Help, headings_of, veiled
from l10n.pretranslation.drafts import prepare
from l10n.pretranslation.masking import markup_of, mask
from l10n.pretranslation.memory import Neighbours, Unit
from l10n.pretranslation.memory_store import Memory
from l10n.pretranslation.services.registry import Choice, Paced, service_of, settings_for
from l10n.pretranslation.wanted import Languages, Wanted
from tests.conftest import ROOT, tries
from tests.registries import KLIM

LOCALES = ("nl", "en", "ru")
REGISTRY = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
LEXICON = compile_lexicon(read_registry(REGISTRY, "locales/names.toml", LOCALES), LOCALES)
# What is shielded in a text of a format, with what must not be seen of it.
SECRETS = {
    "x.md": (
        ("`secret_code()`", "secret_code"),
        ("[the site](https://secret.example.org/a)", "secret.example"),
        ("https://secret.example.org/b?c=d", "secret.example"),
        ("{secret_place}", "secret_place"),
        ("%(secret_format)s", "secret_format"),
        ("secret@example.org", "secret@"),
        ("<span class=secret_class>", "secret_class"),
        ("<kbd>secret_key</kbd>", "secret_key"),
        ("![a picture](secret_picture.png)", "secret_picture"),
    ),
    "x.html": (
        ("<code>secret_code</code>", "secret_code"),
        ('<b translate="no">secret_mark</b>', "secret_mark"),
        ('<a href="https://secret.example.org/a">the site</a>', "secret.example"),
        ('<img src="secret_picture.png" alt="a picture">', "secret_picture"),
        ("{secret_place}", "secret_place"),
        ("secret@example.org", "secret@"),
    ),
    "x.txt": (
        ("https://secret.example.org/b", "secret.example"),
        ("{secret_place}", "secret_place"),
        ("secret@example.org", "secret@"),
    ),
}
WORDS = ("The rocket", "flew away", "with care,", "in the morning", "«yes»", "and", "nobody saw it.")
NAMES = ("SpaceX", "Elon Musk", "Tom Cruise", "Yulia Peresild")


def form_of(path: str) -> Format:
    found = format_of(path)
    assert found is not None
    return found


@st.composite
def sentences(draw: st.DrawFn, path: str) -> str:
    """Return a text with words, names and what is shielded."""
    pieces = st.one_of(
        st.sampled_from(WORDS), st.sampled_from(NAMES), st.sampled_from([text for text, _ in SECRETS[path]])
    )
    return " ".join(draw(st.lists(pieces, min_size=1, max_size=6)))


@st.composite
def wanteds(draw: st.DrawFn) -> tuple[Wanted, str]:
    path = draw(st.sampled_from(sorted(SECRETS)))
    texts = [draw(sentences(path)) for _ in range(5)]
    segment = Segment(msgid=texts[0], raw=texts[0], location=Location(path=path, line=1, column=1))
    around = Neighbours(place=f"paragraph in “{texts[3]}”", before=texts[1], after=texts[2])
    wanted = Wanted(segment=segment, form=form_of(path), neighbours=around, headings=(texts[3], texts[4]))
    return wanted, path


def sent_to_a_model(wanted: Wanted, locale: str, known: Callable[[Memory], object]) -> list[tuple[str, str]]:
    languages = Languages(source_locale="en", locale=locale, script=script_of(locale), lexicon=LEXICON)
    paced = Paced(service_of("chat"), settings_for(Choice(service=service_of("chat")), ("en", locale), {}))
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "m", "m", is_new=True) as memory:
        known(memory)
        one = prepare(wanted, languages, 3_000, Help(memory=memory))
        found = [paced.announced([piece]) for piece in one.pieces]
    return [(part.label, part.text) for requests in found for request in requests for part in request.parts]


class TestWhatSurroundsAText:
    """Whatever is shielded in texts is sent nowhere: not in neighbours, headings, earlier translations, names."""

    @settings(max_examples=tries(100))
    @given(wanteds(), st.sampled_from(["nl", "ru"]))
    def test_nothing_that_is_shielded_is_sent(self, drawn: tuple[Wanted, str], locale: str) -> None:
        wanted, path = drawn
        other = f"{wanted.text} indeed"

        def learn(memory: Memory) -> None:
            units = [Unit(source=other, target=f"{wanted.text} {other}", source_locale="en", locale=locale)]
            memory.take("x", "1", units)

        parts = sent_to_a_model(wanted, locale, learn)
        for label, text in parts:
            if label in ("instructions", "form of the answer", "model"):
                continue
            assert not [secret for _, secret in SECRETS[path] if secret in text], label
            if label in ("place", "before", "after", "earlier"):
                assert not [name for name in NAMES if name in text], label
        if parts:
            shown = {label for label, _ in parts}
            assert {"text", "place"} <= shown

    @given(st.sampled_from(sorted(SECRETS)).flatmap(lambda path: st.tuples(st.just(path), sentences(path))))
    def test_what_a_mask_takes_out_of_a_text_is_veiled(self, drawn: tuple[str, str]) -> None:
        path, text = drawn
        form = form_of(path)
        seen = veiled(text, form, "en", LEXICON)
        for shield in mask(text, markup_of(form, text)).shields:
            shielded = text[shield.start : shield.end]
            if any(letter.isalnum() for letter in shielded):
                assert shielded not in seen


class TestHeadings:
    def heading(self, msgid: str) -> Segment:
        return Segment(
            msgid=msgid,
            raw=msgid,
            kind=SegmentKind.HEADING,
            location=Location(path="x.html", line=1, column=1),
        )

    def test_a_heading_is_known_by_what_a_path_of_headings_calls_it(self) -> None:
        msgid = 'Use <a href="secret">it</a> &amp; so'
        found = headings_of([self.heading(msgid)])
        assert found["Use it & so"] == msgid
        seen = veiled(found["Use it & so"], form_of("x.html"), "en", LEXICON)
        assert seen == f"Use {LEFT_OUT}it{LEFT_OUT} & so"

    def test_of_two_that_differ_in_markup_alone_nothing_is_known(self) -> None:
        found = headings_of([self.heading("Use <code>secret</code>"), self.heading("Use secret")])
        assert "Use secret" not in found


def test_a_name_behind_markup_is_in_no_list_of_names() -> None:
    lexicon = compile_lexicon(read_registry(KLIM, "names.toml", LOCALES), LOCALES)
    languages = Languages(source_locale="nl", locale="ru", script="Cyrl", lexicon=lexicon)
    text = 'Zie [de site](https://e.org "Over Klim Sjipenko") en `Klim Sjipenko`.'
    segment = Segment(msgid=text, raw=text, location=Location(path="x.md", line=1, column=1))
    one = prepare(Wanted(segment=segment, form=form_of("x.md"), neighbours=Neighbours()), languages, 900)
    assert one.own[0].names == ()
    assert [name.written for name in one.inner[0][1].own[0].names] == ["Klim Sjipenko"]


@pytest.mark.parametrize("length", [1_000, 100_000])
def test_of_a_long_neighbour_only_what_is_near_is_sent(length: int) -> None:
    long = "word " * (length // 5)
    segment = Segment(msgid="The text.", raw="The text.", location=Location(path="x.md", line=1, column=1))
    around = Neighbours(before=f"{long}near before", after=f"near after {long}")
    wanted = Wanted(segment=segment, form=form_of("x.md"), neighbours=around)
    languages = Languages(source_locale="en", locale="nl", script="Latn", lexicon=LEXICON)
    (asked,) = prepare(wanted, languages, 900, Help()).own
    assert asked.before.endswith("near before")
    assert asked.after.startswith("near after")
    assert max(len(asked.before), len(asked.after)) <= 602


def test_what_a_service_is_asked_is_put_together_in_one_place() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "l10n" / "pretranslation").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Asked"
    }
    assert makers == {"l10n/pretranslation/context.py"}
