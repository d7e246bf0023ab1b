"""`l10n doctor`: what becomes of a document, before anyone translates it."""

from dataclasses import replace
from pathlib import Path

from l10n.errors import SourceError, did_you_mean
from l10n.formats import Formats, blamed
from l10n.formats.diagnosis import Diagnosis, diagnose
from l10n.project import Project
from l10n.workflow.store.addenda import read_addendum
from l10n.workflow.store.configured import project_around
from l10n.workflow.store.sources import SourceFile, read_text


def examine(file: Path, folder: Path) -> Diagnosis:
    """Return what the format of `file` makes of it, read as the project around `folder` says, if there is one.

    The document is examined as it stands: nothing is repaired first. Raises SourceError for a file that cannot be
    read, for a suffix no format has, and for an addendum to it that finds no place.
    """
    project = project_around(folder) or Project(root=folder)
    formats = Formats(project.source_settings.formats)
    suffixes = formats.suffixes
    form = formats.of(file.name)
    if form is None:
        raise SourceError(
            "no format is known for its suffix",
            where=str(file),
            hint=did_you_mean(file.suffix, suffixes) or f"known are: {', '.join(suffixes)}",
        )
    if not file.is_file():
        raise SourceError("there is no such file", where=str(file))
    name = file.as_posix()
    _, text = read_text(
        project.source_settings, SourceFile(path=file, name=name, domain=file.stem, format=form)
    )
    with blamed(form, name):
        found = diagnose(form, text, name)
        document = form.parse(text, name)
    path = (folder / file).resolve()
    inside = project.paths.relative(path) if path.is_relative_to(project.root) else name
    ours = [addendum for addendum in project.addendum if addendum.document == inside]
    for addendum in ours:
        read_addendum(project.source_settings, addendum, form, document)
    return replace(found, addenda=tuple(f"{one.file} in {one.locale}, {one.place}" for one in ours))
