"""`l10n serve` lets in who has the address it printed, and nobody else, whatever they pretend to be."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from l10n.project import find_project
from l10n.review.page import Page
from l10n.workflow.editor.session import EditorSession
from tests.browser.serving import Editor, ask, serving
from tests.conftest import ROOT, Command, snapshot

NL = "locales/nl/LC_MESSAGES/russian-actress-iss.po"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    folder = tmp_path_factory.mktemp("served")
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "l10n.toml").write_text('source_locale = "en"\nlocales = ["nl", "ru"]\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def editor(project: Path) -> Iterator[Editor]:
    with serving(project) as running:
        yield running


def test_who_has_the_address_is_let_in_under_a_strict_policy(editor: Editor) -> None:
    status, text, headers = ask(editor, "GET", f"/?token={editor.token}", {"X-L10n-Token": None})
    assert status == 200
    assert "Russische actrice" in text
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in text
    assert "<style" not in text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-L10n-Token": None}, 403),
        ({"X-L10n-Token": ""}, 403),
        ({"X-L10n-Token": "x" * 43}, 403),
        ({"Host": "evil.example"}, 421),
        ({"Host": "evil.example:{port}"}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Host": "127.0.0.1.evil.example:{port}"}, 421),
        ({"Host": None}, 400),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
    ids=str,
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_others_are_not(
    editor: Editor, project: Path, method: str, headers: dict[str, str | None], status: int
) -> None:
    before = snapshot(project)
    given = {name: value and value.format(port=editor.port) for name, value in headers.items()}
    path = "/" if method == "GET" else "/undo"
    assert ask(editor, method, path, given, "{}" if method == "POST" else None)[0] in (status, 421)
    assert snapshot(project) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:{port}.evil.example"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": None},
        {"Content-Length": "2000001"},
        {"Content-Length": "-1"},
        {"Content-Length": None, "Transfer-Encoding": "chunked"},
    ],
    ids=str,
)
@pytest.mark.parametrize("name", ["save", "undo", "decide", "find", "preview", "message"])
def test_a_post_of_another_page_changes_nothing(
    editor: Editor, project: Path, name: str, headers: dict[str, str | None]
) -> None:
    before = snapshot(project)
    given = {key: value and value.format(port=editor.port) for key, value in headers.items()}
    body = "" if "Transfer-Encoding" in headers or "Content-Length" in headers else "{}"
    status, _, _ = ask(editor, "POST", f"/{name}", given, body)
    assert 400 <= status < 500
    assert snapshot(project) == before


@pytest.mark.parametrize("name", ["save", "undo", "decide", "find", "preview", "message"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_a_post_changes_anything(editor: Editor, project: Path, name: str, method: str) -> None:
    before = snapshot(project)
    assert ask(editor, method, f"/{name}?token={editor.token}")[0] in (403, 404, 405)
    assert snapshot(project) == before


@pytest.mark.parametrize(
    "path",
    [
        "/../l10n.toml",
        "/%2e%2e/l10n.toml",
        "/page.css/../../l10n.toml",
        "/..%2fl10n.toml",
        "//etc/passwd",
        "/etc/passwd",
        "/source/russian-actress-iss.txt",
        "/page.html.jinja",
        "/page.css%00.txt",
    ],
)
def test_addresses_are_no_paths(editor: Editor, path: str) -> None:
    status, text, _ = ask(editor, "GET", path)
    assert status in (400, 404, 405)
    assert "locales" not in text


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "null",
        "{",
        "{}",
        '{"row": 1, "locale": "nl"}',
        '{"row": "../x", "locale": "nl"}',
        '{"row": "x", "locale": "../../etc"}',
        '{"row": null}',
        '{"row": {"a": []}, "locale": []}',
        "\x00",
        "[" * 5_000,
    ],
)
@pytest.mark.parametrize("name", ["message", "preview", "save", "decide"])
def test_a_question_that_is_not_well_formed_is_refused(
    editor: Editor, project: Path, name: str, body: str
) -> None:
    before = snapshot(project)
    status, text, _ = ask(editor, "POST", f"/{name}", {}, body)
    assert status in (400, 422)
    assert "Traceback" not in text
    assert snapshot(project) == before


def test_a_locale_that_is_a_path_leads_nowhere(editor: Editor, project: Path) -> None:
    _, text, _ = ask(editor, "GET", "/")
    row = text.partition('data-id="')[2].partition('"')[0]
    before = snapshot(project)
    for locale in ("../../..", "/etc", "nl/../ru", "en", ""):
        question = {"row": row, "locale": locale}
        question |= {"read": {"msgstr": [""], "fuzzy": False, "comments": []}}  # type: ignore[dict-item]
        question |= {"text": {"msgstr": ["x"], "fuzzy": False, "comments": []}}  # type: ignore[dict-item]
        for name in ("message", "preview", "save"):
            assert ask(editor, "POST", f"/{name}", {}, json.dumps(question))[0] == 422
    assert snapshot(project) == before


def test_a_port_in_use_is_said_with_the_next_free_one(article: Path, l10n: Command) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ran = l10n(article, "serve", "--port", str(port))
    assert ran.code == 2
    assert ran.out == ""
    first, hint = ran.err.splitlines()
    assert first == f"l10n: port {port} is in use"
    assert hint.startswith("  hint: the next free one is ")
    assert hint.endswith(hint.split("--port ")[1])


def test_without_its_packages_it_says_what_to_install(
    article: Path, l10n: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = l10n(article, "serve")
    assert (ran.code, ran.err.splitlines()[1]) == (2, "  hint: pip install 'l10n-names[serve]'")


def text_of(msgstr: str) -> dict[str, Any]:
    return {"msgstr": [msgstr], "fuzzy": False, "comments": []}


def test_what_was_saved_is_undone_unless_somebody_changed_it_since(article: Path) -> None:
    session = EditorSession(find_project(article))
    row = next(row for row in session.page()[1].documents[0].rows if row.key[1] == "Tom Cruise wants too")
    before = (article / NL).read_bytes()
    at = {"row": row.id, "locale": "nl"}
    version = session.version
    session.command("save", {**at, "read": text_of("Tom Cruise wil ook"), "text": text_of("Anders")})
    wait_for(session, lambda _: session.version > version)
    assert session.command("undo", {}) == {"undone": "Tom Cruise wants too"}
    assert (article / NL).read_bytes() == before
    assert session.command("undo", {}) == {"undone": None}
    session.command("save", {**at, "read": text_of("Tom Cruise wil ook"), "text": text_of("Anders")})
    theirs = (article / NL).read_bytes().replace(b"Anders", b"Van hen")
    (article / NL).write_bytes(theirs)
    assert session.command("undo", {})["conflict"] is None
    assert (article / NL).read_bytes() == theirs
    session.page()  # the page that is still being made reads the files


def wait_for(session: EditorSession, shows: Callable[[Page], bool]) -> Page:
    """Return the newest page as soon as it shows something."""
    end = time.monotonic() + 60
    while not shows(page := session.page()[1]):
        assert time.monotonic() < end, page.problems
        time.sleep(0.01)
    return page


def test_the_configuration_is_read_again_and_an_error_in_it_is_on_the_page(article: Path) -> None:
    session = EditorSession(find_project(article))
    config = article / "l10n.toml"
    right = config.read_text(encoding="utf-8")
    named = "".join(line for line in right.splitlines(keepends=True) if not line.startswith("name ="))
    assert session.page()[1].title != "The session"
    config.write_text('name = "The session"\n' + named, encoding="utf-8")
    session.changed()
    wait_for(session, lambda page: page.title == "The session")
    config.write_text('nane = "No session"\n' + named, encoding="utf-8")
    session.changed()
    page = wait_for(session, lambda page: bool(page.problems))
    assert [(problem.what, problem.hint) for problem in page.problems] == [
        ("unknown key", "did you mean 'name'?")
    ]
    assert page.title == "The session"
    assert page.documents[0].rows
    config.write_text(right, encoding="utf-8")
    session.changed()
    wait_for(session, lambda page: not page.problems and page.title != "The session")


def test_one_document_is_shown_alone(article: Path, l10n: Command) -> None:
    (article / "source" / "other.txt").write_text("Something else.\n", encoding="utf-8")
    assert l10n(article, "extract").code == 0
    session = EditorSession(find_project(article), document="source/other.txt")
    assert [document.path for document in session.page()[1].documents] == ["source/other.txt"]
    ran = l10n(article, "serve", "--document", "source/others.txt", "--port", "0")
    assert ran.code == 2
    assert "did you mean 'source/other.txt'?" in ran.err


def test_names_that_are_found_are_proposed_and_undone(article: Path) -> None:
    registry = article / "locales" / "names.toml"
    registry.write_text("# ours\n", encoding="utf-8")
    session = EditorSession(find_project(article))
    found = session.command("find", {})["found"]
    assert found >= 5
    assert registry.read_text(encoding="utf-8").count('status = "proposed"') == found
    assert session.command("undo", {}) == {"undone": "the names that were found"}
    assert registry.read_text(encoding="utf-8") == "# ours\n"


def test_a_project_that_cannot_be_shown_any_more_says_why(article: Path) -> None:
    with serving(article) as running:
        source = article / "source" / "russian-actress-iss.txt"
        content = source.read_bytes()
        source.unlink()
        status, text, _ = ask(running, "GET", "/")
        assert (status, text.splitlines()[0]) == (422, "source: no article to localize")
        source.write_bytes(content)
        assert ask(running, "GET", "/")[0] == 200
