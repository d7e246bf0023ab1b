"""What MkDocs does with our pages: sections get the words of the site's language, English pages in it say so."""

from typing import Any

_LOCALIZED = ("index.md", "tutorial/")


def on_nav(nav: Any, config: Any, **_: Any) -> Any:
    """Translate the titles of sections, by `extra.sections` of the site."""
    words = config["extra"].get("sections", {})
    for item in nav.items:
        if item.is_section:
            item.title = words.get(item.title, item.title)
    return nav


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Mark a page that stayed in English, for readers and for programs that read it aloud."""
    notice = config["extra"].get("not_localized", "")
    if not notice or page.file.src_uri.startswith(_LOCALIZED):
        return html
    return f'<p class="not-localized">{notice}</p>\n<div lang="en">\n{html}\n</div>'
