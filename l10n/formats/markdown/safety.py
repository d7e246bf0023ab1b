"""What a translation may point to: the targets and tags of its source, and nothing else.

A translator needs no new link target, image, tag or event attribute; who brings one is mistaken, or worse. It
is made inert: a backslash before it, and the reader sees what was meant as text. Only a link to a place in its own
document (`#help`) may point to another place there: a translated heading has another id.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from l10n.formats.base import NOTHING_MORE, Allowance
from l10n.formats.html.elements import VOID
from l10n.formats.markdown.inline import Construct, ConstructKind, constructs, fold_label
from l10n.formats.own_places import is_own_place

# Attributes whose values are text for the reader: a translation may change them.
_TEXT_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'])(alt|title|aria-label|placeholder)(\s*=\s*)(?:"[^"<>]*"|'[^'<>]*')""", re.IGNORECASE
)
_OWN = "# "  # stands for each place in the document; no target has a blank
_OWN_TARGET = re.compile(
    r"""(?<=[\s"'])(href\s*=\s*)(?:"(#[^"]*)"|'(#[^']*)'|(#[^\s"'<>`=]*))""", re.IGNORECASE
)
_TAG_NAME = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)")
_BARE_TAG = re.compile(r"</?([a-zA-Z][\w-]*)\s*/?>")
_MARKS = "?!.,:;*_~'\"()"  # behind an address they are no part of it
_NOT_IN_SOURCE = "it is not in the source"
_UNBALANCED = "it is not opened or closed where it should be"
_MAYBE_ACTIVE = re.compile(r"[<\]]|://|www\.|@|mailto:|xmpp:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Targets:
    """What a text points to and which tags it has, each in the form in which they are compared."""

    links: frozenset[str]
    labels: frozenset[str]
    tags: frozenset[str]


def targets(text: str) -> Targets:
    """Return the targets of links, images and addresses, the labels in brackets and the tags of `text`."""
    links: set[str] = set()
    labels: set[str] = set()
    tags: set[str] = set()
    for construct in constructs(text) if _MAYBE_ACTIVE.search(text) else ():
        if construct.kind is ConstructKind.TAG:
            tags.add(_tag(construct.target))
        elif construct.kind is ConstructKind.LABEL:
            labels.add(_label(construct))
        elif construct.kind is not ConstructKind.CODE:
            links.add(_link(construct))
    return Targets(frozenset(links), frozenset(labels), frozenset(tags))


def make_inert(
    msgstr: str, msgid: str, labels: frozenset[str] | None = None, allowed: Allowance = NOTHING_MORE
) -> str:
    """Return `msgstr` with everything active that neither `msgid` nor the project allows shown as text instead.

    `labels` are those the document defines; any other text in brackets is only text. None stands for all.
    Laws: a msgstr that brings nothing new comes back as it is; what is rendered points to nothing new, but to
    another place in its own document where the msgid points to one.
    """
    signs = sorted({found.sign for found, _ in refused(msgstr, msgid, labels, allowed)})
    edges = [0, *signs, len(msgstr)]
    return "\\".join(msgstr[start:end] for start, end in pairwise(edges))


def refused(
    msgstr: str, msgid: str, labels: frozenset[str] | None = None, allowed: Allowance = NOTHING_MORE
) -> tuple[tuple[Construct, str], ...]:
    """Return what is active in `msgstr` and may not be, each with the reason; the rest as `make_inert` has it."""
    if not _MAYBE_ACTIVE.search(msgstr):
        return ()
    known = targets(msgid)
    loose: set[int] = set()  # where tags stand that are not opened or not closed

    def refuses(construct: Construct) -> bool:
        if construct.start in loose and construct.kind is ConstructKind.TAG:
            return True
        if construct.kind is ConstructKind.LABEL and labels is not None:
            # A wiki link needs no definition.
            wiki = msgstr.startswith("]]", construct.start) and "[[" in msgstr
            if not wiki and fold_label(construct.target) not in labels:
                return False
        return not _allows(known, allowed, construct)

    found = list(constructs(msgstr, refuses))
    if known.tags and not unbalanced(constructs(msgid)):
        # What a tag becomes text for may show more tags; whoever needs a third look gets none.
        for look in range(3):
            tags = [one for one in found if one.kind is ConstructKind.TAG and not refuses(one)]
            more = {one.start for one in (unbalanced(tags) if look < 2 else tags)}
            if not more:
                break
            loose |= more
            found = list(constructs(msgstr, refuses))
    return tuple(
        (one, _UNBALANCED if one.start in loose else _NOT_IN_SOURCE) for one in found if refuses(one)
    )


def unbalanced(found: Iterable[Construct]) -> list[Construct]:
    """Return the tags that open what is not closed, or close what is not open."""
    wrong: list[Construct] = []
    stack: list[tuple[str, Construct]] = []
    depths: Counter[str] = Counter()
    for construct in found:
        match = _TAG_NAME.match(construct.target) if construct.kind is ConstructKind.TAG else None
        name = match["name"].lower() if match else ""
        if match is None or name in VOID or construct.target.endswith("/>"):
            continue
        if not match["end"]:
            stack.append((name, construct))
            depths[name] += 1
        elif not depths[name]:
            wrong.append(construct)
        else:
            while stack[-1][0] != name:
                other, one = stack.pop()
                depths[other] -= 1
                wrong.append(one)
            stack.pop()
            depths[name] -= 1
    return [*wrong, *(construct for _, construct in stack)]


def _allows(known: Targets, allowed: Allowance, construct: Construct) -> bool:
    match construct.kind:
        case ConstructKind.CODE:
            return True
        case ConstructKind.TAG:
            match = _BARE_TAG.fullmatch(construct.target)
            bare = match is not None and match[1].lower() in allowed.tags
            return bare or _tag(construct.target) in known.tags
        case ConstructKind.LABEL:
            return _label(construct) in known.labels
        case ConstructKind.ADDRESS:
            bare = allowed.allows(construct.target.rstrip(_MARKS))
            return bare or any(_continues(construct.target, link) for link in known.links)
        case _:
            link = _link(construct)
            more = allowed.allows(_bare(construct.target), is_image=construct.is_image)
            return link in known.links or more


def _continues(address: str, link: str) -> bool:
    """Return whether the address is the link, but for marks behind it that could be part of no host or path."""
    address = address.rstrip(_MARKS)
    link = link.rstrip(_MARKS)
    return address.startswith(link) and not re.search(r"\w", address[len(link) :])


def _tag(tag: str) -> str:
    """Return the tag without the text in it for readers and the place in its own document, blanks folded."""
    if tag[1:2] == "!":
        return tag
    bare = _TEXT_ATTRIBUTE.sub(r"\1\2", " ".join(tag.split())).lower()
    return _OWN_TARGET.sub(_without_place, bare) if bare.startswith("<a ") else bare


def _without_place(found: re.Match[str]) -> str:
    return f"{found[1]}{_OWN}" if is_own_place(found[2] or found[3] or found[4]) else found[0]


def _label(construct: Construct) -> str:
    """Return the label as references are compared: folded, in any case; of a wiki link its target."""
    label = fold_label(construct.target.partition("|")[0])
    return f"!{label}" if construct.is_image else label


def _link(construct: Construct) -> str:
    """Return the target of a link, or of an image, which is another thing: it is fetched without a click.

    Of a place in its own document it is the same whichever that is.
    """
    target = _bare(construct.target)
    is_place = construct.kind is ConstructKind.LINK and not construct.is_image and is_own_place(target)
    target = _OWN if is_place else target
    return f"!{target}" if construct.is_image else target


def _bare(target: str) -> str:
    return target[1:-1] if target.startswith("<") and target.endswith(">") else target
