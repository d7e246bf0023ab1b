"""`l10n adopt`: an existing translated document becomes translations in the catalog."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalog.catalog import Message, MessageKey
from l10n.errors import CatalogError, FileError, SourceError
from l10n.formats import Formats
from l10n.formats.subtitles import cue_times
from l10n.model import Segment
from l10n.pretranslation.adoption import Pair, Side, align
from l10n.project import Project
from l10n.workflow.store.catalogs import open_catalog, open_lexicon
from l10n.workflow.store.decoding import is_empty
from l10n.workflow.store.files import Change, apply, changes_only
from l10n.workflow.store.lock import one_writer
from l10n.workflow.store.sources import Source, SourceFile, read_source, read_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptReport:
    """How many messages were filled, how many of those are fuzzy, how many stay empty, what of the translated document
    found no place in the catalog, in its order, and the files that change.
    """

    filled: int
    fuzzy: int
    empty: int
    unplaced: tuple[Segment, ...]
    changes: tuple[Change, ...]


def adopt(
    project: Project, file: Path, locale: str, *, document: str | None = None, save: bool = True
) -> AdoptReport:
    """Fill the untranslated messages of a source's catalog from its translation `file`; return what changed.

    `document` is the source by its path in the project; without it the source of the same file name is meant.
    What a person has translated already stays. Pairs without evidence are fuzzy. Raises SourceError when the source is
    not known or the file cannot be read, CatalogError when no catalog is there yet.
    """
    with one_writer(project.root, writes=save):
        return _adopt(project, file, locale, document=document, save=save)


def _adopt(project: Project, file: Path, locale: str, *, document: str | None, save: bool) -> AdoptReport:
    (chosen,) = project.chosen_locales([locale])
    source = _source_of(project, file, document)
    translated = _read(project, file)
    catalog = open_catalog(project.paths, source.file.domain, chosen)
    if catalog.file is None:
        raise CatalogError("there is no catalog yet", where=catalog.name, hint="run `l10n extract` first")
    pairs = align(
        _side(source, project.source_locale), _side(translated, chosen), open_lexicon(project).decided
    )
    found = _translations(pairs)
    messages, fuzzy, filled = [], 0, 0
    for message in catalog.catalog.messages:
        draft = found.get(message.key)
        if draft is None or message.obsolete or any(message.msgstr) or message.msgid_plural is not None:
            messages.append(message)
            continue
        filled += 1
        fuzzy += not draft[1]
        messages.append(_filled(message, draft[0], file.name, is_sure=draft[1]))
    changes = changes_only([catalog.saved(messages)])
    if save:
        apply(changes)
    empty = sum(
        not message.translated for message in messages if not message.obsolete and not message.is_header
    )
    placed = {id(segment) for pair in pairs if _is_placed(pair, found) for segment in pair.target}
    unplaced = tuple(segment for segment in translated.document.segments if id(segment) not in placed)
    return AdoptReport(filled=filled, fuzzy=fuzzy, empty=empty, unplaced=unplaced, changes=changes)


def _side(source: Source, locale: str) -> Side:
    document = source.document
    return Side(segments=document.segments, locale=locale, form=source.file.format, times=cue_times(document))


def _source_of(project: Project, file: Path, document: str | None) -> Source:
    sources = read_sources(project.source_settings)
    if document is not None:
        wanted = [source for source in sources if source.file.name == document]
    else:
        wanted = [source for source in sources if source.file.path.name == file.name]
    if len(wanted) != 1:
        known = ", ".join(source.file.name for source in sources[:5])
        raise SourceError(
            "it is not clear which source this translates",
            where=file.name,
            why="no source has that name" if not wanted else "several sources have that name",
            hint=f"name it with --document, for example: {known}",
        )
    return wanted[0]


def _read(project: Project, file: Path) -> Source:
    known = Formats(project.source_settings.formats).of(file.name)
    if not file.is_file():
        raise FileError("there is no such file", where=str(file))
    if known is None:
        raise SourceError("no format is known for its suffix", where=file.name)
    as_it_stands = replace(
        project.source_settings, repair=False
    )  # repairs go by rules of the source's language
    found = read_source(as_it_stands, SourceFile(path=file, name=file.name, domain=file.stem, format=known))
    if is_empty(found.original):
        raise SourceError("the file is empty", where=file.name)
    return found


def _translations(pairs: Sequence[Pair]) -> dict[MessageKey, tuple[str, bool]]:
    """Return the translation of each text, and whether it is sure; of two that differ the surer is taken, unsure."""
    found: dict[MessageKey, tuple[float, str, bool]] = {}
    for pair in pairs:
        if len(pair.source) > 1:
            continue  # one text for two: a person has to cut it
        key = (pair.source[0].msgctxt, pair.source[0].msgid)
        text = _joined(pair.target)
        _, known, was_sure = found.get(key, (0.0, text, True))
        is_sure = pair.is_sure and was_sure and known == text
        if key not in found or found[key][0] < pair.confidence:
            found[key] = (pair.confidence, text, is_sure)
        else:
            found[key] = (*found[key][:2], was_sure and known == text)
    return {key: (text, is_sure) for key, (_, text, is_sure) in found.items()}


def _is_placed(pair: Pair, found: dict[MessageKey, tuple[str, bool]]) -> bool:
    """Whether a message is offered the text of a pair."""
    if len(pair.source) > 1:
        return False
    return found[pair.source[0].msgctxt, pair.source[0].msgid][0] == _joined(pair.target)


def _joined(segments: Sequence[Segment]) -> str:
    return " ".join(segment.msgid for segment in segments)


def _filled(message: Message, text: str, name: str, *, is_sure: bool) -> Message:
    comment = f"adopted from {name}"
    return replace(
        message,
        msgstr=(text,),
        flags=message.flags if is_sure else (*message.flags, "fuzzy"),
        translator_comments=(*message.translator_comments, comment),
    )
