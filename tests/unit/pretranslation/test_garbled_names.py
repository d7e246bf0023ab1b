"""200 sentences with names in every position, through a service that garbles the names."""

import itertools
from collections.abc import Iterable, Mapping

import pytest

from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.reader import read_registry
from l10n.pretranslation.draft_names import Settled, settle, shielded
from l10n.pretranslation.masking import mask, unmask
from tests.conftest import ROOT
from tests.servers.garbling import CASES, GARBLES, Sentence

LOCALES = ("nl", "en", "ru")
# the six forms, each as a Russian writes it
PERSONS: Mapping[str, tuple[str, bool, tuple[str, ...]]] = {
    "Joelia Peresild": (
        "yulia-peresild",
        True,
        (
            "Юлия Пересильд",
            "Юлии Пересильд",
            "Юлии Пересильд",
            "Юлию Пересильд",
            "Юлией Пересильд",
            "Юлии Пересильд",
        ),
    ),
    "Klim Sjipenko": (
        "klim-shipenko",
        False,
        (
            "Клим Шипенко",
            "Клима Шипенко",
            "Климу Шипенко",
            "Клима Шипенко",
            "Климом Шипенко",
            "Климе Шипенко",
        ),
    ),
    "Anton Shkaplerov": (
        "anton-shkaplerov",
        False,
        (
            *("Антон Шкаплеров", "Антона Шкаплерова", "Антону Шкаплерову"),
            *("Антона Шкаплерова", "Антоном Шкаплеровым", "Антоне Шкаплерове"),
        ),
    ),
    "Tom Cruise": (
        "tom-cruise",
        False,
        ("Том Круз", "Тома Круза", "Тому Крузу", "Тома Круза", "Томом Крузом", "Томе Крузе"),
    ),
    "Elon Musk": (
        "elon-musk",
        False,
        ("Илон Маск", "Илона Маска", "Илону Маску", "Илона Маска", "Илоном Маском", "Илоне Маске"),
    ),
    "Dennis Kleijn": (
        "dennis-kleyn",
        False,
        (
            "Деннис Клейн",
            "Денниса Клейна",
            "Деннису Клейну",
            "Денниса Клейна",
            "Деннисом Клейном",
            "Деннисе Клейне",
        ),
    ),
}
# of these the registry has only the right forms
UNSEEN: Mapping[str, tuple[str, bool, tuple[str, ...]]] = {
    "Zhanna Friske": (
        "zhanna-friske",
        True,
        ("Жанна Фриске", "Жанны Фриске", "Жанне Фриске", "Жанну Фриске", "Жанной Фриске", "Жанне Фриске"),
    ),
    "Mikhail Tyurin": (
        "mikhail-tyurin",
        False,
        (
            *("Михаил Тюрин", "Михаила Тюрина", "Михаилу Тюрину"),
            *("Михаила Тюрина", "Михаилом Тюриным", "Михаиле Тюрине"),
        ),
    ),
    "Valeri Polyakov": (
        "valeri-polyakov",
        False,
        (
            *("Валерий Поляков", "Валерия Полякова", "Валерию Полякову"),
            *("Валерия Полякова", "Валерием Поляковым", "Валерии Полякове"),
        ),
    ),
    "Svetlana Savitskaya": (
        "svetlana-savitskaya",
        True,
        (
            *("Светлана Савицкая", "Светланы Савицкой", "Светлане Савицкой"),
            *("Светлану Савицкую", "Светланой Савицкой", "Светлане Савицкой"),
        ),
    ),
}
EVERYBODY = {**PERSONS, **UNSEEN}
SENTENCES = tuple(
    Sentence(source=source, target=target, case=case)
    for source, target, case in (
        ("{} is going into space.", "{} отправляется в космос.", "nominative"),
        ("He flew there with {}.", "Он летал туда с {}.", "instrumental"),
        ("They spoke for hours about {}.", "Они часами говорили при {}.", "prepositional"),
        ("A letter from {} came late.", "Письмо от {} пришло поздно.", "genitive"),
        ("Thanks to {}, it worked.", "Благодаря {} все получилось.", "dative"),
        ("Nobody can do it without {}, they say.", "Без {} никто этого не сделает, говорят они.", "genitive"),
        ("“{} is right,” they said.", "«{} знает, что делает», — сказали они.", "nominative"),
        ("Soon they will go to {}.", "Скоро они поедут к {}.", "dative"),
        ("He voted for {}.", "Он проголосовал за {}.", "accusative"),
        ("All of this is the work of {}.", "Все это работа {}.", "genitive"),
        # positions in which only the form itself can show the case
        ("Yesterday they saw {} in the studio.", "Вчера они видели {} в студии.", "accusative"),
        ("They gave {} a medal.", "Они вручили {} медаль.", "dative"),
        ("In the studio {} laughed aloud.", "В студии громко смеется {}.", "nominative"),
    )
)
SHOWN_ONLY_BY_THE_FORM = SENTENCES[-3:]
UNDECLINED = ("left in Latin", "letter by letter, not declined")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    text = (ROOT / "locales" / "names.toml").read_text(encoding="utf-8")
    for name, (entry, is_female, forms) in UNSEEN.items():
        text += (
            f'\n[[name]]\nid = "{entry}"\nkind = "person"\ngender = "{"female" if is_female else "male"}"\n'
            f'native = "{forms[0]}"\nlanguage = "ru"\nbecause = "test"\nnl = {{ preferred = "{name}" }}\n'
            f'en = {{ preferred = "{name}" }}\nru = {{ preferred = "{forms[0]}" }}\n'
        )
    return compile_lexicon(read_registry(text, "locales/names.toml", LOCALES), LOCALES)


