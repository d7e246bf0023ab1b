"""What a translation may point to: the targets and tags of its source, and nothing else.

A translator needs no new link target, image, tag or event attribute; who brings one is mistaken, or worse. It
is made inert: a backslash before it, and the reader sees what was meant as text.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from l10n.formats.markdown_inline import Construct, ConstructKind, constructs, fold_label

# Attributes whose values are text for the reader: a translation may change them.
_TEXT_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'])(alt|title|aria-label|placeholder)(\s*=\s*)(?:"[^"<>]*"|'[^'<>]*')""", re.IGNORECASE
)
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


def make_inert(msgstr: str, msgid: str, labels: frozenset[str] | None = None) -> str:
    """Return `msgstr` with everything active that `msgid` does not have shown as text instead.

    `labels` are those the document defines; any other text in brackets is only text. None stands for all.
    Laws: a msgstr that brings nothing new comes back as it is; what is rendered points to nothing new.
    """
    signs = sorted({found.sign for found in refused(msgstr, msgid, labels)})
    edges = [0, *signs, len(msgstr)]
    return "\\".join(msgstr[start:end] for start, end in pairwise(edges))


def refused(msgstr: str, msgid: str, labels: frozenset[str] | None = None) -> tuple[Construct, ...]:
    """Return what is active in `msgstr` and not in `msgid`; `labels` are as `make_inert` has them."""
    if not _MAYBE_ACTIVE.search(msgstr):
        return ()
    allowed = targets(msgid)

    def refuses(construct: Construct) -> bool:
        if construct.kind is ConstructKind.LABEL and labels is not None:
            # A wiki link needs no definition.
            wiki = msgstr.startswith("]]", construct.start) and "[[" in msgstr
            if not wiki and fold_label(construct.target) not in labels:
                return False
        return not _allows(allowed, construct)

    return tuple(found for found in constructs(msgstr, refuses) if refuses(found))


def _allows(allowed: Targets, construct: Construct) -> bool:
    match construct.kind:
        case ConstructKind.CODE:
            return True
        case ConstructKind.TAG:
            return _tag(construct.target) in allowed.tags
        case ConstructKind.LABEL:
            return _label(construct) in allowed.labels
        case ConstructKind.ADDRESS:
            return any(_continues(construct.target, link) for link in allowed.links)
        case _:
            return _link(construct) in allowed.links


def _continues(address: str, link: str) -> bool:
    """Return whether the address is the link, but for marks behind it that could be part of no host or path."""
    address = address.rstrip("?!.,:;*_~'\"()")
    link = link.rstrip("?!.,:;*_~'\"()")
    return address.startswith(link) and not re.search(r"\w", address[len(link) :])


def _tag(tag: str) -> str:
    """Return the tag without the text in it for readers, blanks folded."""
    return _TEXT_ATTRIBUTE.sub(r"\1\2", " ".join(tag.split())).lower() if tag[1:2] != "!" else tag


def _label(construct: Construct) -> str:
    """Return the label as references are compared: folded, in any case; of a wiki link its target."""
    label = fold_label(construct.target.partition("|")[0])
    return f"!{label}" if construct.is_image else label


def _link(construct: Construct) -> str:
    """Return the target of a link, or of an image, which is another thing: it is fetched without a click."""
    target = construct.target
    target = target[1:-1] if target.startswith("<") and target.endswith(">") else target
    return f"!{target}" if construct.is_image else target
