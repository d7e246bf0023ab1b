"""The configuration: `[tool.l10n]` in pyproject.toml, or l10n.toml, as a frozen `Project`.

Precedence: options of the command line > environment (`L10N_*`) > file > defaults. Secrets never come
from a file.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from l10n.addenda import Addendum, addenda_of
from l10n.budgets import text_codec
from l10n.configuration import (
    CONFIG_NAMES,
    MEGABYTE,
    flag,
    line_of,
    megabytes,
    one_of,
    read_table,
    text,
    texts,
)
from l10n.errors import ConfigurationError, L10nError, did_you_mean, raise_all
from l10n.languages.tags import locale_problem
from l10n.languages.unknown_locale import unknown_locale
from l10n.model import FAIL_ON, Severity
from l10n.policy import (
    Requirement,
    SeverityRule,
    SubtitleRules,
    read_fail_on,
    read_max_length,
    read_requirements,
    read_severities,
    read_subtitles,
)
from l10n.settings import CheckSettings, FormatSettings, Policy, ProjectPaths, SourceSettings


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
    fail_on: Severity = FAIL_ON
    max_length: Mapping[str, int] = field(default_factory=dict)
    subtitles: Mapping[str, SubtitleRules] = field(default_factory=dict)
    baseline: str = ""
    checks: tuple[str, ...] = ()
    largest_file: int = 100
    configuration: str = field(default="", compare=False)

    @property
    def paths(self) -> ProjectPaths:
        """Where its files are."""
        return ProjectPaths(root=self.root, most_bytes=self.largest_file * MEGABYTE)

    @property
    def source_settings(self) -> SourceSettings:
        """How its sources are read."""
        return SourceSettings(
            paths=self.paths,
            locale=self.source_locale,
            encoding=self.encoding,
            encodings=self.encodings,
            repair=self.repair,
            share_equal_texts=self.share_equal_texts,
            addenda=self.addendum,
            formats=FormatSettings(
                front_matter_skip=self.front_matter_skip,
                front_matter_translate=self.front_matter_translate,
                markdown_code=self.markdown_code,
                html_code=self.html_code,
                allow_links=self.allow_links,
                allow_images=self.allow_images,
                allow_tags=self.allow_tags,
            ),
        )

    @property
    def check_settings(self) -> CheckSettings:
        """What its translations are held against."""
        folder = str(self.root / self.dictionaries) if self.dictionaries else ""
        return CheckSettings(
            quotation_marks=self.quotation_marks,
            dictionaries=folder,
            max_length=self.max_length,
            subtitles=self.subtitles,
        )

    @property
    def policy(self) -> Policy:
        """What it asks of its translations."""
        return Policy(
            locales=self.locales,
            configuration=self.root / self.configuration,
            severity=self.severity,
            require=self.require,
            fail_on=self.fail_on,
        )

    @property
    def title(self) -> str:
        """What people call it: its name, else that of its folder."""
        return self.name or self.root.name

    @property
    def name_locales(self) -> tuple[str, ...]:
        """The locales names are looked up in: those of the project, and that of its sources."""
        return tuple(dict.fromkeys((*self.locales, self.source_locale)))

    @property
    def memory_path(self) -> Path:
        """The translation memory; an absolute path in the configuration is shared by several projects."""
        return self.root / self.memory

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
    content = path.read_text(encoding="utf-8")
    for key, value in table.items():
        where = f"{path.name}:{line_of(content, (key,))}: {key}"
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
    return Project(root=root, configuration=path.name, **values)


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
    codec = text_codec(name)
    if codec is None:
        raise ValueError(f"{name!r} is not a text encoding Python knows")
    return codec


def _encodings(value: Any) -> dict[str, str]:
    if isinstance(value, dict):
        return {pattern: _encoding(encoding) for pattern, encoding in value.items()}
    raise ValueError('must be a table from pattern to encoding, such as {"source/old/*.txt" = "cp1251"}')


def _quotation_marks(value: Any) -> dict[str, str]:
    marks = value.values() if isinstance(value, dict) else [None]
    if any(not isinstance(four, str) or len(four) != 4 for four in marks):
        raise ValueError('must be a table from locale to four marks, such as { nl = "‘’“”" }')
    return {_locale(locale): marks for locale, marks in value.items()}


def _subtitles(value: Any) -> dict[str, SubtitleRules]:
    return {locale and _locale(locale): rules for locale, rules in read_subtitles(value).items()}


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
    "fail_on": read_fail_on,
    "max_length": read_max_length,
    "subtitles": _subtitles,
    "baseline": text,
    "largest_file": megabytes,
}
