"""What is said of a locale that a project, a rule or a table does not have."""

from collections.abc import Iterable

from l10n.errors import ConfigurationError


def unknown_locale(
    locale: str, known: Iterable[str], *, who: str = "this project has", where: str = ""
) -> ConfigurationError:
    """Return the error for a locale that is none of the `known` ones: what it is in CLDR, and which there are.

    Codes that look alike say nothing about the languages: whoever writes `fr` did not mean `ru`.
    """
    from l10n.languages.cldr import name_of_code  # only the error needs CLDR

    known = tuple(known)
    same = [one for one in known if one.casefold() == locale.replace("-", "_").casefold()]
    hint = f"write it {same[0]}" if same else ""
    shown = locale if locale.isprintable() and locale and " " not in locale else repr(locale)
    name = name_of_code(locale) or "not a locale CLDR knows"
    return ConfigurationError(f"{shown} is {name}; {who} {', '.join(known)}", where=where, hint=hint)
