"""`l10n init`: the files a new project begins with."""

import json
from collections.abc import Sequence
from pathlib import Path

from l10n.configuration import CONFIG_NAMES
from l10n.errors import ConfigurationError, L10nError, raise_all
from l10n.workflow.store.files import Change, apply, read_optional
from l10n.workflow.store.lock import one_writer

_REGISTRY = """\
# How this project spells names: one name, one spelling per language. An entry looks like this:
#
# [[name]]
# id = "yulia-peresild"
# kind = "person"                    # person, place, organisation, work or vessel
# gender = "female"
# native = "Юлия Пересильд"
# language = "ru"                    # the language of the native form
# because = "why it is spelled so"
# nl = { preferred = "Joelia Peresild", deprecated = ["Julia Peresild"] }
# en = { preferred = "Yulia Peresild" }
# ru = { preferred = "Юлия Пересильд" }
"""


def init(
    folder: Path, *, source_locale: str, locales: Sequence[str], save: bool = True
) -> tuple[Change, ...]:
    """Write l10n.toml, an empty registry and the folder of the articles; return the files that are new.

    Raises ConfigurationError when the folder already is a project or a locale is not one.
    """
    with one_writer(folder, writes=save):
        return _init(folder, source_locale=source_locale, locales=locales, save=save)


def _init(folder: Path, *, source_locale: str, locales: Sequence[str], save: bool) -> tuple[Change, ...]:
    from l10n.languages.cldr import language_name  # CLDR knows whether a locale exists

    errors: list[L10nError] = []
    for locale in dict.fromkeys((source_locale, *locales)):
        try:
            language_name(locale)
        except ConfigurationError as error:
            errors.append(error)
    if not locales:
        errors.append(
            ConfigurationError("no locales to localize into", hint="name them: --locale nl --locale ru")
        )
    raise_all(errors)
    for name in CONFIG_NAMES:
        content = read_optional(folder / name, name) or b""
        if (name == "l10n.toml" and content) or b"[tool.l10n]" in content:
            raise ConfigurationError("this folder already is an l10n project", where=name)
    config = (
        f"source_locale = {json.dumps(source_locale)}\nlocales = {json.dumps(list(dict.fromkeys(locales)))}\n"
    )
    contents = {"l10n.toml": config, "locales/names.toml": _REGISTRY, "source/.gitkeep": ""}
    changes = tuple(
        Change(path=folder / name, name=name, before=None, after=text.encode())
        for name, text in contents.items()
        if read_optional(folder / name, name) is None
    )
    if save:
        apply(changes)
    return changes
