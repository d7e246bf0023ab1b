"""What HTML says about its elements and attributes, as far as translation depends on it."""

import re
from collections.abc import Mapping

from l10n.formats.html.tokens import Token, names
from l10n.model import SegmentKind

VOID = names("area base br col embed frame hr img input link meta param source track wbr")

# Elements whose start tag ends an open one of the same name.
NEVER_IN_THEMSELVES = frozenset({"a", "button", "nobr"})

# Elements that end the text before them: what the standard's style sheet shows as a block, a list item or a
# part of a table, what holds a text of its own (option, title, textarea), and the texts of a drawing. All other
# elements, those nobody knows included, are inline, as browsers show them.
BOUNDARIES = names(
    "address article aside audio base blockquote body canvas caption center col colgroup datalist dd desc details "
    "dialog dir div dl dt fieldset figcaption figure footer foreignobject form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html legend li listing main menu nav noframes noscript object ol optgroup option p plaintext "
    "pre search section select summary table tbody td template text textarea tfoot th thead title tr ul video "
    "xmp"
)

# Elements whose content no visitor reads as text.
NEVER_TRANSLATED = names("iframe math noembed noframes plaintext script style xmp")

PREFORMATTED = frozenset({"pre", "listing", "textarea"})

# In a drawing only these hold text to read.
DRAWN_TEXT = frozenset({"text", "title", "desc", "foreignobject"})

KINDS: Mapping[str, SegmentKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), SegmentKind.HEADING),
    "li": SegmentKind.LIST_ITEM,
    "dt": SegmentKind.TERM,
    "dd": SegmentKind.DEFINITION,
    "blockquote": SegmentKind.QUOTE,
    **dict.fromkeys(("td", "th"), SegmentKind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption", "legend"), SegmentKind.CAPTION),
    "title": SegmentKind.PAGE_TITLE,
}

# A start tag here closes an open element of the second set, unless one of the third stands between.
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_TABLES = frozenset({"table"})
CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _LISTS),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), _TABLES)),
    "tr": (frozenset({"tr"}), _TABLES),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (frozenset({"tbody", "thead", "tfoot"}), _TABLES)),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "optgroup": (frozenset({"optgroup"}), frozenset({"select"})),
    "body": (frozenset({"head"}), frozenset()),
}
CLOSE_PARAGRAPH = names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr main menu nav ol p pre listing search section table ul li dd dt"
)

_ANYWHERE = names("title aria-label aria-description aria-placeholder aria-roledescription aria-valuetext")
_OF_ELEMENTS: Mapping[str, frozenset[str]] = {
    "alt": frozenset({"img", "area", "input"}),
    "placeholder": frozenset({"input", "textarea"}),
    "label": frozenset({"option", "optgroup", "track", "menu", "menuitem"}),
    "summary": frozenset({"table"}),
    "abbr": frozenset({"th", "td"}),
    "standby": frozenset({"object"}),
}
_BUTTONS = frozenset({"submit", "button", "reset"})
_META_NAMES = re.compile(
    r"(?:og|twitter|article):(?:title|description|site_name|image:alt|section|tag|data\d|label\d)"
    r"|(?:dc|dcterms)\.(?:title|description|subject|abstract)"
    r"|description|keywords|subject|abstract|topic|summary|application-name|apple-mobile-web-app-title",
    re.IGNORECASE,
)
_META_PROPERTIES = frozenset({"name", "headline", "description", "keywords", "caption", "alternateName"})
# An attribute whose line breaks the visitor sees.
WITH_LINES = frozenset({"title", "placeholder"})


def translatable_attributes(tag: Token, text: str) -> frozenset[str]:
    """Return the names of the attributes of `tag`, a start tag in `text`, whose value a visitor reads."""
    return frozenset(attribute.name for attribute in tag.attributes if _is_read(attribute.name, tag, text))


def _is_read(name: str, tag: Token, text: str) -> bool:
    if name in _ANYWHERE:
        return True
    if name == "value":
        return tag.name == "input" and _value(tag, "type", text).lower() in _BUTTONS
    if name == "content":
        return tag.name == "meta" and bool(
            _META_NAMES.fullmatch(_value(tag, "name", text).strip())
            or _META_NAMES.fullmatch(_value(tag, "property", text).strip())
            or _value(tag, "itemprop", text) in _META_PROPERTIES
        )
    return tag.name in _OF_ELEMENTS.get(name, frozenset())


def _value(tag: Token, name: str, text: str) -> str:
    attribute = tag.attribute(name)
    return attribute.value(text) if attribute else ""
