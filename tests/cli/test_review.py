"""`l10n review`: one page for the project, also when a part of it cannot be read."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from l10n.project import find_project
from l10n.review.writing import write_page
from l10n.workflow.review import open_page
from tests.conftest import Command, snapshot

NL = "locales/nl/LC_MESSAGES/russian-actress-iss.po"
RU = "locales/ru/LC_MESSAGES/russian-actress-iss.po"


def replace_in(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def page(folder: Path) -> str:
    return (folder / "build" / "review.html").read_text(encoding="utf-8")


def rows(text: str) -> list[str]:
    return re.findall(r'<tr role="row" id="m\d+".*?</tr>', text, re.DOTALL)


def test_every_message_is_a_row_with_a_cell_for_each_locale(article: Path, l10n: Command) -> None:
    ran = l10n(article, "review")
    assert (ran.code, ran.out, ran.err) == (0, "", "wrote build/review.html\n")
    found = rows(page(article))
    assert len(found) == 11
    for row in found:
        assert re.findall(r'<td [^>]*lang="(\w+)" dir="ltr"', row) == ["en", "nl", "en", "ru"]


def test_a_second_run_changes_nothing_and_check_says_so(article: Path, l10n: Command) -> None:
    assert l10n(article, "review", "--check").code == 1
    assert not (article / "build").exists()
    l10n(article, "review")
    before = snapshot(article)
    ran = l10n(article, "review", "--check")
    assert (ran.code, ran.err) == (0, "the page is up to date\n")
    l10n(article, "review")
    assert snapshot(article) == before


def test_one_name_has_one_colour_in_all_columns_and_an_entry_below(article: Path, l10n: Command) -> None:
    l10n(article, "review")
    text = page(article)
    row = next(row for row in rows(text) if "Baikonur" in row)
    marks = re.findall(r'<a class="n (c\d+)" href="#(name-\d+)"[^>]*>(Bajkonoer|Baikonur|Байконур)</a>', row)
    assert [name for _, _, name in marks] == ["Baikonur", "Bajkonoer", "Baikonur", "Байконур"]
    assert len({colour for colour, _, _ in marks}) == len({entry for _, entry, _ in marks}) == 1
    card = re.search(rf'id="{marks[0][1]}".*?</article>', text, re.DOTALL)
    assert card is not None
    for said in ("baikonur", "Lijst van buitenlandse aardrijkskundige namen", "locales/names.toml:"):
        assert said in card[0]


def test_states_findings_and_differences_are_shown_where_they_belong(article: Path, l10n: Command) -> None:
    replace_in(article / NL, 'msgstr "De raket is vanmorgen gelanceerd:"', 'msgstr ""')
    replace_in(article / RU, "оператор Клим Шипенко", "оператор Клим Щипенко")
    replace_in(article / "source" / "russian-actress-iss.txt", "Baikonur base", "Baikonur cosmodrome")
    l10n(article, "extract")
    assert l10n(article, "review").code == 0
    found = rows(page(article))
    changed = next(row for row in found if "cosmodrome" in row)
    assert changed.count("<del>base</del><ins>cosmodrome</ins>") == 3
    assert changed.count('data-s="fuzzy" data-c="fuzzy-message"') == 3
    rocket = next(row for row in found if "rocket" in row)
    assert re.findall(r'data-s="(\w+)"', rocket) == ["untranslated", "translated", "translated"]
    assert 'data-c="missing-translation"' in rocket
    wrong = next(row for row in found if "Щипенко" in row)
    assert 'title="Suggested: Шипенко">Щипенко</span>' in wrong
    assert "names fix" in wrong


def test_a_broken_catalog_is_an_error_on_the_page_and_the_rest_is_there(article: Path, l10n: Command) -> None:
    replace_in(article / NL, 'msgid "The rocket', "msgid The rocket")
    ran = l10n(article, "review")
    assert ran.code == 2
    assert re.match(rf"l10n: {NL}:\d+:\d+: ", ran.err)
    text = page(article)
    assert re.search(rf'class="problem".*?{NL}:\d+', text, re.DOTALL)
    states = re.findall(r'data-s="(\w+)"', text)
    assert states[:3] == ["unreadable", "translated", "translated"]


def test_findings_of_other_locales_stay_when_one_cannot_be_read(article: Path, l10n: Command) -> None:
    replace_in(article / NL, 'msgid "The rocket', "msgid The rocket")
    replace_in(article / RU, "оператор Клим Шипенко", "оператор Клим Щипенко")
    l10n(article, "review")
    assert "inconsistent-name" in page(article)


def test_findings_of_other_documents_stay_when_one_catalog_cannot_be_read(
    article: Path, l10n: Command
) -> None:
    (article / "source" / "more.txt").write_text("One more.\n", encoding="utf-8")
    l10n(article, "extract")
    replace_in(article / NL, 'msgid "The rocket', "msgid The rocket")
    l10n(article, "review")
    more = next(row for row in rows(page(article)) if "One more." in row)
    assert more.count('data-c="missing-translation"') == 3


def test_a_broken_registry_leaves_the_texts(article: Path, l10n: Command) -> None:
    (article / "locales" / "names.toml").write_text("[[name]\n", encoding="utf-8")
    ran = l10n(article, "review")
    assert ran.code == 2
    text = page(article)
    assert len(rows(text)) == 11
    assert "this is not TOML" in text
    assert 'class="n ' not in text


def test_a_broken_source_leaves_the_other_one(article: Path, l10n: Command) -> None:
    (article / "source" / "broken.txt").write_bytes(b"\xff\xfe\xff")
    ran = l10n(article, "review")
    assert ran.code == 2
    assert "source/broken.txt" in page(article)
    assert len(rows(page(article))) == 11


def test_texts_not_extracted_yet_and_texts_that_are_gone(article: Path, l10n: Command) -> None:
    replace_in(article / "source" / "russian-actress-iss.txt", "Tom Cruise wants too", "He wants too")
    assert l10n(article, "review").code == 0
    found = rows(page(article))
    assert next(row for row in found if "He wants too" in row).count("Not in the catalog yet") == 3
    assert "No longer in the source" in next(row for row in found if 'class="gone ' in row)


def test_one_document_and_some_locales(article: Path, l10n: Command) -> None:
    (article / "source" / "more.txt").write_text("One more.\n", encoding="utf-8")
    l10n(article, "extract")
    out = article / "page.html"
    ran = l10n(article, "review", "ru", "--document", "source/more.txt", "-o", str(out))
    assert ran.code == 0
    text = out.read_text(encoding="utf-8")
    assert len(rows(text)) == 1
    assert re.findall(r'<td [^>]*lang="(\w+)"', text) == ["en", "ru"]
    assert "russian-actress" not in text


def test_a_document_that_is_not_there_and_no_document_at_all(article: Path, l10n: Command) -> None:
    ran = l10n(article, "review", "--document", "source/russian-actress.txt")
    assert (ran.code, ran.err.splitlines()) == (
        2,
        [
            "l10n: source/russian-actress.txt: there is no such document",
            "  hint: did you mean 'source/russian-actress-iss.txt'?",
        ],
    )
    shutil.rmtree(article / "source")
    assert l10n(article, "review").code == 2
    assert not (article / "build").exists()


def test_the_page_asks_for_nothing_and_allows_nothing(article: Path, l10n: Command) -> None:
    l10n(article, "review")
    text = page(article)
    assert re.search(r"default-src &#39;none&#39;; script-src &#39;sha256-[\w+/=]{44}&#39;; style-src", text)
    markup = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", text, flags=re.DOTALL)
    assert re.findall(r"<(?:img|iframe|object|embed|link|base|form action)[ >]", markup) == []
    assert re.findall(r"\s(?:src|srcset|style|on\w+|action)=", markup) == []
    assert set(re.findall(r'href="(.)', markup)) == {"#"}
    assert text.count("<script") == text.count("<style") == 1


def commit(folder: Path, day: str) -> None:
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{
            f"GIT_{who}_{what}": "test@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        **{f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")},
    }
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", day]):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment)


def test_git_tells_how_each_locale_came_where_it_is(article: Path, l10n: Command) -> None:
    complete = (article / NL).read_bytes()
    replace_in(article / NL, 'msgstr "De raket is vanmorgen gelanceerd:"', 'msgstr ""')
    commit(article, "2026-01-02")
    replace_in(article / NL, 'msgstr "Tom Cruise wil ook"', 'msgstr ""')
    commit(article, "2026-02-03")
    (article / NL).write_bytes(complete)
    l10n(article, "review")
    text = page(article)
    lines = re.findall(r'class="line".*?aria-label="([^"]*)"><polyline points="([^"]*)"', text)
    assert lines == [
        ("From 90% on 2026-01-02 to 100%", "0,3.6 120,7.3 240,0"),
        ("From 100% on 2026-01-02 to 100%", "0,0 120,0 240,0"),
        ("From 100% on 2026-01-02 to 100%", "0,0 120,0 240,0"),
    ]


def test_a_catalog_that_was_broken_once_is_left_out_of_the_picture(article: Path, l10n: Command) -> None:
    sound = (article / NL).read_bytes()
    (article / NL).write_bytes(b"msgid ?\n")
    commit(article, "2026-01-02")
    (article / NL).write_bytes(sound)
    commit(article, "2026-01-03")
    assert l10n(article, "review").code == 0
    assert "From 100% on 2026-01-03" in page(article)


def test_each_document_has_a_bar_for_each_locale(article: Path, l10n: Command) -> None:
    replace_in(article / NL, 'msgstr "De raket is vanmorgen gelanceerd:"', 'msgstr ""')
    l10n(article, "review")
    bars = re.findall(r'<svg class="bar".*?aria-label="([^"]*)"', page(article))
    assert (
        bars
        == ["10 of 11 translated, 0 fuzzy, 1 not translated"]
        + ["11 of 11 translated, 0 fuzzy, 0 not translated"] * 2
    )


def test_it_opens_the_page_it_wrote(article: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    l10n(article, "review", "--open")
    l10n(article, "review", "--open", "--check")
    assert opened == [(article / "build" / "review.html").resolve().as_uri()]


def test_the_page_is_the_same_after_a_check_that_remembers_its_findings(article: Path, l10n: Command) -> None:
    catalog = article / "locales" / "nl" / "LC_MESSAGES" / "russian-actress-iss.po"
    catalog.write_text(catalog.read_text("utf-8").replace("Tom Cruise wil ook", ""), encoding="utf-8")
    l10n(article, "review")
    first = (article / "build" / "review.html").read_bytes()
    assert b"missing-translation" in first
    assert l10n(article, "check").code == 1
    (article / "build" / "review.html").unlink()
    l10n(article, "review")
    assert (article / "build" / "review.html").read_bytes() == first


def test_the_page_made_of_one_document_at_a_time_is_that_of_all_at_once(article: Path, l10n: Command) -> None:
    for number in range(3):
        text = f"Text {number} of Yulia Peresild.\n\nBaikonur.\n"
        (article / "source" / f"more-{number}.txt").write_text(text, encoding="utf-8")
    l10n(article, "extract")
    (article / "source" / "more-1.txt").write_bytes(b"\xff\xfa")
    replace_in(article / NL, 'msgstr "De raket is vanmorgen gelanceerd:"', 'msgstr ""')
    assert l10n(article, "review").code == 2
    whole, errors = open_page(find_project(article, {}))
    assert [error.where for error in errors] == ["source/more-1.txt:1:1"]
    assert page(article) == write_page(whole)
