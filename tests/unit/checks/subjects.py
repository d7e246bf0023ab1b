"""Subjects made of catalogs alone: a document with the texts of the catalog, in its order."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from l10n.catalog import pofile
from l10n.catalog.catalog import Message
from l10n.catalog.pofile import PoFile
from l10n.checks.base import Subject
from l10n.checks.registry import CHECKS
from l10n.formats import format_of
from l10n.model import Finding
from l10n.names.recognition.lexicon import Lexicon, compile_lexicon
from l10n.names.registry.reader import read_registry

ROOT = Path(__file__).parent.parent.parent.parent
CLEAN = ROOT / "tests" / "cases" / "checks" / "clean"
LOCALES = ("nl", "en", "ru")
# whether a name is registered is no matter of these catalogs, which have no registry
OF_THE_REGISTRY = frozenset({"unregistered-name"})


def catalogs() -> list[tuple[str, str, PoFile]]:
    """Return the path of the source, the locale and the catalog of each clean text: ours, and the article."""
    found = [
        (
            "source/prose.txt" if path.name.startswith("prose") else "source/guide.md",
            path.suffixes[0][1:],
            path,
        )
        for path in sorted(CLEAN.glob("*.po"))
    ]
    article = "russian-actress-iss"
    found += [
        (f"source/{article}.txt", locale, ROOT / "locales" / locale / "LC_MESSAGES" / f"{article}.po")
        for locale in LOCALES
    ]
    return [(source, locale, pofile.read(path.read_bytes(), path.name)) for source, locale, path in found]


def lexicon() -> Lexicon:
    """Return the names of the article."""
    path = ROOT / "locales" / "names.toml"
    return compile_lexicon(
        read_registry(path.read_text(encoding="utf-8"), "locales/names.toml", LOCALES), LOCALES
    )


def subject(source: str, locale: str, file: PoFile, names: Lexicon) -> Subject:
    """Return the subject of a catalog whose source has its texts, paragraph by paragraph."""
    form = format_of(source)
    assert form is not None
    text = "\n\n".join(message.msgid for message in file.catalog(locale, "").live)
    document = form.parse(text, source)
    return Subject(
        document=document,
        form=form,
        source_locale="en",
        locale=locale,
        catalog_name=file.path,
        file=file,
        lexicon=names,
        dictionaries=str(CLEAN.parent / "dictionaries"),
    )


def changed(file: PoFile, message: Message, msgstr: str) -> PoFile:
    """Return the catalog with another translation of one message."""
    messages: Sequence[Message] = [
        replace(known, msgstr=(msgstr,)) if known.key == message.key else known for known in file.messages
    ]
    return pofile.read(pofile.write(file, messages), file.path)


def findings(looked_at: Subject, codes: Sequence[str] | None = None) -> list[Finding]:
    """Return what all checks find, or those with these codes."""
    chosen = (
        [CHECKS[code] for code in codes]
        if codes
        else [c for c in CHECKS.values() if c.code not in OF_THE_REGISTRY and not c.on_request]
    )
    return [finding for check in chosen for finding in check.find(looked_at)]
