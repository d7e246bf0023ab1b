"""What a service leaves as the source writes it is written as the locale does; what is not certain stays."""

import pytest

from l10n.pretranslation.draft_conventions import set_right

CASES = [
    ("nl", "At 2.15 pm they land.", "Om 2.15 pm landen ze.", "Om 14.15 uur landen ze."),
    ("nl", "At 2.15 pm they land.", "Om 2:15 pm uur landen ze.", "Om 14.15 uur landen ze."),
    ("ru", "At 2.15 p.m. they land.", "В 2.15 p.m. они сядут.", "В 14:15 они сядут."),
    ("ru", "They land at 2.15 p.m.", "Они сядут в 2.15 p.m.", "Они сядут в 14:15."),
    ("ru", "It is 1,234.5 miles away.", "До него 1,234.5 miles.", "До него 1\u00a0234,5\u00a0ми."),
    ("ru", "It is 430 km up.", "Он на высоте 430 km.", "Он на высоте 430\u00a0км."),
    ("ru", "Some 7% agree.", "Около 7% согласны.", "Около 7\u00a0% согласны."),
    ("nl", "Some 12,500 people came.", "Er kwamen zo’n 12,500 mensen.", "Er kwamen zo’n 12.500 mensen."),
]
LEFT_ALONE = [
    ("nl", "From 2 to 4 pm.", "Van 2 tot 4 pm."),  # the 2 would stay a morning hour
    ("nl", "At 2.15 pm they land.", "Om 2.15 am landen ze."),  # not the time of the source: a finding
    ("ru", "At 2.15 p.m. Moscow time.", "В 2.15 p.m. Москва."),  # the point may end a sentence
    ("nl", "On 5G, in 3 days.", "Op 5G, in 3 days."),
    ("nl", "Version 2.5 is out.", "Versie 2.5 is uit."),
    ("nl", "At 14:15 they land.", "Om 14:15 landen ze."),
]


def nothing(_text: str) -> tuple[tuple[int, int], ...]:
    return ()


@pytest.mark.parametrize(("locale", "source", "draft", "right"), CASES)
def test_what_was_left_is_written_as_the_locale_does(
    locale: str, source: str, draft: str, right: str
) -> None:
    found = set_right(draft, nothing, source, "en", locale)
    assert found.replace("\u202f", "\u00a0") == right


@pytest.mark.parametrize(("locale", "source", "draft"), LEFT_ALONE)
def test_what_is_not_certain_stays(locale: str, source: str, draft: str) -> None:
    assert set_right(draft, nothing, source, "en", locale) == draft


@pytest.mark.parametrize(
    ("source_locale", "locale", "source", "draft", "right"),
    [
        ("nl", "en", "Om 14.15 uur landen ze.", "They land at 14.15 uur.", "They land at 2:15 p.m."),
        ("nl", "ru", "Er zijn nu 1.234 mensen.", "Там уже 1.234 человека.", "Там уже 1\u00a0234 человека."),
    ],
)
def test_it_does_so_between_any_two_locales(
    source_locale: str, locale: str, source: str, draft: str, right: str
) -> None:
    assert set_right(draft, nothing, source, source_locale, locale) == right
