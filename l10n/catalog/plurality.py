"""A translation whose source became a plural, or stopped being one: every form is kept."""

from dataclasses import replace

from l10n.catalog.catalog import Message

_MARK = "msgstr["
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def adapt(message: Message, source: Message) -> Message:
    """Return `message` as a singular or plural as `source` is one.

    A singular's text becomes the first form. Of a plural the first form with a text is the singular's, and the
    others go to translator comments (`msgstr[1]: …`), from where they come back when the plural does.
    """
    if (message.msgid_plural is None) == (source.msgid_plural is None):
        return replace(message, msgid_plural=source.msgid_plural)
    if source.msgid_plural is not None:
        return _as_plural(message, source.msgid_plural, len(source.msgstr))
    forms = message.msgstr
    first = next((index for index, form in enumerate(forms) if form), 0)
    aside = [_comment(index, form) for index, form in enumerate(forms) if form and index != first]
    comments = (*message.translator_comments, *aside)
    return replace(message, msgid_plural=None, msgstr=(forms[first],), translator_comments=comments)


def _as_plural(message: Message, msgid_plural: str, count: int) -> Message:
    forms = {0: message.msgstr[0]}
    comments: list[str] = []
    for comment in message.translator_comments:
        aside = _aside(comment)
        if aside is None or aside[0] in forms:
            comments.append(comment)
        else:
            forms[aside[0]] = aside[1]
    msgstr = tuple(forms.get(index, "") for index in range(max(count, max(forms) + 1)))
    return replace(message, msgid_plural=msgid_plural, msgstr=msgstr, translator_comments=tuple(comments))


def kept_forms(message: Message) -> list[str]:
    """Return every non-empty text of a translation, those in comments (see `adapt`) included."""
    aside = (_aside(comment) for comment in message.translator_comments)
    return [*filter(None, message.msgstr), *(text for _, text in filter(None, aside))]


def _comment(index: int, form: str) -> str:
    return f"{_MARK}{index}]: " + "".join(_ESCAPES.get(letter, letter) for letter in form)


def _aside(comment: str) -> tuple[int, str] | None:
    """Return index and text of a form kept in a comment, or None for any other comment."""
    digit, mark, written = comment.removeprefix(_MARK).partition("]: ")
    if not comment.startswith(_MARK) or not mark or len(digit) != 1 or not digit.isdecimal():
        return None
    text = written.replace("\\\\", "\0").replace("\\n", "\n").replace("\\r", "\r").replace("\0", "\\")
    return int(digit), text
