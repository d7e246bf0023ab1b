"""What each format, a service and the review page do with a text: the part of `growing` that knows documents."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from l10n.catalog.catalog import Catalog, Message
from l10n.formats import Format, format_of
from l10n.names import Lexicon

Work = Callable[[str, str], object]


def form(path: str) -> Format:
    found = format_of(path)
    assert found is not None
    return found


def documents() -> dict[str, Work]:
    """Return what each format does: a whole document read, rendered and diagnosed, and one text of it looked at."""
    from l10n.formats.comparison import differing_placeholders, keeps_markup
    from l10n.formats.diagnosis import diagnose
    from l10n.rendering import Target, render

    def rendered(path: str, text: str, other: str) -> object:
        document = form(path).parse(text, path)
        messages = tuple(
            Message(msgid=one.msgid, msgctxt=one.msgctxt, msgstr=(other,)) for one in document.segments[:1]
        )
        messages += tuple(
            Message(msgid=one.msgid, msgctxt=one.msgctxt, msgstr=("a",)) for one in document.segments[1:]
        )
        catalog = Catalog(locale="nl", domain="a", messages=messages)
        return render(document, catalog, form(path), target=Target(language="nl", direction="ltr"))

    def looked_at(path: str, text: str, other: str) -> object:
        ours, segments = form(path), form(path).parse(text, path).segments
        if not segments:
            return None
        asked: list[object] = [
            keeps_markup(ours, segments[0], other),
            differing_placeholders(text, other, ours),
        ]
        of_segments = (getattr(ours, what, None) for what in ("refused", "marks", "own_links"))
        of_texts = (getattr(ours, what, None) for what in ("markup", "inline_texts", "page"))
        return [
            *asked,
            *(ask(segments[0], other) for ask in of_segments if ask),
            *(ask(other) for ask in of_texts if ask),
        ]

    def whole(path: str, text: str, _: str) -> object:
        ours: Any = form(path)
        document = ours.parse(text, path)
        asked = [ours.ids(document)] if hasattr(ours, "ids") else []
        return [document, *asked, *([ours.body(text)] if hasattr(ours, "body") else [])]

    found: dict[str, Work] = {}
    for suffix in (".txt", ".md", ".html", ".srt", ".vtt"):
        path = f"source/a{suffix}"
        found |= {
            f"parse {suffix}": partial(whole, path),
            f"diagnose {suffix}": lambda text, _, path=path: diagnose(form(path), text, path),  # type: ignore[misc]
            f"render {suffix}": partial(rendered, path),
            f"look at a text of {suffix}": partial(looked_at, path),
        }
    return found


def drafts(names: Lexicon) -> dict[str, Work]:
    """Return what is done with a text before it goes to a service, and with the answer; and what the page shows."""
    from l10n.formats.base import HasInlineMarkup
    from l10n.model import Edit, Segment
    from l10n.names import OriginalText
    from l10n.pretranslation.adoption import Side, align
    from l10n.pretranslation.answers import accepted
    from l10n.pretranslation.draft_cases import case_edits, usual_edits
    from l10n.pretranslation.draft_conventions import set_right
    from l10n.pretranslation.draft_names import settle, shielded
    from l10n.pretranslation.drafts import concluded, prepare, split
    from l10n.pretranslation.masking import mask, unmask
    from l10n.pretranslation.memory import Neighbours, Unit, match
    from l10n.pretranslation.wanted import Languages, Wanted
    from l10n.review import marking

    markdown = form("source/a.md")
    languages = Languages(source_locale="en", locale="ru", script="Cyrl", lexicon=names)

    def segment(text: str) -> Segment | None:
        found = form("source/a.txt").parse(text, "source/a.txt").segments
        return replace(found[0], msgid=text, raw=text) if found else None

    def drafted(text: str, other: str) -> object:
        one = segment(text)
        if one is None:
            return None
        prepared = prepare(Wanted(segment=one, form=markdown, neighbours=Neighbours()), languages, 4_000)
        answers = [piece.text for piece in prepared.pieces]
        return concluded(prepared, answers, languages, "test"), concluded(
            prepared, [other, *answers[1:]], languages, "test"
        )

    def masked(text: str, other: str) -> object:
        assert isinstance(markdown, HasInlineMarkup)
        one = mask(text, markdown.markup(text))
        return unmask(one, one.text), unmask(one, other), accepted(one, other, "Cyrl")

    def marked(text: str, _: str) -> object:
        spans = marking.names_in(text, "ru", names)
        return marking.mark(
            text,
            spans,
            {"klim-shipenko": 1},
            [Edit(start=at, end=at + 1, replacement="x") for at in range(0, len(text), 50)],
        )

    def aligned(text: str, other: str) -> object:
        sides = [
            Side(
                segments=form("source/a.md").parse(one, "source/a.md").segments, locale=locale, form=markdown
            )
            for one, locale in ((text, "en"), (other, "nl"))
        ]
        return align(sides[0], sides[1], names)

    def original(text: str) -> OriginalText:
        return OriginalText(text=text, locale="en")

    return {
        "mask and unmask": masked,
        "draft": drafted,
        "split": lambda text, _: split(text, "en", 4_000),
        "shielded": lambda text, _: shielded(text, "en", "ru", names),
        "settle": lambda text, other: settle(other, text, "en", "ru", names),
        "case_edits": lambda text, other: case_edits(other, "ru", names, original(text)),
        "usual_edits": lambda text, other: usual_edits(other, "ru", names, original(text)),
        "set_right": lambda text, other: set_right(other, lambda one: (), text, "en", "ru"),
        "match in a memory": lambda text, other: match(
            text,
            Unit(source=f"{other}a", target=other, origin="a", source_locale="en", locale="nl"),
            Neighbours(),
        ),
        "review marks": marked,
        "adopt": aligned,
    }
