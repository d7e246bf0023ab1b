"""The laws of `l10n.repair`, each quoted from where it is stated."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from l10n.repair import Repair, repair, replay
from l10n.repair.changes import compose
from tests.conftest import tries

FRAGMENTS = (
    "โ€œ", "โ€", "โ€™", "โ", "€", "ก", "Ã©", "ÃƒÂ©", "â€œ", "â€", "â", "Â\xa0", "Â", "\xa0", "Å“", "Ã", "»", "É",
    "РџСЂ", "Рё",
    "вЂ”", "Ïðèâåò", "п÷я─", "ðŸ˜€", "ΓÇ£", "‚Äú", "√©", "Ĺ‚", "cant", "Its", "its", "wont", "dont", "DONT", "Im",
    "theyre",
    " the first", " a ", " be ", " it ", " ", "  ", "\n", "\n\n", "\r\n", "`", "```", "    ", "http://x.y/",
    ".css", "'",
    "’", ".", "-", "_", "<code>", "</code>", "A", "é", "\u0301", "\ufffd", "\x9d", "\x80", "œ", "™", "“",
)  # fmt: skip
damaged_texts = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
texts = (
    damaged_texts | st.text(max_size=60) | st.text(alphabet="ÃÂâ€œ™˜©¢\x80\x9dРСвЂпя─šž«»aA ’", max_size=30)
)

ENGLISH = "plain words with a few, and others (too)."
EUROPEAN = "Zoë ate crème brûlée – “naïve” façade, it’s 5 € … señor Müller"
RUSSIAN = "Привет, мир! Мы летим на станцию — это первый фильм в космосе"


class TestReplay:
    """`replay(text as given, repairs)` is the clean text; repairs are sorted and do not overlap."""

    @given(texts)
    def test_replaying_the_repairs_gives_the_clean_text(self, text: str) -> None:
        repaired = repair(text)
        assert replay(text, repaired.repairs) == repaired.text
        ends = [0, *(change.end for change in repaired.repairs)]
        assert all(end <= change.start for end, change in zip(ends, repaired.repairs, strict=False))
        assert all(change.before and change.before != change.after for change in repaired.repairs)


class TestIdempotence:
    """A second repair changes nothing."""

    @given(texts)
    @example("“`Ã©http://x.y/Â\xa0")  # a repaired letter before an address
    @example("โ€œโ€™โ€âโ€œโ€œ.css")  # a lost mark before what becomes the name of a file
    @example("cantécant РџСЂ.cssโ€ก")  # a repaired mark behind the name of a file
    @settings(max_examples=tries(400))
    def test_a_second_repair_changes_nothing(self, text: str) -> None:
        once = repair(text).text
        assert repair(once).repairs == ()


class TestCleanText:
    """ASCII text changes only in its apostrophes."""

    @given(st.text(alphabet=st.characters(max_codepoint=0x7F), max_size=80))
    def test_ascii_text_changes_only_in_its_apostrophes(self, text: str) -> None:
        assert repair(text).text.replace("’", "") == text

    @given(st.text(alphabet=st.characters(min_codepoint=0x410, max_codepoint=0x44F), max_size=14))
    def test_a_short_russian_text_is_unchanged(self, text: str) -> None:
        assert repair(text).repairs == ()

    @given(st.text(alphabet="กขคงจฉชซโเแไใะาิีุู่้ ", max_size=60))
    def test_thai_text_is_unchanged(self, text: str) -> None:
        assert repair(text).repairs == ()


class TestKeptCharacters:
    """Line endings, a BOM, blanks and Unicode normalisation stay as they are."""

    @given(damaged_texts)
    def test_line_ends_stay(self, text: str) -> None:
        clean = repair("\ufeff" + text).text
        assert clean.startswith("\ufeff")
        assert [clean.count(end) for end in ("\r", "\n", "\t", " ")] == [
            text.count(e) for e in ("\r", "\n", "\t", " ")
        ]


class TestDamageOnPurpose:
    """Text in UTF-8 that was read in the wrong encoding comes back."""

    @pytest.mark.parametrize(
        ("encoding", "text"),
        [
            ("cp1252", EUROPEAN),
            ("latin-1", EUROPEAN),
            ("latin-1", RUSSIAN),
            ("cp1251", RUSSIAN),
            ("koi8-r", RUSSIAN),
        ],
    )
    @given(cut=st.integers(min_value=0, max_value=30))
    def test_text_damaged_on_purpose_comes_back(self, encoding: str, text: str, cut: int) -> None:
        words = text.split()
        wanted = " ".join(words[cut % len(words) :] + words)
        assert repair(_misread(wanted, encoding)).text == wanted

    @given(
        st.lists(st.sampled_from(["“", "‘", "’", "–", "—", "word", " ", "5", ", "]), max_size=20).map("".join)
    )
    def test_punctuation_read_as_thai_comes_back(self, text: str) -> None:
        assert repair(_misread(text, "cp874")).text == text


QUOTED = st.sampled_from(
    [
        "“Yes,” he said.", "‘Yes,’ he said.", "“No.”", "it’s", "the dogs’ tails", "well\u2010known", "rock ’n’ roll",
        "“The dogs’ tails are short,” they say.", "’90s", "“He said ‘no’, then left.”", "(“yes”)", "“who”?", "plain",
        "—", "and so on…", "”Hej”, sa hon.", "„Ja“", "5 €", "l’avion", "“open", "close.”", "‘open", "close’", "é",
    ]
)  # fmt: skip


def _lost(text: str, *, falls_back: bool, replacement: str) -> list[tuple[str, str]]:
    """Return each character with what is left of it when its bytes are read as cp874, and some of them are lost."""
    found = []
    for character in text:
        shown = ""
        for byte in character.encode("utf-8"):
            known = bytes([byte]).decode("cp874", errors="ignore")
            if not known and falls_back:
                known = bytes([byte]).decode("cp1252", errors="ignore")
            shown += known or replacement
        found.append((character, shown))
    return found


class TestWhatIsRepairedIsWhatStoodThere:
    """A mark of which a byte is lost is repaired only where one mark can have stood."""

    @settings(max_examples=tries(400))
    @given(
        text=st.lists(QUOTED, min_size=1, max_size=5).map(" ".join),
        falls_back=st.booleans(),
        replacement=st.sampled_from(["", "\ufffd"]),
    )
    def test_what_is_repaired_is_what_stood_there(
        self, text: str, *, falls_back: bool, replacement: str
    ) -> None:
        pieces = _lost(text, falls_back=falls_back, replacement=replacement)
        damaged = "".join(shown for _, shown in pieces)
        starts = {sum(len(shown) for _, shown in pieces[:place]): place for place in range(len(pieces))}
        for change in repair(damaged, language="xx").repairs:
            if change.rule.startswith("cp874"):
                character, shown = pieces[starts[change.start]]
                assert (change.before, change.after) == (shown, character)


class TestConcatenation:
    """A paragraph is repaired the same between clean paragraphs as alone."""

    @given(damaged_texts.filter(lambda text: "`" not in text and "<" not in text))
    def test_paragraphs_are_repaired_as_if_alone(self, text: str) -> None:
        around = f"{ENGLISH}\n\n{text}\n\n{ENGLISH}"
        assert repair(around).text == f"{ENGLISH}\n\n{repair(text).text}\n\n{ENGLISH}"


class TestComposition:
    """`compose(text, first, second)` does what `first` and then `second` do."""

    @given(st.text(alphabet="abc", max_size=12), st.data())
    def test_composing_is_doing_one_after_the_other(self, text: str, draw: st.DataObject) -> None:
        first = draw.draw(_changes(text))
        between = replay(text, first)
        second = draw.draw(_changes(between))
        assert replay(text, compose(text, first, second)) == replay(between, second)


@st.composite
def _changes(draw: st.DrawFn, text: str) -> list[Repair]:
    cuts = sorted(draw(st.sets(st.integers(min_value=0, max_value=len(text)))))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [
        Repair(
            start=start,
            before=text[start:end],
            after=draw(st.text(alphabet="xyz", min_size=1, max_size=3)),
            rule="r",
        )
        for start, end in pairs
    ]


def _misread(text: str, encoding: str) -> str:
    """Return the UTF-8 of `text` read byte by byte in `encoding`, else cp1252, else latin-1."""
    read = ""
    for byte in text.encode():
        for table in (encoding, "cp1252", "latin-1"):
            character = bytes([byte]).decode(table, errors="ignore")
            if character:
                read += character
                break
    return read
