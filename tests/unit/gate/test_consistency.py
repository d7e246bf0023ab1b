"""Holding the translations of all documents together."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog.catalog import Catalog, Message
from l10n.gate.consistency import CODES, Wording, inconsistencies, numbers_of, wordings


@dataclass(frozen=True)
class Kept:
    """The wordings of a catalog, as they are."""

    name: str
    messages: tuple[tuple[str, str], ...]
    locale: str = "nl"

    @property
    def numbers(self) -> "array[int]":
        return array("q", [number for wording in self.all() for number in numbers_of(wording)])

    def wordings(self, wanted: Sequence[int]) -> Iterator[Wording]:
        return map(self.all().__getitem__, wanted)

    def all(self) -> list[Wording]:
        messages = tuple(
            Message(msgid=msgid, msgstr=(msgstr,), line=line)
            for line, (msgid, msgstr) in enumerate(self.messages, 1)
        )
        return list(wordings(Catalog(locale="nl", domain="x", messages=messages)))


SOURCES = st.sampled_from(("they saw it", "they saw it.", "we saw it", "it was seen", "Saw"))
TARGETS = st.sampled_from(("zij zagen het", "Zij zagen het!", "wij zagen het", "het", ""))
PROJECTS = st.lists(
    st.dictionaries(SOURCES, TARGETS, max_size=4).map(lambda texts: tuple(texts.items())), max_size=5
).map(lambda all_texts: [Kept(f"{number}.po", texts) for number, texts in enumerate(all_texts)])


class TestInconsistencies:
    """Law: of the wordings that are not consistent the most frequent one is taken for what is meant, of equal ones
    the first; the others are reported, each with the place of that one."""

    @given(PROJECTS)
    def test_consistent_projects_have_none_and_others_have_some(self, project: list[Kept]) -> None:
        found = list(inconsistencies(project, CODES))
        known: dict[tuple[str, str], set[str]] = {}
        for catalog in project:
            for wording in catalog.all():
                source, target = wording.key[1], wording.msgstr
                known.setdefault(("source", source), set()).add(target)
                if " " in target:
                    folded = source.rstrip(".")
                    known.setdefault(("target", target.rstrip("!").casefold()), set()).add(folded)
        assert bool(found) == any(len(others) > 1 for others in known.values())

    @given(PROJECTS)
    def test_each_names_a_place_that_is_not_its_own(self, project: list[Kept]) -> None:
        for placed in inconsistencies(project, CODES):
            own = f"{placed.finding.location.path}:{placed.finding.location.line}"
            assert own not in placed.finding.message.split(": ")[-1].split(" ")

    @given(PROJECTS)
    def test_each_message_has_at_most_one_of_each_code(self, project: list[Kept]) -> None:
        found = [
            (one.finding.code, one.finding.location.path, one.key) for one in inconsistencies(project, CODES)
        ]
        assert len(found) == len(set(found))

    def test_of_equal_ones_the_first_is_meant(self) -> None:
        project = [
            Kept("a.po", (("they saw it", "zij zagen het"),)),
            Kept("b.po", (("they saw it", "men zag het"),)),
        ]
        assert [one.finding.location.path for one in inconsistencies(project, CODES)] == ["b.po"]
        assert [one.finding.location.path for one in inconsistencies(project[::-1], CODES)] == ["a.po"]

    def test_what_is_not_asked_for_is_not_found(self) -> None:
        project = [
            Kept("a.po", (("they saw it", "zij zagen het"),)),
            Kept("b.po", (("they saw it", "men zag het"),)),
        ]
        assert not list(inconsistencies(project, ["reused-translation"]))


@pytest.mark.parametrize(
    ("first", "second"),
    [("वह आई थी", "वह आए थे"), ("ไปที่บ้านของเขาวันนี้", "ไปที่บ้านของเขาวันนี"), ("café là", "cafe là")],
)
def test_vowel_signs_and_accents_are_no_end_marks(first: str, second: str) -> None:
    one, other = (numbers_of(Wording(key=(None, text), msgstr=text, line=1)) for text in (first, second))
    assert one[2:] != other[2:]


@pytest.mark.parametrize(
    ("text", "is_compared"),
    [
        ("Read more", True),
        ("Read", False),
        ("Well-known", False),
        ("Read More", False),
        ("他们昨天在北京看到了他", False),
        ("他们昨天在北京看到了他的老朋友。", True),
        ("हिन्दी", False),
        ("हिन्दी में", True),
        ("2 + 2 = 4", False),
        ("{a} {b}", True),
    ],
)
def test_texts_of_one_word_and_names_are_not_compared(text: str, is_compared: bool) -> None:
    assert bool(Kept("a.po", ((text, "iets anders"),)).all()) is is_compared


class TestWhatIsUnpacked:
    """Texts are asked for once for each catalog and code, and only those that a finding names."""

    def test_texts_that_agree_are_not_asked_for(self) -> None:
        asked: list[tuple[str, Sequence[int]]] = []

        class Watched(Kept):
            def wordings(self, wanted: Sequence[int]) -> Iterator[Wording]:
                asked.append((self.name, list(wanted)))
                return Kept.wordings(self, wanted)

        texts = tuple(
            (f"they saw it on day {number}", f"zij zagen het op dag {number}") for number in range(50)
        )
        project = [Watched(f"{number}.po", texts) for number in range(9)]
        assert not list(inconsistencies(project, CODES))
        assert not [wanted for _, wanted in asked if wanted]
        changed = (*texts[:7], (texts[7][0], "men zag het die dag"), *texts[8:])
        project.append(Watched("9.po", changed))
        asked.clear()
        assert len(list(inconsistencies(project, CODES))) == 1
        assert [(name, wanted) for name, wanted in asked if wanted] == [("0.po", [7]), ("9.po", [7])]
        assert len(asked) <= len(project) * len(CODES)
