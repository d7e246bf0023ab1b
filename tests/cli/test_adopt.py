"""`l10n adopt`: translations made before become the catalog's."""

from pathlib import Path

import pytest

from l10n.catalog import pofile
from tests.conftest import Command, snapshot


def catalog(folder: Path, locale: str) -> Path:
    return folder / "locales" / locale / "LC_MESSAGES" / "russian-actress-iss.po"


def texts(path: Path) -> dict[str, str]:
    live = pofile.read(path.read_bytes(), path.name).catalog("", "").live
    return {message.msgid: message.msgstr[0] for message in live}


@pytest.mark.parametrize("locale", ["nl", "en", "ru"])
def test_a_rendered_article_gives_back_its_translations(article: Path, l10n: Command, locale: str) -> None:
    before = texts(catalog(article, locale))
    l10n(article, "render", locale)
    catalog(article, locale).unlink()
    l10n(article, "extract")
    translated = f"build/{locale}/russian-actress-iss.txt"
    empty = snapshot(article)
    assert l10n(article, "adopt", translated, "--locale", locale, "--check").code == 1
    assert snapshot(article) == empty
    ran = l10n(article, "adopt", translated, "--locale", locale)
    assert (ran.code, ran.err.splitlines()[0].split(",")[0]) == (0, "11 messages filled")
    assert texts(catalog(article, locale)) == before
    again = l10n(article, "adopt", translated, "--locale", locale)
    assert again.err.splitlines()[-1] == "nothing to fill"


def test_what_nothing_proves_is_fuzzy(article: Path, l10n: Command) -> None:
    l10n(article, "render", "nl")
    catalog(article, "nl").unlink()
    l10n(article, "extract")
    l10n(article, "adopt", "build/nl/russian-actress-iss.txt", "--locale", "nl")
    live = pofile.read(catalog(article, "nl").read_bytes(), "nl.po").catalog("", "").live
    fuzzy = {message.msgid: message.fuzzy for message in live}
    assert fuzzy["The rocket launched this morning:"]
    assert not fuzzy["Tom Cruise wants too"]


def test_what_found_no_place_is_listed(article: Path, l10n: Command) -> None:
    l10n(article, "render", "nl")
    catalog(article, "nl").unlink()
    l10n(article, "extract")
    built = article / "build" / "nl" / "russian-actress-iss.txt"
    translated = built.read_text(encoding="utf-8").replace(
        "\n\n", "\n\nLees ook onze andere stukken van 1923.\n\n", 1
    )
    (article / "old.txt").write_text(translated, encoding="utf-8")
    ran = l10n(article, "adopt", "old.txt", "--locale", "nl", "--document", "source/russian-actress-iss.txt")
    assert ran.code == 0
    assert (
        "old.txt:3:1: could not be placed: “Lees ook onze andere stukken van 1923.”" in ran.err.splitlines()
    )
    assert "Lees ook onze andere stukken van 1923." not in texts(catalog(article, "nl")).values()


SUBTITLES = [
    ("00:00:01,000 --> 00:00:02,500", "We have ignition.", "We hebben ontsteking."),
    ("00:00:03,000 --> 00:00:05,000", "Nobody believes it.", "Niemand gelooft het."),
    ("00:00:06,100 --> 00:00:07,000", "Not even he.", "Zelfs hij niet."),
    ("00:00:08,000 --> 00:00:09,800", "Shall we go?", "Zullen we gaan?"),
    ("00:00:11,000 --> 00:00:12,200", "The end of it.", "Het einde ervan."),
    ("00:00:13,000 --> 00:00:13,900", "Really now.", "Nu echt."),
]


def subtitles(cues: list[tuple[str, str]]) -> str:
    return "\n".join(f"{number}\n{times}\n{text}\n" for number, (times, text) in enumerate(cues, 1))


def adopted(small: Path, l10n: Command, cues: list[tuple[str, str]]) -> tuple[dict[str, str], str]:
    """Return what is confirmed after adopting subtitles, and what was said."""
    source = subtitles([(times, text) for times, text, _ in SUBTITLES])
    (small / "source" / "film.srt").write_text(source, encoding="utf-8")
    (small / "film.srt").write_text(subtitles(cues), encoding="utf-8")
    l10n(small, "extract")
    ran = l10n(small, "adopt", "film.srt", "--locale", "nl")
    assert ran.code == 0
    path = small / "locales" / "nl" / "LC_MESSAGES" / "film.po"
    live = pofile.read(path.read_bytes(), path.name).catalog("", "").live
    found = {message.msgid: message.msgstr[0] for message in live if message.translated and not message.fuzzy}
    return found, ran.err


def test_subtitles_are_confirmed_by_their_times(small: Path, l10n: Command) -> None:
    found, _ = adopted(small, l10n, [(times, text) for times, _, text in SUBTITLES])
    assert found == {source: text for _, source, text in SUBTITLES}


@pytest.mark.parametrize("missing", range(6))
def test_a_missing_cue_moves_no_other(small: Path, l10n: Command, missing: int) -> None:
    cues = [(times, text) for times, _, text in SUBTITLES]
    del cues[missing]
    found, _ = adopted(small, l10n, cues)
    assert found.items() <= {source: text for _, source, text in SUBTITLES}.items()
    assert len(found) >= 3


@pytest.mark.parametrize("place", range(7))
def test_a_cue_of_the_translators_own_is_listed_and_moves_no_other(
    small: Path, l10n: Command, place: int
) -> None:
    cues = [(times, text) for times, _, text in SUBTITLES]
    own = (
        "00:00:00,100 --> 00:00:00,900"
        if place == 0
        else f"00:00:{cues[place - 1][0][-6:-4]},980 --> 00:00:{cues[place - 1][0][-6:-4]},999"
    )
    cues.insert(place, (own, "Vertaling: de redactie"))
    found, said = adopted(small, l10n, cues)
    assert found.items() <= {source: text for _, source, text in SUBTITLES}.items()
    assert len(found) >= 4
    assert "could not be placed: “Vertaling: de redactie”" in said


def test_what_a_person_has_translated_stays(article: Path, l10n: Command) -> None:
    before = snapshot(article)
    (article / "other.txt").write_text("Een titel\n\nIets heel anders.\n", encoding="utf-8")
    ran = l10n(
        article, "adopt", "other.txt", "--locale", "nl", "--document", "source/russian-actress-iss.txt"
    )
    assert ran.code == 0
    assert {name: content for name, content in snapshot(article).items() if name != "other.txt"} == before


def test_errors_say_what_to_do(article: Path, l10n: Command) -> None:
    missing = l10n(
        article, "adopt", "nowhere.txt", "--locale", "nl", "--document", "source/russian-actress-iss.txt"
    )
    assert (missing.code, missing.err) == (2, "l10n: nowhere.txt: there is no such file\n")
    (article / "other.txt").write_text("Een titel\n", encoding="utf-8")
    unknown = l10n(article, "adopt", "other.txt", "--locale", "nl")
    assert unknown.code == 2
    assert "it is not clear which source this translates" in unknown.err
    assert "--document" in unknown.err
    assert l10n(article, "adopt", "other.txt", "--locale", "fr").code == 2
