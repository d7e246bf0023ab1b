"""What an entry of a PO file says: its strings and comments as a `Message`."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from l10n.catalog.catalog import Message, Previous
from l10n.catalog.po.escapes import unescape
from l10n.catalog.po.fast_entry import Style, form_pattern, reading_pattern
from l10n.catalog.po.syntax import Entry, Fault, Part

_SURROGATE = re.compile("[\ud800-\udfff]")
_REFERENCE = re.compile("\u2068[^\u2069]*\u2069|[^ \t\r\f\v]+")


def ordinary_message(text: str, line: int, styles: tuple[Style, Style]) -> Message:
    """Return the message of an ordinary entry, of one of these styles, that begins on `line`."""
    for style in styles:
        if match := reading_pattern(style).match(text):
            break
    else:
        raise AssertionError(f"no ordinary entry: {text!r}")
    comments, old_context, old_msgid, old_plural, _, context, msgid, msgstr, plural, forms = match.groups()
    translator, extracted, references, flags = _comment_block(comments)
    previous = None
    if old_msgid is not None:
        previous = Previous(
            msgid=style.said(old_msgid, previous=True),
            msgctxt=None if old_context is None else style.said(old_context, previous=True),
            msgid_plural=None if old_plural is None else style.said(old_plural, previous=True),
        )
    return Message(
        msgid=style.said(msgid),
        msgstr=(style.said(msgstr),)
        if msgstr is not None
        else tuple(style.said(form) for _, form in form_pattern(style).findall(forms)),
        msgctxt=None if context is None else style.said(context),
        msgid_plural=None if plural is None else style.said(plural),
        flags=flags,
        translator_comments=translator,
        extracted_comments=extracted,
        references=references,
        previous=previous,
        obsolete=bool(style.mark),
        line=line + text.count("\n", 0, match.start("key")),
    )


def message_of(text: str, entry: Entry, encoding: str, line: int) -> Message:
    """Return the message that `entry`, found by the grammar, says; `line` is that of its first keyword.

    Raises Fault for unknown escapes and for bytes that are no letters.
    """

    def said(part: Part) -> str:
        content = unescape(text, part.runs, encoding)
        if not is_text(content):
            hint = "save the file in the charset its header declares, preferably UTF-8"
            found = (_SURROGATE.search(text, begin, end) for begin, end in part.runs)
            offset = next((match.start() for match in found if match), part.start)
            raise Fault(offset, f"a byte that is not valid in {encoding}", hint)
        return content

    texts = {part.keyword: said(part) for part in entry.parts if part.keyword != "msgstr[]"}
    forms = tuple(said(part) for part in entry.strings("msgstr[]"))
    translator, extracted, references, flags = _comments(text[begin:end] for begin, end in entry.comments)
    previous = None
    if "previous msgid" in texts:
        previous = Previous(
            msgid=texts["previous msgid"],
            msgctxt=texts.get("previous msgctxt"),
            msgid_plural=texts.get("previous msgid_plural"),
        )
    return Message(
        msgid=texts["msgid"],
        msgstr=forms or (texts["msgstr"],),
        msgctxt=texts.get("msgctxt"),
        msgid_plural=texts.get("msgid_plural"),
        flags=flags,
        translator_comments=translator,
        extracted_comments=extracted,
        references=references,
        previous=previous,
        obsolete=entry.parts[0].obsolete,
        line=line,
    )


def is_text(content: str) -> bool:
    """Return whether no lone surrogate, which stands for a byte that is no letter, is in `content`."""
    return content.isascii() or not _SURROGATE.search(content)


def comment_kind(comment: str) -> str:
    """Return which section of an entry a comment line (from its `#` on) belongs to."""
    return {".": "extracted", ":": "references", ",": "flags", "!": "flags"}.get(comment[1:2], "translator")


def comment_text(comment: str) -> str:
    """Return the text of a comment line (from its `#` on): its mark and one blank removed.

    Bytes that are no letters read as U+FFFD; the raw line keeps them.
    """
    text = comment[1 if comment_kind(comment) == "translator" else 2 :].rstrip("\r\n")
    text = text.removeprefix(" ")
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


_Texts = tuple[str, ...]


@lru_cache(maxsize=4096)  # the messages of a chapter have the same ones
def _comment_block(written: str) -> tuple[_Texts, _Texts, _Texts, _Texts]:
    return _comments(line for line in written.split("\n") if line and line != "\r")


def _comments(lines: Iterable[str]) -> tuple[_Texts, _Texts, _Texts, _Texts]:
    """Return what comment lines say: by translators, extracted ones, references and flags."""
    texts: dict[str, list[str]] = {"translator": [], "extracted": [], "references": [], "flags": []}
    for line in lines:
        texts[comment_kind(line)].append(comment_text(line))
    return (
        tuple(texts["translator"]),
        tuple(texts["extracted"]),
        _references(texts["references"]),
        _flags(texts["flags"]),
    )


def _flags(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the flags of some lines: separated by commas or blanks, but `range: 0..5` is one."""
    parts = (part.strip() for line in lines for part in line.split(","))
    flags = (flag for part in parts for flag in ([part] if part.startswith("range:") else part.split()))
    return tuple(dict.fromkeys(flags)) if lines else ()


def _references(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the references of some lines; a name with blanks stands between U+2068 and U+2069."""
    return tuple(name.strip("\u2068\u2069") for line in lines for name in _REFERENCE.findall(line))
