"""Hostile texts everywhere a text can stand: nothing is executed and nothing is asked for, without any policy."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from selenium import webdriver
from selenium.webdriver.common.by import By

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.catalog.differences import Piece
from l10n.catalog.statistics import Statistics
from l10n.languages.grammar import Kind
from l10n.model import Finding, Location
from l10n.names.registry.editing import add_entries
from l10n.names.registry.entries import LocaleForms, NameEntry
from l10n.review.marking import mark, plain
from l10n.review.page import Cell, Column, DocumentView, Form, Mark, NameCard, Page, Problem, Row, State
from l10n.review.progress import History, Moment
from l10n.review.writing import write_page
from tests.browser.chromium import executed, logged, requests, show
from tests.browser.hostile import ADDRESS, HOSTILE
from tests.conftest import Command

Browser = webdriver.Chrome
IN_A_CATALOG = tuple(text for text in HOSTILE if not re.search("[\0\x04\ud800-\udfff]", text))
IN_A_SOURCE = tuple(text for text in IN_A_CATALOG if "\n" not in text and text.strip())
IN_A_NAME = tuple(text for text in IN_A_SOURCE if "/" not in text and len(text.encode()) < 200)

# Everything on a page that a person could set off, set off.
_DO_EVERYTHING = """
const every = (selector) => [...document.querySelectorAll(selector)];
for (const each of every("*")) {
  for (const kind of ["pointerover", "mouseover", "mouseenter", "focusin", "keydown", "animationstart"])
    each.dispatchEvent(new Event(kind, { bubbles: true }));
  if (each.focus) each.focus();
}
for (const each of every("details")) each.open = true;
return every("a[href], area[href]").map((each) => each.protocol).filter((each) => each.startsWith("javascript"));
"""


def harm(browser: Browser) -> list[str]:
    """Return what the page executes or asks for while everything on it is touched."""
    found = browser.execute_script(_DO_EVERYTHING)
    browser.execute_async_script("setTimeout(arguments[0], 300)")
    return [*found, *executed(browser), *requests(browser)]


def without_policy(text: str) -> str:
    """Return a page without its policy, and without the script that needs none."""
    bare, number = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n', "", text)
    assert number == 1
    return bare


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        f"<img src={ADDRESS}/1.png>",
        "<svg onload=alert(1)>",
        "<p onmouseover=alert(1)>x</p>",
        "<a href=javascript:alert(1)>x</a>",
    ],
)
def test_harm_would_be_seen(browser: Browser, tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!DOCTYPE html><body>{text}", encoding="utf-8")
    show(browser, page)
    assert harm(browser) != []


def everything(text: str, number: int) -> tuple[DocumentView, NameCard, Problem]:
    """Return a document, a name and an error that say `text` wherever something can be said."""
    finding = Finding(
        code=text, message=text, location=Location(path=text, line=1, column=1), hint=text, because=(text,)
    )
    form = Form(
        marks=(*mark(text, [], {}), Mark(text=text, shown=plain(text), name=number, suggestion=text)),
        label=text,
    )
    cell = Cell(
        state=State.FUZZY,
        location=text,
        forms=(form,),
        changes=(Piece(text=text), Piece(text=text, removed=True), Piece(text=text, added=True)),
        comments=(text,),
        findings=(finding,),
    )
    row = Row(
        number=1, kind=text, location=text, forms=(form,), context=text, findings=(finding,), cells=(cell,)
    )
    view = DocumentView(
        number=1, path=text, rows=(row,), findings=(finding,), statistics={HOSTILE[0]: Statistics()}
    )
    forms = LocaleForms(preferred=text, admitted=(text,), deprecated=(text,))
    entry = NameEntry(
        id=text, kind=Kind.WORK, native=text, language=text, because=text, locales={text: forms}, line=1
    )
    return (
        view,
        NameCard(entry=entry, colour=1, location=text),
        Problem(what=text, where=text, why=text, hint=text),
    )


def test_as_any_value_of_a_page(browser: Browser, tmp_path: Path) -> None:
    """Also NUL and half surrogate pairs, which no catalog can hold."""
    assert len(HOSTILE) >= 150
    each = [everything(text, number) for number, text in enumerate(HOSTILE)]
    column = Column(locale=HOSTILE[0], label=HOSTILE[0], language=HOSTILE[0], direction=HOSTILE[0])
    moments = tuple(Moment(day=text, ratio=0.5) for text in HOSTILE)
    page = Page(
        title=" ".join(HOSTILE),
        source=column,
        columns=(column,),
        documents=tuple(view for view, _, _ in each),
        names=tuple(card for _, card, _ in each),
        problems=tuple(problem for _, _, problem in each),
        findings=tuple(finding for view, _, _ in each for finding in view.findings),
        histories=(History(locale=HOSTILE[0], moments=moments),),
    )
    file = tmp_path / "page.html"
    file.write_text(without_policy(write_page(page)), encoding="utf-8")
    show(browser, file)
    assert harm(browser) == []
    for selector, number in (("td.source", 1), (".problem", 1), (".cards > .card", 1), ("svg.line", 0)):
        found = browser.find_elements(By.CSS_SELECTOR, selector)
        assert len(found) == (len(HOSTILE) if number else 1), selector


@pytest.fixture
def project(tmp_path: Path, l10n: Command) -> Path:
    """Return a project whose sources, catalogs, comments, names and file names are hostile."""
    (tmp_path / "l10n.toml").write_text(
        'name = "<script>alert(0)</script>"\nsource_locale = "en"\nlocales = ["nl"]\nrepair = false\n',
        encoding="utf-8",
    )
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "all.txt").write_text("\n\n".join(IN_A_SOURCE) + "\n", encoding="utf-8")
    for name in IN_A_NAME[:25]:
        (tmp_path / "source" / f"{name}.txt").write_text("One.\n", encoding="utf-8")
    assert l10n(tmp_path, "extract").code == 0
    path = tmp_path / "locales" / "nl" / "LC_MESSAGES" / "all.po"
    file = pofile.read(path.read_bytes(), path.name)
    messages = [file.messages[0]]
    for message, text in zip(file.messages[1:], IN_A_CATALOG, strict=False):
        messages.append(
            Message(
                msgid=message.msgid,
                msgstr=(text,),
                translator_comments=(" ".join(plain(text).split()),),
                flags=("fuzzy",),
            )
        )
    path.write_bytes(pofile.write(file, messages))
    return tmp_path


def test_in_the_review_page_of_a_project(browser: Browser, project: Path, l10n: Command) -> None:
    entries = [
        NameEntry(
            id=f"name-{number}",
            kind=Kind.WORK,
            native=f"{text} native".strip(),
            language="en",
            because=text,
            locales={"nl": LocaleForms(preferred=f"Name{number} {text}".strip())},
        )
        for number, text in enumerate(IN_A_SOURCE)
        if text.isprintable()
    ]
    (project / "locales" / "names.toml").write_text(add_entries("", entries), encoding="utf-8")
    ran = l10n(project, "review")
    page = project / "build" / "review.html"
    text = page.read_text(encoding="utf-8")
    assert (ran.code, ran.err) == (0, "wrote build/review.html\n")
    page.write_text(without_policy(text), encoding="utf-8")
    show(browser, page)
    assert harm(browser) == []
    shown = browser.execute_script(
        "return [...document.querySelectorAll('td.l0 > .t')].map((each) => each.textContent)"
    )
    assert len(shown) >= 150
    assert shown[: len(shown)] == [plain(text) for text in IN_A_CATALOG[: len(shown)]]
    assert [entry for entry in logged(browser, "browser") if "favicon" not in entry["message"]] == []


def localized(folder: Path, l10n: Command, name: str, parts: tuple[str, str]) -> str:
    """Return a document whose second part is there once for each hostile text, which translates all of its messages."""
    head, part = parts
    (folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl"]\n', encoding="utf-8")
    (folder / "source").mkdir()
    source = "".join(part.format(n=f"N{number}N") for number in range(len(IN_A_CATALOG)))
    (folder / "source" / name).write_text(head + source, encoding="utf-8")
    assert l10n(folder, "extract").code == 0
    path = folder / "locales" / "nl" / "LC_MESSAGES" / f"{Path(name).stem}.po"
    file = pofile.read(path.read_bytes(), path.name)
    messages = [file.messages[0]]
    for message in file.messages[1:]:
        number = re.search(r"N(\d+)N", message.msgid)
        assert number is not None
        text = IN_A_CATALOG[int(number[1])]
        messages.append(Message(msgid=message.msgid, msgctxt=message.msgctxt, msgstr=(text,)))
    path.write_bytes(pofile.write(file, messages))
    assert l10n(folder, "render").code == 0
    return (folder / "build" / "nl" / name).read_text(encoding="utf-8")


HTML_HEAD = "<!DOCTYPE html>\n<html><head><meta charset=utf-8></head><body>\n"
HTML_PART = """<h1>Title {n}</h1>
<p>Read <b>this {n}</b> now, or <a href="#{n}" title="tip {n}">there</a>.</p>
<ul><li>One {n}</li></ul><table><tr><td>Cell {n}</td></tr></table>
<p><img alt="picture {n}" src="data:,"></p><textarea placeholder="write {n}">Text {n}</textarea>
<select><option>Choice {n}</option></select><button aria-label="push {n}">Push {n}</button>
"""
MARKDOWN_PART = """# Title {n}

Read **this {n}** now, or [there {n}](#{n} "tip {n}").

- One {n}

> Quoted {n}

| Head {n} |
|---|
| Cell {n} |

![picture {n}](data:,)

<p title="t {n}">Raw {n}</p>

"""


def in_page(text: str) -> str:
    return text


def from_markdown(text: str) -> str:
    """Return Markdown as a site would show it, raw HTML and tables included."""
    return f"<!DOCTYPE html>\n{MarkdownIt('commonmark', {'html': True}).enable('table').render(text)}"


@pytest.mark.parametrize(
    ("name", "parts", "shown"),
    [("page.html", (HTML_HEAD, HTML_PART), in_page), ("page.md", ("", MARKDOWN_PART), from_markdown)],
    ids=["html", "markdown"],
)
def test_in_rendered_documents(
    browser: Browser,
    tmp_path: Path,
    l10n: Command,
    name: str,
    parts: tuple[str, str],
    shown: Callable[[str], str],
) -> None:
    page = tmp_path / "shown.html"
    page.write_text(shown(localized(tmp_path, l10n, name, parts)), encoding="utf-8")
    show(browser, page)
    assert harm(browser) == []
    assert len(browser.find_elements(By.TAG_NAME, "table")) == len(IN_A_CATALOG)
