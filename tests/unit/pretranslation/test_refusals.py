"""A refusal in words is no translation, and a text that is sorry itself is translated."""

import re

import pytest

from l10n.languages.scripts import script_of
from l10n.pretranslation.answers import accepted
from l10n.pretranslation.masking import Refusal, mask
from l10n.pretranslation.refusals import refusal_in, refusals

EVERY = [(one.locale, sample) for one in refusals() for sample in one.samples]
SOURCES = {
    "en": "The rocket flew away from the desert this morning.",
    "nl": "De raket is vanmorgen uit de woestijn weggevlogen.",
    "ru": "Сегодня утром ракета улетела из пустыни.",
    "pl": "Rakieta odleciała dziś rano z pustyni.",
}


class TestTheData:
    def test_every_language_has_an_authority_samples_and_words_as_they_are_compared(self) -> None:
        assert {"en", "nl", "ru"} <= {one.locale for one in refusals()}
        assert len({one.locale for one in refusals()}) == len(refusals())
        for one in refusals():
            assert one.authority
            assert one.samples
            for text in (*one.openings, *one.regrets):
                assert text == text.casefold().replace("’", "'").strip()

    @pytest.mark.parametrize(("locale", "sample"), EVERY)
    @pytest.mark.parametrize("source", SOURCES)
    def test_every_sample_is_refused_in_the_language_that_was_asked_for(
        self, locale: str, sample: str, source: str
    ) -> None:
        assert refusal_in(sample, SOURCES[source], source, locale)

    @pytest.mark.parametrize(("locale", "sample"), EVERY)
    def test_every_sample_may_be_said_by_the_source_and_is_its_own_translation(
        self, locale: str, sample: str
    ) -> None:
        for other, answer in EVERY:
            assert not refusal_in(answer, sample, locale, other)


class TestAnAnswer:
    @pytest.mark.parametrize(
        "answer",
        [
            "Het spijt me, maar ik kan dit artikel over oorlog niet voor u vertalen.",
            "“Het spijt me.” Ik kan daar niet bij helpen, vraag het iemand anders.",
            "I'm sorry, but I can't help with translating this one.",
            "Извините, но я не могу перевести эту новость для вас.",
        ],
    )
    @pytest.mark.parametrize("locale", ["nl", "ru"])
    def test_a_refusal_in_whatever_language_is_refused_with_the_reason(
        self, answer: str, locale: str
    ) -> None:
        script = script_of(locale)
        found = accepted(mask(SOURCES["en"]), answer, script, ("en", locale))
        assert isinstance(found, Refusal)
        assert "refuses in words" in found.reason

    @pytest.mark.parametrize(
        ("source_locale", "source", "locale", "answer"),
        [
            ("en", "I'm sorry, but I can't come.", "nl", "Het spijt me, maar ik kan niet komen."),
            ("en", "“Sorry, I can’t come,” he said.", "ru", "«Извините, но я не могу прийти», — сказал он."),
            ("nl", "Helaas kan ik niet komen.", "en", "Unfortunately, I can't come."),
            ("ru", "Простите, но я занят.", "en", "I'm sorry, but I am busy."),
            ("en", "My condolences.", "nl", "Het spijt me voor je."),
            # nobody has written down how Turkish is sorry: what may be a translation is one
            ("tr", "Üzgünüm ama gelemem.", "nl", "Het spijt me, maar ik kan niet komen."),
            ("en", "He said that he was there.", "nl", "Hij zei dat het spijt me te laat was."),
            ("en", "The model flew away.", "ru", "Модель улетела."),
        ],
    )
    def test_a_source_that_is_sorry_is_translated(
        self, source_locale: str, source: str, locale: str, answer: str
    ) -> None:
        script = script_of(locale)
        assert accepted(mask(source), answer, script, (source_locale, locale)) == re.sub(r"\s+", " ", answer)

    def test_where_nobody_knows_how_the_source_is_sorry_another_language_than_asked_for_is_a_refusal(
        self,
    ) -> None:
        assert refusal_in("I'm sorry, but I can't help with that.", "Üzgünüm ama gelemem.", "tr", "nl")
