"""Whether what a service answered can be a translation at all. When it cannot, it is refused with the reason.

Left alone on purpose: how good it is. That is for a person to say, and every draft is fuzzy.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from l10n.errors import RegistryError
from l10n.languages.scripts import letter, letters_of
from l10n.names import protected_spans
from l10n.pretranslation.masking import Masked, Refusal, unmask
from l10n.pretranslation.refusals import refusal_in

_TAG = re.compile(r"<[a-zA-Z!/?][^<>]{0,2000}>|&(?:lt|gt|amp|quot|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,6});")
# C0 but for line ends and tabs, DEL, C1, halves of surrogate pairs, and what turns the direction of a text round
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]+")
_BLANKS = re.compile(r"\s+")
_SOFT_BLANKS = re.compile(r"[ \t\r\n]+")  # line ends that were sent are marks; a no-break space is meant
_DENSE = ("Hans", "Hant", "Jpan", "Kore")  # a text in these has far fewer letters
_LEAST, _LEAST_DENSE, _MOST = 0.3, 0.1, 3.0  # of the length of the source
_ROOM = 30  # letters a translation may have more than that: short texts grow most


def accepted(
    masked: Masked, answer: object, script: str, locales: tuple[str, str] = ("und", "und")
) -> str | Refusal:
    """Return the translation an answer makes, everything in its place again, or why it is refused.

    `script` is that of the target, as ISO 15924 has it; `locales` are those of the source and of the target.
    """
    if not isinstance(answer, str):
        return Refusal(reason="the answer is not text")
    text = answer.strip()
    sent = masked.without_marks(masked.text)
    said = masked.without_marks(text)
    reason = (
        _nothing(text, sent)
        or _known_answer(said, sent)
        or _refusal(said, sent, locales)
        or _brought(said, sent)
        or _length(said, sent, script)
        or _script(said, sent, script)
        or _untranslated(said, sent)
    )
    if reason:
        return Refusal(reason=reason)
    return unmask(masked, _SOFT_BLANKS.sub(" ", text))


def _nothing(text: str, sent: str) -> str:
    if not text:
        return "the answer is empty"
    has_words = any(character.isalnum() for character in text)
    return (
        "" if has_words or not any(character.isalnum() for character in sent) else "the answer has no words"
    )


def _known_answer(said: str, sent: str) -> str:
    found = notice_in(said, sent)
    return f"the answer is a notice of the service: “{found}”" if found else ""


def _refusal(said: str, sent: str, locales: tuple[str, str]) -> str:
    found = refusal_in(said, sent, *locales)
    return f"the service refuses in words: “{found} …”" if found else ""


def _brought(said: str, sent: str) -> str:
    """Return what an answer has that nobody sent: tags, addresses, control characters."""
    if found := _TAG.search(said):
        return f"the answer contains markup: “{found[0][:40]}”"
    if (found := _CONTROLS.search(said)) and found[0] not in sent:
        return f"the answer contains the character U+{ord(found[0]):04X}"
    for start, end in protected_spans(said):
        if said[start:end] not in sent and re.search(r"[:/@`{]", said[start:end]):
            return f"the answer contains an address or code: “{said[start:end][:40]}”"
    return ""


def _length(said: str, sent: str, script: str) -> str:
    before, after = len(_BLANKS.sub(" ", sent).strip()), len(_BLANKS.sub(" ", said).strip())
    least = _LEAST_DENSE if script in _DENSE else _LEAST
    if after > _MOST * before + _ROOM:
        return f"the answer is {after} letters long for {before}"
    if before > _ROOM and after < least * before:
        return f"the answer is {after} letters long for {before}"
    return ""


def _script(said: str, sent: str, script: str) -> str:
    """Refuse an answer most of whose letters are of another script; words that were sent so do not count."""
    kept = {word.casefold() for word in _WORD.findall(sent)}
    words = [word for word in _WORD.findall(said) if word.casefold() not in kept]
    letters = "".join(words)
    if not letters_of(script) or len(letters) < 2:
        return ""
    right = len(letter(script).findall(letters))
    return "" if 2 * right > len(letters) else f"the answer is not in the script of the language ({script})"


def _untranslated(said: str, sent: str) -> str:
    """Refuse a text that comes back as it was sent, unless it may be nothing but names."""
    if _WORD.findall(said.casefold()) != _WORD.findall(sent.casefold()):
        return ""
    ordinary = [word for word in _WORD.findall(sent) if len(word) > 2 and word.islower()]
    return "the text came back untranslated" if len(ordinary) > 1 else ""


@cache
def known_answers(*, only_ends: bool = False) -> tuple[str, ...]:
    """Return the texts of services that are no translations; `only_ends`: those after which nothing more is sent.

    Raises RegistryError for a broken rule file.
    """
    tables = (table for table in said_tables() if table["ends"] or not only_ends)
    return tuple(text for table in tables for text in table["texts"])


def notice_in(answer: str, asked: str, *, only_ends: bool = False) -> str:
    """Return the notice of a service that stands in an answer and not in what was asked; "" without one."""
    said, sent = answer.casefold(), asked.casefold()
    known = known_answers(only_ends=only_ends)
    return next((text.strip() for text in known if text in said and text not in sent), "")


def said_tables() -> list[dict[str, Any]]:
    """Return the tables of `answers.toml`: service, authority, texts and samples."""
    path = Path(__file__).parent / "answers.toml"
    try:
        tables: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["said"]
    except (ValueError, KeyError) as error:
        raise RegistryError("this rule file cannot be read", where=path.name, why=str(error)) from error
    return tables
