"""The header of a catalog: its fields, a complete new one, and the plural rule it declares.

The fields are those of the GNU gettext manual, "Filling in the Header Entry". None holds a date that changes
without anybody's work, and none names a person who did not translate.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from gettext import c2py

from l10n.catalog.catalog import Message
from l10n.errors import CatalogError

MOST_PLURAL_FORMS = 10
_LARGEST_COUNT = 1000
# Possessive: a value full of spaces is read once, whatever does not fit after them.
_PLURAL_FORMS = re.compile(
    r"\s*+nplurals\s*+=\s*+([0-9]++)\s*+;\s*+plural\s*+=\s*+([^;]++)(?:;\s*+)?", re.ASCII
)


def header_fields(msgstr: str) -> dict[str, str]:
    """Return the fields of a header's msgstr in file order; of a field given twice the first, as in GNU gettext.

    A line without a colon continues the field before it.
    """
    fields: dict[str, str] = {}
    name = ""
    for line in msgstr.split("\n"):
        head, colon, value = line.partition(":")
        if colon and not head.startswith((" ", "\t")):
            repeated = head.strip() in fields
            name = "" if repeated else head.strip()
            if name:
                fields[name] = value.strip()
        elif name and line.strip():
            fields[name] = f"{fields[name]} {line.strip()}".strip()
    return fields


def new_header(
    *,
    locale: str | None,
    language_name: str = "",
    plural_forms: str = "",
    project_name: str,
    revision_date: str = "",
) -> Message:
    """Return a header for a new catalog; with all values given, `msgfmt -c` has nothing to say about it.

    `locale` is POSIX (`nl`, `pt_BR`), empty or None for a template, which leaves out what only a translation has.
    `language_name` is English ("Dutch"), `plural_forms` a `Plural-Forms` value, `revision_date` is
    `YYYY-MM-DD HH:MM+ZZZZ`. There is no POT-Creation-Date: it changes with each extract, and says nothing.
    Line ends in a value become blanks, so that none can add a field.
    """
    translation = {
        "PO-Revision-Date": revision_date,
        "Last-Translator": "Automatically generated",
        "Language-Team": language_name,
    }
    fields = {
        "Project-Id-Version": project_name,
        **(translation if locale else {}),
        "Language": locale or "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **({"Plural-Forms": plural_forms} if plural_forms else {}),
        "X-Generator": "l10n",
    }
    lines = [f"{name}: {' '.join(value.split())}\n" for name, value in fields.items()]
    return Message(msgid="", msgstr=("".join(lines),))


@lru_cache(maxsize=256)  # the catalogs of a locale have the same one
def check_plural_forms(value: str) -> tuple[int, Callable[[int], int]]:
    """Return the number of plural forms and the rule that gives the form (from 0) for a count.

    `value` is that of the header's `Plural-Forms`. Raises CatalogError when it is no C expression of `n`
    (`gettext.c2py` of the standard library reads it, with its limits on length and depth), declares fewer than
    1 or more than 10 forms, divides by zero, or gives a form that does not exist for a count from 0 to 1000.
    """
    match = _PLURAL_FORMS.fullmatch(value)
    if match is None:
        hint = "write for example nplurals=2; plural=(n != 1);"
        raise CatalogError(
            "Plural-Forms is not of the form nplurals=…; plural=…;", where=value[:60], hint=hint
        )
    digits, expression = match[1], match[2].rstrip()
    if len(digits) > 2 or not 1 <= int(digits) <= MOST_PLURAL_FORMS:
        raise CatalogError(f"Plural-Forms declares {digits[:12]} forms, not 1 to {MOST_PLURAL_FORMS}")
    try:
        rule: Callable[[int], int] = c2py(expression)
    except (ValueError, RecursionError, SyntaxError) as error:  # it writes Python, and `n != !1` is none
        raise CatalogError(
            f"the plural expression is not usable: {str(error)[:80]}", where=value[:60]
        ) from None
    for count in range(_LARGEST_COUNT + 1):
        try:
            form = rule(count)
        except ZeroDivisionError:
            raise CatalogError(
                f"the plural expression divides by zero for n={count}", where=value[:60]
            ) from None
        if not 0 <= form < int(digits):
            what = f"the plural expression gives form {form} for n={count}, but there are only {digits}"
            raise CatalogError(what, where=value[:60])
    return int(digits), rule
