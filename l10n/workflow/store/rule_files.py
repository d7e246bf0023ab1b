"""Which files of a project say what is right in it: a gate may take them from a branch that is trusted."""

import os
from collections.abc import Mapping
from pathlib import Path

from l10n.errors import FileError
from l10n.project import find_project


def rule_files(folder: Path, environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Return where the project that `folder` is in has its rules: the registry of names, its packs of languages, and
    the baseline and dictionaries that its configuration names. They need not be there.

    The configuration itself is not among them: which file it is depends on where it is looked for. Raises
    ConfigurationError without a project, FileError for rules that are outside it.
    """
    project = find_project(folder, environment)
    named = [name for name in (project.baseline, project.dictionaries) if name]
    inside = [project.paths.inside(name) for name in named]
    for name, path in zip(named, inside, strict=True):
        if os.path.normpath(path) == str(project.root):
            raise FileError("is the whole project", where=name)
    return (project.paths.registry, project.root / "languages", *inside)