def translated(sentence: Sentence, name: str, garble: str, lexicon: Lexicon) -> tuple[Settled, str]:
    """Return what becomes of a sentence on the whole way, and what it should be."""
    _, is_female, forms = EVERYBODY[name]
    right = forms[CASES.index(sentence.case)]
    source = sentence.source.format(name)
    named = shielded(source, "en", "ru", lexicon)
    masked = mask(named.text, (), named.shields)
    before, _, after = sentence.source.partition("{}")
    assert masked.text.startswith(before)
    assert masked.text.endswith(after)
    sent = masked.text[len(before) : len(masked.text) - len(after)]
    garbled = sent if named.shields else GARBLES[garble](sent, right, sentence.case, is_female)
    answer = sentence.target.format(garbled)
    text = unmask(masked, answer)
    assert isinstance(text, str)
    return settle(text, source, "en", "ru", lexicon), sentence.target.format(right)


def every_sentence(persons: Iterable[str]) -> list[tuple[Sentence, str, str]]:
    """The sentences of a service that shows the case where it can be shown nowhere else."""
    return [
        (sentence, name, garble)
        for sentence, name, garble in itertools.product(SENTENCES, persons, GARBLES)
        if garble not in UNDECLINED or sentence not in SHOWN_ONLY_BY_THE_FORM
    ]


class TestGarbledNames:
    @pytest.mark.parametrize("persons", [PERSONS, UNSEEN], ids=["of the article", "with right forms only"])
    def test_nearly_all_names_are_right_in_form_and_case_and_no_wrong_one_is_left_without_a_finding(
        self, lexicon: Lexicon, persons: Mapping[str, object]
    ) -> None:
        cases = every_sentence(persons)
        assert len(cases) >= 200
        wrong, silent = [], []
        for sentence, name, garble in cases:
            settled, right = translated(sentence, name, garble, lexicon)
            if settled.text != right:
                wrong.append((garble, settled, right))
                if EVERYBODY[name][0] not in settled.unplaced:
                    silent.append((garble, settled, right))
        assert silent == []
        assert len(wrong) <= 0.02 * len(cases), wrong

    def test_a_right_draft_stays_as_it_is(self, lexicon: Lexicon) -> None:
        for sentence, (name, (_, __, forms)) in itertools.product(SENTENCES, EVERYBODY.items()):
            right = sentence.target.format(forms[CASES.index(sentence.case)])
            assert settle(right, sentence.source.format(name), "en", "ru", lexicon) == Settled(
                text=right, unplaced=()
            )

    def test_where_nobody_can_tell_the_case_it_is_a_finding(self, lexicon: Lexicon) -> None:
        for sentence, name, garble in itertools.product(SHOWN_ONLY_BY_THE_FORM, EVERYBODY, UNDECLINED):
            settled, right = translated(sentence, name, garble, lexicon)
            assert settled.text == right or EVERYBODY[name][0] in settled.unplaced, (garble, settled, right)
