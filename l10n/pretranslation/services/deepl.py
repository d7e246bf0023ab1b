"""DeepL, by its present interface (v2): the key is in a header; keys in the query ended on 1 November 2025."""

from collections.abc import Sequence

from l10n.errors import ServiceError
from l10n.languages.tags import language_subtag
from l10n.pretranslation.services.base import Asked, Settings
from l10n.pretranslation.services.keys import Secret
from l10n.pretranslation.services.transport import Transport, nonsense

# DeepL's documentation, "Languages supported"; as targets, English and Portuguese need a region.
_LANGUAGES = frozenset(
    "ar bg cs da de el en es et fi fr he hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk vi zh".split()  # noqa: SIM905
)
_REGIONAL = {
    "en": "EN-GB",
    "en_US": "EN-US",
    "en_GB": "EN-GB",
    "pt": "PT-PT",
    "pt_BR": "PT-BR",
    "pt_PT": "PT-PT",
}
FREE, PAID = "https://api-free.deepl.com", "https://api.deepl.com"


def deepl_address(key: Secret) -> str:
    """Return where a key belongs: those of the free plan end in `:fx`."""
    return FREE if key.reveal().endswith(":fx") else PAID


class DeepL:
    """A client of the text endpoint."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._transport = Transport(settings.url, settings.limits, settings.key, settings.announce)

    def check(self) -> None:
        """Raise ServiceError when DeepL does not know a language."""
        for locale in (self._settings.source_locale, self._settings.locale):
            if language_subtag(locale) not in _LANGUAGES:
                raise ServiceError(f"DeepL does not translate {locale}")

    def translate(self, asked: Sequence[Asked]) -> list[object]:
        """Return the answers to all texts of one request, in their order."""
        language = language_subtag(self._settings.locale)
        body = {
            "text": [one.text for one in asked],
            "source_lang": language_subtag(self._settings.source_locale).upper(),
            "target_lang": _REGIONAL.get(self._settings.locale, _REGIONAL.get(language, language.upper())),
            "preserve_formatting": True,
        }
        headers = {"Authorization": f"DeepL-Auth-Key {self._settings.key.reveal()}"}
        answer = self._transport.post("/v2/translate", body, headers).json()
        rows = answer.get("translations") if isinstance(answer, dict) else None
        if not isinstance(rows, list) or len(rows) != len(asked):
            raise nonsense(self._transport.endpoint.shown, f"not {len(asked)} translations came back")
        return [row.get("text") if isinstance(row, dict) else None for row in rows]
