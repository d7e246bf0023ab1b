"""The configuration: `[tool.l10n]` in pyproject.toml, or l10n.toml, as a frozen `Project`.

Precedence: options of the command line > environment (`L10N_*`) > file > defaults. Secrets never come
from a file.
"""

import codecs
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n.addenda import Addendum, addenda_of
from l10n.configuration import (
    CONFIG_NAMES,
    MEGABYTE,
    flag,
    leads_out,
    line_of,
    megabytes,
    one_of,
    read_table,
    text,
    texts,
)
from l10n.errors import ConfigurationError, FileError, L10nError, did_you_mean, raise_all
from l10n.languages.packs import use_packs_in
from l10n.languages.tags import locale_problem
from l10n.languages.unknown_locale import unknown_locale
from l10n.policy import Requirement, SeverityRule, read_requirements, read_severities


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What the configuration says, with every path below `root` (absolute)."""

    root: Path
    source_locale: str = "en"
    locales: tuple[str, ...] = ()
    name: str = ""
    repair: bool = True
    rewrite_lang: bool = True
    encoding: str = "utf-8"
    encodings: Mapping[str, str] = field(default_factory=dict)
    output_encoding: str = ""
    memory: str = ".l10n/memory.sqlite"
    service: str = ""
    service_url: str = ""
    service_model: str = ""
    references: str = "file"
    share_equal_texts: bool = True
    front_matter_skip: tuple[str, ...] = ()
    front_matter_translate: tuple[str, ...] = ()
    markdown_code: str = "skip"
    html_code: str = "translate"
    quotation_marks: Mapping[str, str] = field(default_factory=dict)
    dictionaries: str = ""
    allow_links: tuple[str, ...] = ()
    allow_images: tuple[str, ...] = ()
    allow_tags: tuple[str, ...] = ()
    addendum: tuple[Addendum, ...] = ()
    severity: tuple[SeverityRule, ...] = ()
    require: tuple[Requirement, ...] = ()
    baseline: str = ""
    checks: tuple[str, ...] = ()
    largest_file: int = 100
    configuration: str = field(default="", compare=False)

    @property
    def source_folder(self) -> Path:
        """Where the articles are."""
        return self.root / "source"

    @property
    def name_locales(self) -> tuple[str, ...]:
        """The locales names are looked up in: those of the project, and that of its sources."""
        return tuple(dict.fromkeys((*self.locales, self.source_locale)))

    @property
    def locales_folder(self) -> Path:
        """Where templates, catalogs and names.toml are."""
        return self.root / "locales"

    @property
    def registry_path(self) -> Path:
        """The registry of names."""
        return self.locales_folder / "names.toml"

    @property
    def most_bytes(self) -> int:
        """How long a file of the project may be, in bytes."""
        return self.largest_file * MEGABYTE

    @property
    def memory_path(self) -> Path:
        """The translation memory; an absolute path in the configuration is shared by several projects."""
        return self.root / self.memory

    def template_path(self, domain: str) -> Path:
        """Return the path of the template of `domain`."""
        return self.root / self.template_name(domain)

    def template_name(self, domain: str) -> str:
        """Return what people call the template of `domain`: its path below the root."""
        return f"locales/{domain}.pot"

    def catalog_path(self, domain: str, locale: str) -> Path:
        """Return the path of the catalog of `domain` in `locale`."""
        return self.root / self.catalog_name(domain, locale)

    def catalog_name(self, domain: str, locale: str) -> str:
        """Return what people call the catalog of `domain` in `locale`: its path below the root."""
        return f"locales/{locale}/LC_MESSAGES/{domain}.po"

    def localized_name(self, document: str, locale: str) -> str:
        """Return what people call the version of a document in `locale`: its path below the root."""
        return f"build/{locale}/{document}"

    def relative(self, path: Path) -> str:
        """Return `path` as people read it: relative to the root, with `/`.

        Raises FileError for one that is elsewhere, because it says so or because a link leads there: who sends a
        document is not to read or write the files of who localizes it.
        """
        name = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        self.inside(name)
        return name

    def inside(self, name: str) -> Path:
        """Return the path of what people call `name`. Raises FileError when it leads out of the project."""
        return _inside(self.root, name)

    def place_of(self, keys: Sequence[str]) -> str:
        """Return where the configuration sets a key, as `l10n.toml:4: severity.nl`, for an error about it."""
        lines = (self.root / self.configuration).read_text(encoding="utf-8").split("\n")
        return f"{self.configuration}:{line_of(lines, keys)}: {'.'.join(keys)}"

    def encoding_of(self, relative_path: str) -> str:
        """Return the encoding of a source: the last matching pattern of `encodings`, else `encoding`."""
        chosen = self.encoding
        for pattern, encoding in self.encodings.items():
            if Path(relative_path).match(pattern):
                chosen = encoding
        return chosen

    def chosen_locales(self, wanted: list[str] | None) -> tuple[str, ...]:
        """Return the `wanted` locales, or all of the project's when none is named.

        Raises ConfigurationError for a locale the project does not have.
        """
        unknown = [locale for locale in dict.fromkeys(wanted or ()) if locale not in self.locales]
        raise_all([unknown_locale(locale, self.locales) for locale in unknown])
        return tuple(dict.fromkeys(wanted)) if wanted else self.locales


def find_project(start: Path, environment: Mapping[str, str] = os.environ) -> Project:
    """Return the project that `start` is in: the nearest folder, upwards, with a configuration.

    Raises ConfigurationError when there is none, or when it is wrong (every problem at once).
    """
    for folder in (start.resolve(), *start.resolve().parents):
        tables = [(folder / name, read_table(folder / name)) for name in CONFIG_NAMES]
        found = [(path, table) for path, table in tables if table is not None]
        if len(found) > 1:
            raise ConfigurationError(
                "two configurations",
                why=f"both {found[0][0].name} [tool.l10n] and {found[1][0].name} configure {folder}",
                hint="keep one of the two",
            )
        if found:
            return _project(folder, *found[0], environment)
    raise ConfigurationError(
        f"no l10n project in {start} or above it",
        why="neither a pyproject.toml with [tool.l10n] nor an l10n.toml was found",
        hint="start one with `l10n init`",
    )


def _project(root: Path, path: Path, table: Mapping[str, Any], environment: Mapping[str, str]) -> Project:
    errors: list[L10nError] = []
    values: dict[str, Any] = {}
    lines = path.read_text(encoding="utf-8").split("\n")
    for key, value in table.items():
        where = f"{path.name}:{line_of(lines, (key,))}: {key}"
        if key not in _KEYS:
            errors.append(ConfigurationError("unknown key", where=where, hint=did_you_mean(key, _KEYS)))
        else:
            _take(key, value, where, values, errors)
    for key in _KEYS:
        variable = f"L10N_{key.upper()}"
        if variable in environment:
            _take(key, _from_environment(key, environment[variable]), variable, values, errors)
    if "locales" not in table and "locales" not in values:
        hint = 'for example: locales = ["nl", "ru"]'
        errors.append(ConfigurationError("no locales", where=f"{path.name}: locales", hint=hint))
    raise_all(errors)
    use_packs_in(_inside(root, "languages"))
    return Project(root=root, configuration=path.name, **values)


def _inside(root: Path, name: str) -> Path:
    """Return a folder of a project. Raises FileError when a link makes it lead out."""
    if leads_out(root / name, root):
        raise FileError("leads out of the project", where=name, hint=f"put it below {root} itself")
    return root / name


def _take(key: str, value: Any, where: str, values: dict[str, Any], errors: list[L10nError]) -> None:
    try:
        values[key] = _KEYS[key](value)
    except ValueError as error:
        errors.append(ConfigurationError(str(error), where=where))


def _from_environment(key: str, value: str) -> Any:
    """Return the text of an environment variable as the type its key has in TOML."""
    if _KEYS[key] is flag:
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    return re.split(r"[\s,]+", value.strip()) if _KEYS[key] in (_locales, texts) else value


def _locale(value: Any) -> str:
    locale = text(value)
    if problem := locale_problem(locale):
        raise ValueError(problem)
    return locale


def _locales(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError('must be a list of locales, such as ["nl", "ru"]')
    locales = tuple(_locale(item) for item in value)
    if len(set(locales)) < len(locales):
        raise ValueError("names a locale twice")
    return locales


def _encoding(value: Any) -> str:
    name = text(value)
    try:
        codec = codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError):
        raise ValueError(f"{name!r} is not a text encoding Python knows") from None
    return codec.name


def _encodings(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        return {pattern: _encoding(encoding) for pattern, encoding in value.items()}
    raise ValueError('must be a table from pattern to encoding, such as {"source/old/*.txt" = "cp1251"}')


def _quotation_marks(value: Any) -> dict[str, str]:
    marks = value.values() if isinstance(value, dict) else [None]
    if any(not isinstance(four, str) or len(four) != 4 for four in marks):
        raise ValueError('must be a table from locale to four marks, such as { nl = "‘’“”" }')
    return {_locale(locale): marks for locale, marks in value.items()}


_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "source_locale": _locale,
    "locales": _locales,
    "name": text,
    "repair": flag,
    "rewrite_lang": flag,
    "encoding": _encoding,
    "encodings": _encodings,
    "output_encoding": _encoding,
    "memory": text,
    "service": text,
    "service_url": text,
    "service_model": text,
    "references": one_of("file", "line"),
    "share_equal_texts": flag,
    "front_matter_skip": texts,
    "front_matter_translate": texts,
    "markdown_code": one_of("skip", "comments"),
    "html_code": one_of("translate", "skip"),
    "quotation_marks": _quotation_marks,
    "dictionaries": text,
    "allow_links": texts,
    "checks": texts,
    "allow_images": texts,
    "allow_tags": texts,
    "addendum": addenda_of,
    "severity": read_severities,
    "require": read_requirements,
    "baseline": text,
    "largest_file": megabytes,
}
