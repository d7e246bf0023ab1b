"""What MkDocs does with our pages: the navigation speaks the site's language, English pages in it say so."""

from typing import Any

_LOCALIZED = ("index.md", "tutorial/")


def on_nav(nav: Any, config: Any, **_: Any) -> Any:
    """Translate what the navigation itself says, by `extra.sections` of the site."""
    _translate(nav.items, config["extra"].get("sections", {}))
    return nav


def _translate(items: list[Any], words: dict[str, str]) -> None:
    for item in items:
        if item.title in words:
            item.title = words[item.title]
        _translate(item.children or [], words)


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Mark a page that stayed in English, for readers and for programs that read it aloud."""
    notice = config["extra"].get("not_localized", "")
    if not notice or page.file.src_uri.startswith(_LOCALIZED):
        return html
    return f'<p class="not-localized">{notice}</p>\n<div lang="en">\n{html}\n</div>'
