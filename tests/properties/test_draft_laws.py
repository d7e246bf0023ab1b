"""Whatever a service answers, it makes a draft that a catalog can hold, or is refused."""

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.formats import all_formats
from l10n.model import Location, Segment
from l10n.names.recognition.lexicon import compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.draft_names import settle
from l10n.pretranslation.drafts import Draft, concluded, prepare
from l10n.pretranslation.memory import Neighbours
from l10n.pretranslation.wanted import Languages, Wanted
from tests.conftest import ROOT, tries

LOCALES = ("nl", "en", "ru")
REGISTRY = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
LEXICON = compile_lexicon(read_registry(REGISTRY, "locales/names.toml", LOCALES), LOCALES)
HEADER = Message(msgid="", msgstr=("Content-Type: text/plain; charset=UTF-8\n",))
SOURCE = "See **Klim Sjipenko** at [the map](https://e.org) for 2.5 km, {name}."
PIECES = (
    "[X1X]",
    "[X2X]",
    "[X3X]",
    "[X4X]",
    "[X5X]",
    "[X6X]",
    " ",
    "Клим",
    "Сжипенко",
    "карта",
    "de kaart",
    "«",
    "”",
)
MARKS = [f"[X{number}X]" for number in range(1, 8)]
answers = st.one_of(
    st.text(max_size=80),
    st.builds(
        lambda marks, number, word: f" {word} ".join([mark for mark in marks if int(mark[2]) <= number]),
        st.permutations(MARKS),
        st.integers(1, 7),
        st.sampled_from(["Клим Сжипенко", "de kaart", "“да” 2.5 km", "слово"]),
    ),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=20).map("".join),
)


class TestAnyAnswer:
    """A draft that was not refused can be written; `settle` of a settled draft changes nothing."""

    @given(answers, st.sampled_from(all_formats()), st.sampled_from(["nl", "ru"]))
    @settings(max_examples=tries(60))
    def test_it_makes_a_draft_that_can_be_written_or_none(
        self, answer: str, form: object, locale: str
    ) -> None:
        segment = Segment(msgid=SOURCE, raw=SOURCE, location=Location(path="x", line=1, column=1))
        wanted = Wanted(segment=segment, form=form, neighbours=Neighbours())  # type: ignore[arg-type]
        script = "Cyrl" if locale == "ru" else "Latn"
        languages = Languages(source_locale="en", locale=locale, script=script, lexicon=LEXICON)
        prepared = prepare(wanted, languages, 1_000)
        found = concluded(prepared, [answer], languages, "draft: test")
        if isinstance(found, Draft):
            message = Message(msgid=SOURCE, msgstr=(found.text,), flags=("fuzzy",))
            assert pofile.read(pofile.write(None, [HEADER, message]), "x.po").messages[1] == message
            assert "{name}" in found.text

    @given(
        st.lists(
            st.sampled_from(["Клим", "Сжипенко", "с", "о", "Тома", "Крузе", ".", "Россия", "—", "Ыулиа"])
        )
    )
    @settings(max_examples=tries(60))
    def test_settling_twice_is_settling_once(self, words: list[str]) -> None:
        source = "Tom Cruise flew with Klim Sjipenko to Russia."
        once = settle(" ".join(words), source, "en", "ru", LEXICON)
        assert settle(once.text, source, "en", "ru", LEXICON).text == once.text
