"""Localize documents with gettext, and keep every name right in every language.

The Python API: `extract`, `check` and `render` do to the project around a folder what the commands do, and return a
report; `names` is the names engine, on plain text. What cannot be done raises `L10nError`. Everything else below `l10n`
may change with each version. Nothing is imported before it is asked for.
"""

from typing import TYPE_CHECKING

from l10n.errors import L10nError
from l10n.version import __version__

if TYPE_CHECKING:
    from l10n import names
    from l10n.api import check, extract, render

__all__ = ["L10nError", "__version__", "check", "extract", "names", "render"]

if not TYPE_CHECKING:  # so that a type checker knows which names there are

    def __getattr__(name: str) -> object:
        """Import what is asked for. Raises AttributeError for what is not part of the API."""
        from importlib import import_module

        if name == "names":
            return import_module("l10n.names")
        if name in __all__:
            return getattr(import_module("l10n.api"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        """Return what there is, imported or not."""
        return sorted({*globals(), *__all__})
