"""The names and sentences of `right_forms.toml`: what is right in each locale, to build projects of."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATH = Path(__file__).parents[2] / "cases" / "names" / "right_forms.toml"
TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads(PATH.read_text(encoding="utf-8"))
NAMES, SENTENCES = TABLE["name"], TABLE["sentence"]
KNOWN_GRAMMAR = ("nl", "en", "ru")
LOCALES = ("nl", "ru", "uk", "pl", "cs", "de", "fi")
_COMMON = ("id", "kind", "gender", "native", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """A sentence with a name, and its right translation into `locale`."""

    locale: str
    source: str
    translation: str


def form(name: dict[str, Any], locale: str, case: int = 0) -> str:
    """Return the name in a locale, in one of its three cases."""
    forms = name[locale]
    return str(forms if isinstance(forms, str) else forms[case])


def right(name: dict[str, Any], sentence: dict[str, Any], locale: str) -> Right:
    """Return one sentence with one name, in English and in `locale`."""
    template, case = (sentence[locale], 0) if isinstance(sentence[locale], str) else sentence[locale]
    return Right(
        locale=locale,
        source=sentence["en"].format(form(name, "en")),
        translation=template.format(form(name, locale, case)),
    )


def entry(
    name: dict[str, Any], locales: tuple[str, ...], *extra: str, statuses: dict[str, str] | None = None
) -> str:
    """Return the entry of a name in names.toml, with a form for each of `locales`; `extra` are lines of it."""
    lines = ["[[name]]", *(f'{key} = "{name[key]}"' for key in _COMMON if key in name), *extra]
    for locale in locales:
        status = f', status = "{statuses[locale]}"' if statuses and locale in statuses else ""
        lines.append(f'{locale} = {{ preferred = "{form(name, locale)}"{status} }}')
    return "\n".join(lines) + "\n"


def write_project(folder: Path, locale: str, pairs: list[Right], registry: str) -> Path:
    """Write a project whose one catalog, in `locale`, has these translations; return the path of the catalog."""
    (folder / "source").mkdir(parents=True, exist_ok=True)
    catalog = folder / "locales" / locale / "LC_MESSAGES" / "a.po"
    catalog.parent.mkdir(parents=True, exist_ok=True)
    (folder / "l10n.toml").write_text(f'source_locale = "en"\nlocales = ["{locale}"]\n', encoding="utf-8")
    (folder / "source" / "a.txt").write_text(
        "\n\n".join(pair.source for pair in pairs) + "\n", encoding="utf-8"
    )
    (folder / "locales" / "names.toml").write_text(registry, encoding="utf-8")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    messages = (f'\nmsgid "{pair.source}"\nmsgstr "{pair.translation}"\n' for pair in pairs)
    catalog.write_text(header + "".join(messages), encoding="utf-8")
    return catalog
