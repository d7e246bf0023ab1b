"""What is adopted as confirmed, over documents and translations that were edited: swapped, dropped, added, joined."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog import pofile
from l10n.formats.plaintext import PlainText
from l10n.formats.subtitles import SubRip, cue_times
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.adoption import Side, align
from tests.conftest import tries

ROOT = Path(__file__).parent.parent.parent
LOCALES = ("nl", "ru")
# What a translator puts in of his own: without what could be evidence, and with it.
OWN = [
    "Lees ook dit.",
    "Van onze redactie.",
    "Een alinea die er in het geheel niet staat, maar wel even lang is als de andere die er wel staan.",
    "Dit ISS is een ander.",
    "In 1923 was dat nog anders.",
    "Zie https://example.org/elders voor meer.",
    "Het was 17 jaar geleden, zegt Tom Cruise.",
    "♪ ♪ la la",
]
Texts = list[
    tuple[str, str | None]
]  # a text of the translation, and the one text of the source that it translates


@cache
def lexicon() -> Lexicon:
    path = ROOT / "locales" / "names.toml"
    locales = ("nl", "en", "ru")
    return compile_lexicon(read_registry(path.read_text(encoding="utf-8"), path.name, locales), locales)


@cache
def corpus(locale: str) -> tuple[tuple[str, str], ...]:
    """Return texts with the translations people have made of them: of the article, and of other prose."""
    article = ROOT / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"
    prose = ROOT / "tests" / "cases" / "checks" / "clean" / f"prose.{locale}.po"
    found = [
        (message.msgid, message.msgstr[0])
        for path in (article, prose)
        for message in pofile.read(path.read_bytes(), path.name).catalog(locale, "").live
    ]
    once = Counter(text for pair in found for text in pair)
    return tuple(pair for pair in found if all("\n" not in text and once[text] == 1 for text in pair))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """A locale, and some texts that follow each other in the corpus, with their translations."""
    locale = draw(st.sampled_from(LOCALES))
    texts = corpus(locale)
    size = draw(st.integers(3, 14))
    begin = draw(st.integers(0, len(texts) - size))
    return locale, list(texts[begin : begin + size])


def swap(texts: Texts, data: st.DataObject) -> None:
    one, other = (data.draw(st.integers(0, len(texts) - 1)) for _ in range(2))
    texts[one], texts[other] = texts[other], texts[one]


def drop(texts: Texts, data: st.DataObject) -> None:
    del texts[data.draw(st.integers(0, len(texts) - 1))]


def add(texts: Texts, data: st.DataObject) -> None:
    texts.insert(data.draw(st.integers(0, len(texts))), (data.draw(st.sampled_from(OWN)), None))


def put_in_place_of(texts: Texts, data: st.DataObject) -> None:
    texts[data.draw(st.integers(0, len(texts) - 1))] = (data.draw(st.sampled_from(OWN)), None)


def join(texts: Texts, data: st.DataObject) -> None:
    if len(texts) > 1:
        place = data.draw(st.integers(0, len(texts) - 2))
        texts[place : place + 2] = [(" ".join(text for text, _ in texts[place : place + 2]), None)]


def join_and_add(texts: Texts, data: st.DataObject) -> None:
    if len(texts) > 1:
        place = data.draw(st.integers(0, len(texts) - 2))
        joined = " ".join(text for text, _ in texts[place : place + 2])
        own = (data.draw(st.sampled_from(OWN)), None)
        texts[place : place + 2] = data.draw(st.permutations([(joined, None), own]))


def split(texts: Texts, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(texts) - 1))
    words = texts[place][0].split(" ")
    if len(words) > 1:
        cut = len(words) // 2  # where a word or two are missing nobody could tell
        texts[place : place + 1] = [(" ".join(words[:cut]), None), (" ".join(words[cut:]), None)]


Edit = Callable[[Texts, st.DataObject], None]
EDITS: tuple[Edit, ...] = (swap, swap, drop, add, put_in_place_of, join, join_and_add, split)


def edited(texts: list[tuple[str, str]], data: st.DataObject) -> Texts:
    result: Texts = [(text, source) for source, text in texts]
    for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)):
        if result:
            edit(result, data)
    return result


class TestNoWrongPairIsConfirmed:
    """Law: whatever was swapped, dropped, added, joined or split, a pair that is sure is a text and its translation."""

    @settings(max_examples=tries(300))
    @given(document=documents(), data=st.data())
    def test_no_wrong_pair_of_paragraphs_is_confirmed(
        self, document: tuple[str, list[tuple[str, str]]], data: st.DataObject
    ) -> None:
        locale, texts = document
        translated = edited(texts, data)
        source = PlainText().parse("\n\n".join(text for text, _ in texts), "x.txt")
        target = PlainText().parse("\n\n".join(text for text, _ in translated), "x.txt")
        pairs = align(
            Side(segments=source.segments, locale="en", form=PlainText()),
            Side(segments=target.segments, locale=locale, form=PlainText()),
            lexicon(),
        )
        confirmed = {(pair.source[0].msgid, pair.target[0].msgid) for pair in pairs if pair.is_sure}
        assert confirmed <= set(texts)

    @settings(max_examples=tries(300))
    @given(
        document=documents(),
        data=st.data(),
        shift=st.sampled_from([0, 0, 0, 40, 2_000]),
        is_even=st.booleans(),
    )
    def test_no_wrong_pair_of_cues_is_confirmed(
        self, document: tuple[str, list[tuple[str, str]]], data: st.DataObject, shift: int, *, is_even: bool
    ) -> None:
        locale, texts = document
        shown = {
            text: times for (text, _), times in zip(texts, rhythm(len(texts), is_even=is_even), strict=True)
        }
        translated = edited(texts, data)
        source = SubRip().parse(subrip([(text, shown[text]) for text, _ in texts]), "x.srt")
        target = SubRip().parse(subrip(timed(translated, shown, shift)), "x.srt")
        ours = Side(segments=source.segments, locale="en", form=SubRip(), times=cue_times(source))
        theirs = Side(segments=target.segments, locale=locale, form=SubRip(), times=cue_times(target))
        confirmed = {
            (pair.source[0].msgid, pair.target[0].msgid)
            for pair in align(ours, theirs, lexicon())
            if pair.is_sure
        }
        assert confirmed <= set(texts)

    @given(document=documents())
    def test_cues_at_the_times_of_their_sources_are_confirmed(
        self, document: tuple[str, list[tuple[str, str]]]
    ) -> None:
        locale, texts = document
        times = rhythm(len(texts), is_even=False)
        source = SubRip().parse(subrip([("A line.", shown) for shown in times]), "x.srt")
        target = SubRip().parse(subrip([("Een regel.", shown) for shown in times]), "x.srt")
        ours = Side(segments=source.segments, locale="en", form=SubRip(), times=cue_times(source))
        theirs = Side(segments=target.segments, locale=locale, form=SubRip(), times=cue_times(target))
        assert [pair.is_sure for pair in align(ours, theirs, lexicon())] == [True] * len(texts)


def rhythm(number: int, *, is_even: bool) -> list[tuple[int, int]]:
    """Return when so many cues are shown: one every two seconds, or as people speak."""
    if is_even:
        return [(place * 2_000, place * 2_000 + 1_500) for place in range(number)]
    found, now = [], 0
    for place in range(number):
        length = 900 + place * 7919 % 2_311
        found.append((now, now + length))
        now += length + 500
    return found


def timed(texts: Texts, shown: dict[str, tuple[int, int]], shift: int) -> list[tuple[str, tuple[int, int]]]:
    """Return cues with the times of their sources; what has no source comes behind the cue before it."""
    found, now = [], 0
    for text, source in texts:
        begin, end = shown[source] if source is not None else (now + 100, now + 450)
        found.append((text, (begin + shift, end + shift)))
        now = end
    return found


def subrip(cues: list[tuple[str, tuple[int, int]]]) -> str:
    return "\n".join(
        f"{number}\n{_written(begin)} --> {_written(end)}\n{text}\n"
        for number, (text, (begin, end)) in enumerate(cues, 1)
    )


def _written(time: int) -> str:
    seconds, milliseconds = divmod(time, 1_000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{milliseconds:03}"
