"""Laws of `l10n.names.transcription.back_transcription` and `l10n.names.transcription.conversion`."""

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.languages.transcription import targets_of
from l10n.names.transcription.back_transcription import back_transcribe
from l10n.names.transcription.conversion import convert
from l10n.names.transliteration.house_schemes import transcribe_to
from tests.conftest import tries

LOCALES = st.sampled_from(["nl", "en", "de", "fr", "ru"])
TEXTS = st.text(max_size=30) | st.text(alphabet="abcdefghijklmnoprstuvyz' -.äéšž", max_size=24)
SURNAMES = st.sampled_from(
    [
        "Ахматова", "Булгаков", "Гагарин", "Гоголь", "Гончаров", "Дудинцев", "Ковалевская", "Лермонтов", "Мандельштам",
        "Некрасов", "Островский", "Пастернак", "Путин", "Савицкая", "Тургенев", "Ушаков", "Фадеев", "Чехов", "Шолохов",
    ]
)  # fmt: skip


class TestProbabilities:
    """\"The probabilities sum to at most 1\", and the best comes first."""

    @given(TEXTS, LOCALES)
    @settings(max_examples=tries(60))
    def test_readings(self, text: str, locale: str) -> None:
        shares = [reading.probability for reading in back_transcribe(text, locale, candidates=10)]
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) <= 1 + 1e-9
        assert shares == sorted(shares, reverse=True)

    @given(TEXTS, LOCALES, LOCALES)
    @settings(max_examples=tries(60))
    def test_forms(self, text: str, source: str, target: str) -> None:
        forms = convert(text, source, target, candidates=10)
        shares = [form.probability for form in forms]
        assert forms
        assert sum(shares) <= 1 + 1e-9
        assert shares == sorted(shares, reverse=True)
        assert len({form.form for form in forms}) == len(forms)


class TestDeterministic:
    """The same name gives the same readings, whatever was read before."""

    @given(TEXTS, LOCALES)
    @settings(max_examples=tries(40))
    def test_twice(self, text: str, locale: str) -> None:
        from l10n.names.transcription import back_transcription as reading
        from l10n.names.transcription import name_origin as origins
        from l10n.names.transcription import word_candidates as spelling

        first = back_transcribe(text, locale)
        reading._read.cache_clear()
        spelling.russian_spellings.cache_clear()
        spelling.mixed_spellings.cache_clear()
        origins.guess_origins.cache_clear()
        assert back_transcribe(text, locale) == first


class TestRound:
    """Writing a name by the house scheme of a locale and reading it there gives the name among the readings."""

    @given(SURNAMES, st.sampled_from(targets_of()))
    @settings(max_examples=tries(80))
    def test_round(self, native: str, locale: str) -> None:
        readings = back_transcribe(
            f"Анна {native}".replace("Анна", transcribe_to("Анна", locale)).replace(
                native, transcribe_to(native, locale)
            ),
            locale,
            candidates=10,
        )
        assert f"Анна {native}" in {reading.native for reading in readings}
