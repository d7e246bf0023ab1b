"""The project that a command works on, with what it brings of its own in use: its languages and its checks."""

import os
from collections.abc import Mapping
from pathlib import Path

from l10n.checks.plugins.in_use import checks_in_use
from l10n.configuration import has_configuration
from l10n.languages.packs import packs_in_use, use_packs_in
from l10n.project import Project, find_project


def configured_project(folder: Path, environment: Mapping[str, str] = os.environ) -> Project:
    """Return the project that `folder` is in; its packs and the installed checks it names are in use from now on.

    Its packs are read as a whole: a mistake in a language the run does not ask for is told too.

    Raises ConfigurationError when there is none, when its configuration is wrong, and when those checks cannot be used;
    RegistryError, or SeveralErrors of it, for packs that cannot be read.
    """
    project = find_project(folder, environment)
    if project.checks != checks_in_use():
        from l10n.checks.plugins.installed import use_checks  # all checks are imported with it

        use_checks(*project.checks)
    use_packs_in(project.root / "languages")
    if packs_in_use():
        from l10n.workflow.store.own_packs import (
            read_own_packs,  # all that is known of languages comes with it
        )

        read_own_packs()
    return project


def project_around(folder: Path) -> Project | None:
    """Return the project that `folder` is in, None when it is in none: names can be asked for anywhere.

    Raises ConfigurationError as `configured_project` does.
    """
    return configured_project(folder) if has_configuration(folder) else None
