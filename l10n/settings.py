"""What of a project its parts need, as small values: where its files are, how its sources are read, what it asks.

A `Project` is the whole configuration. These are what goes on to the stages and to other processes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n.addenda import Addendum
from l10n.configuration import MEGABYTE, leads_out, line_of
from l10n.errors import FileError
from l10n.model import FAIL_ON, Severity
from l10n.policy import Limits, Requirement, SeverityRule, SubtitleRules


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPaths:
    """Where the files of a project are, below `root` (absolute), what they are called, and how many bytes one may have.

    A name is a path below the root, with `/`.
    """

    root: Path
    most_bytes: int = 100 * MEGABYTE

    @property
    def source_folder(self) -> Path:
        """Where the articles are."""
        return self.root / "source"

    @property
    def locales_folder(self) -> Path:
        """Where templates, catalogs and names.toml are."""
        return self.root / "locales"

    @property
    def registry(self) -> Path:
        """The registry of names."""
        return self.locales_folder / "names.toml"

    def template(self, domain: str) -> Path:
        """Return the path of the template of `domain`."""
        return self.root / self.template_name(domain)

    def template_name(self, domain: str) -> str:
        """Return the name of the template of `domain`."""
        return f"locales/{domain}.pot"

    def catalog(self, domain: str, locale: str) -> Path:
        """Return the path of the catalog of `domain` in `locale`."""
        return self.root / self.catalog_name(domain, locale)

    def catalog_name(self, domain: str, locale: str) -> str:
        """Return the name of the catalog of `domain` in `locale`."""
        return f"locales/{locale}/LC_MESSAGES/{domain}.po"

    def aside_name(self, domain: str, locale: str) -> str:
        """Return the name of the catalog of `domain` in `locale` where it is set aside with its document, or locale.

        Nobody looks for catalogs in a hidden folder, but git shows it.
        """
        return f"locales/.gone/{locale}/LC_MESSAGES/{domain}.po"

    def localized_name(self, document: str, locale: str) -> str:
        """Return the name of the version of a document in `locale`."""
        return f"build/{locale}/{document}"

    def relative(self, path: Path) -> str:
        """Return the name of `path`.

        Raises FileError for one that is elsewhere, because it says so or because a link leads there: who sends a
        document is not to read or write the files of who localizes it.
        """
        name = path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        self.inside(name)
        return name

    def inside(self, name: str) -> Path:
        """Return the path of the file of this name. Raises FileError when it leads out of the project."""
        path = self.root / name
        if leads_out(path, self.root):
            raise FileError("leads out of the project", where=name, hint=f"put it below {self.root} itself")
        return path


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSettings:
    """What a project says about formats: the keys of the configuration of these names."""

    front_matter_skip: tuple[str, ...] = ()
    front_matter_translate: tuple[str, ...] = ()
    markdown_code: str = "skip"
    html_code: str = "translate"
    allow_links: tuple[str, ...] = ()
    allow_images: tuple[str, ...] = ()
    allow_tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """All that reading the sources of a project depends on, beside their files."""

    paths: ProjectPaths
    locale: str = "en"
    encoding: str = "utf-8"
    encodings: Mapping[str, str] = field(default_factory=dict)
    repair: bool = True
    share_equal_texts: bool = True
    addenda: tuple[Addendum, ...] = ()
    formats: FormatSettings = FormatSettings()

    def encoding_of(self, name: str) -> str:
        """Return the encoding of a source: the last matching pattern of `encodings`, else `encoding`."""
        chosen = self.encoding
        for pattern, encoding in self.encodings.items():
            if Path(name).match(pattern):
                chosen = encoding
        return chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What checks hold translations against beside their source: the four quotation marks of a locale, the folder of
    the project's own dictionaries ("" for none), the most characters of a message by patterns of documents, and the
    rules for subtitles by locale ("" for all others).
    """

    quotation_marks: Mapping[str, str] = field(default_factory=dict)
    dictionaries: str = ""
    max_length: Mapping[str, int] = field(default_factory=dict)
    subtitles: Mapping[str, SubtitleRules] = field(default_factory=dict)

    def limits_of(self, name: str, locale: str) -> Limits:
        """Return how much a translation of a document may have; of the patterns that fit the last one decides."""
        found = [most for pattern, most in self.max_length.items() if Path(name).match(pattern)]
        rules = self.subtitles.get(locale) or self.subtitles.get("") or SubtitleRules()
        return Limits(characters=found[-1] if found else None, subtitles=rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a project asks of its translations in `locales`, and the file of the `configuration` that says so.

    `fail_on` is the mildest severity of which one finding makes a check fail.
    """

    locales: tuple[str, ...]
    configuration: Path
    severity: tuple[SeverityRule, ...] = ()
    require: tuple[Requirement, ...] = ()
    fail_on: Severity = FAIL_ON

    def place_of(self, keys: Sequence[str]) -> str:
        """Return where the configuration sets a key, as `l10n.toml:4: severity.nl`, for an error about it."""
        content = self.configuration.read_text(encoding="utf-8")
        return f"{self.configuration.name}:{line_of(content, keys)}: {'.'.join(keys)}"
