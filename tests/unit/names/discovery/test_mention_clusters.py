"""Which mentions are of one name: other spellings are, designations that only sound alike are not."""

import pytest

from l10n.model import Location
from l10n.names.discovery.mention_clusters import cluster_mentions
from l10n.names.discovery.mentions import Answer, Mention, Passage, PlacedText

PASSAGE = Passage(source=PlacedText(text="", locate=lambda _: Location(path="source/x.txt")), translations={})


def groups(*spellings: str) -> list[list[str]]:
    mentions = [Mention(spelling=one, start=0, passage=PASSAGE, answers={}) for one in spellings]
    return [[one.spelling for one in (*group.full, *group.parts)] for group in cluster_mentions(mentions)]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Yulia Peresild", "Joelia Peresild", "Юлия Пересильд"),
        ("Klim Shipenko", "Sjipenko"),
        ("SHIPENKO", "Sjipenko"),
        ("Bajkonoer", "Baikonur", "Байконур"),
        ("Oleg", "Aleg"),
        ("Soyuz MS-19", "Sojoez MS-19", "Союз МС-19"),
        ("GRUB", "Grub"),
        ("NASA", "NASA"),
    ],
)
def test_spellings_of_one_name_are_one_group(spellings: tuple[str, ...]) -> None:
    assert len(groups(*spellings)) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        ("MTA", "MDA"),
        ("CD", "SD"),
        ("B", "V"),
        ("UID", "UUID"),
        ("F1", "F11"),
        ("Soyuz MS-19", "Sojoez MS-18"),
        ("PPP", "PPPoE"),
        ("Mac", "MMC"),
    ],
)
def test_designations_and_short_words_that_sound_alike_are_two(spellings: tuple[str, ...]) -> None:
    assert groups(*spellings) == [[spelling] for spelling in spellings]


@pytest.mark.parametrize(
    ("spelling", "answer", "is_kept"),
    [
        ("USB", "USB", True),
        ("NASA", "НАСА", False),
        ("NASA", "Nasa", False),
        ("Linux", "Linux", False),
        ("F1", "", False),
    ],
)
def test_nobody_decides_on_a_designation_that_is_kept(spelling: str, answer: str, is_kept: bool) -> None:
    answers = {"nl": Answer(text=answer, start=0, quoted=False, whole=True)} if answer else {}
    mention = Mention(spelling=spelling, start=0, passage=PASSAGE, answers=answers)
    (group,) = cluster_mentions([mention])
    assert group.is_kept is is_kept
