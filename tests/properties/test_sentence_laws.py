"""The short ways to sentences, and to which answers which, give what the long ones give."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yasbd import BoundaryDetector

from l10n.catalog import alignment
from l10n.catalog.alignment import Measured, beads
from l10n.catalog.sentences import sentences
from tests.conftest import tries

# words of the languages, with what ends many a sentence and many an abbreviation
WORDS = {
    "en": "the rocket He They Mr Dr Prof etc vs Inc St approx Sept No p fig Smith USA US am Co Gen al a-b John’s",
    "nl": "de raket Hij Zij dhr mevr prof bijv enz bv nr blz Jan Sept drs ir zgn foto’s stad Het Een o.a kilo-",
    "ru": "он ракета Москва г гг ул им др пр стр рис тыс млн Они Это акад проф А Б город, г-н долл э",
}
BETWEEN = st.sampled_from([" ", " ", ". ", ". ", "! ", "? ", ", ", ".\n", "… ", ": ", " 5 ", " (", ") "])


def texts(language: str) -> st.SearchStrategy[str]:
    known = WORDS[language].split()
    words = st.one_of(st.sampled_from(known), st.sampled_from(known).map(str.capitalize))
    return st.lists(st.tuples(words, BETWEEN), max_size=12).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    )


class TestSentences:
    """Law: a plain text is cut where the detector cuts it."""

    @settings(max_examples=tries(300))
    @given(
        st.sampled_from(sorted(WORDS)).flatmap(lambda language: st.tuples(st.just(language), texts(language)))
    )
    def test_a_text_is_cut_where_the_detector_cuts_it(self, found: tuple[str, str]) -> None:
        language, text = found
        text = text.strip()
        detector = BoundaryDetector(language, preserve_quote_and_paren=False)
        places = [0, *(end for end in detector.detect(text) if 0 < end < len(text)), len(text)]
        cut = tuple(text[start:end] for start, end in pairwise(places) if end > start) if text else ()
        assert len(sentences(text, language)) == 1 or sentences(text, language) == cut
        if len(cut) > 1:
            assert sentences(text, language) == cut


MEASURED = st.builds(
    lambda length, figures: Measured(length, "", Counter(figures)),
    st.integers(1, 200),
    st.lists(st.sampled_from(["5", "12"]), max_size=3),
)


class TestBeads:
    """Law: the straight way is taken only where it is the cheapest of all."""

    @settings(max_examples=tries(200))
    @given(st.lists(st.tuples(MEASURED, st.floats(0.5, 1.6)), max_size=8))
    def test_the_straight_way_is_the_cheapest(self, drawn: list[tuple[Measured, float]]) -> None:
        ours = [one for one, _ in drawn]
        theirs = [Measured(max(1, int(one.length * ratio)), "", one.anchors) for one, ratio in drawn]
        found = beads(ours, theirs)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(alignment, "_straight", lambda *_: ())
            assert beads(ours, theirs) == found
