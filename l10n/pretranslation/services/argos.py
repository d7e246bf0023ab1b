"""Argos Translate on this machine, with a model file that the user supplies; the extra `l10n-names[argos]`.

Nothing is fetched: the package is told of no index, and the model is the file `service_url` names.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from l10n.errors import ServiceError
from l10n.languages.tags import language_subtag
from l10n.pretranslation.services.base import Asked, Settings


class Argos:
    """A client of an installed model for the pair of languages."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._translation: Any = None

    def check(self) -> None:
        """Raise ServiceError when the package, the model file or the pair of languages is not there."""
        try:
            import argostranslate.package
            import argostranslate.translate
        except ImportError:
            hint = "pip install 'l10n-names[argos]'"
            raise ServiceError("the extra for local models is not installed", hint=hint) from None
        file = Path(self._settings.url) if self._settings.url else None
        if file is not None and not file.is_file():
            raise ServiceError("there is no such model file", where=str(file))
        codes = [language_subtag(locale) for locale in (self._settings.source_locale, self._settings.locale)]
        find = argostranslate.translate.get_translation_from_codes
        try:
            self._translation = _found(find, codes)
            if self._translation is None and file is not None:
                argostranslate.package.install_from_path(file)
                self._translation = find(*codes)
        except Exception as error:  # noqa: BLE001  # it raises what it likes for a broken file
            raise ServiceError(
                "the model file cannot be used", where=str(file), why=type(error).__name__
            ) from None
        if self._translation is None:
            pair = f"{self._settings.source_locale} to {self._settings.locale}"
            raise ServiceError(f"no model translates {pair}", hint="name its file with service_url")

    def translate(self, asked: Sequence[Asked]) -> list[object]:
        """Return the answers, text by text."""
        if self._translation is None:
            self.check()
        try:
            return [self._translation.translate(one.text) for one in asked]
        except Exception as error:  # noqa: BLE001
            raise ServiceError("the local model failed", where="argos", why=type(error).__name__) from None


def _found(find: Callable[..., Any], codes: Sequence[str]) -> Any:
    """Return the installed model for a pair; None also where the package fails because it has none at all."""
    try:
        return find(*codes)
    except AttributeError:
        return None
