"""LibreTranslate: an own server, by its address. Its interface is /languages and /translate (its README, "API")."""

from collections.abc import Sequence

from l10n.errors import Fault, ServiceError
from l10n.languages.tags import language_subtag
from l10n.pretranslation.services.base import Asked, Settings
from l10n.pretranslation.services.languages import plain_code
from l10n.pretranslation.services.transport import Transport, nonsense


class LibreTranslate:
    """A client that posts text and key in the body, and asks the server which languages it has."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._transport = Transport(settings.url, settings.limits, settings.key, settings.announce)
        self._codes: tuple[str, str] | None = None

    def check(self) -> None:
        """Raise ServiceError when the server does not have the pair of languages."""
        self._pair()

    def _pair(self) -> tuple[str, str]:
        """Return the codes of the languages; what is only announced has those most servers list."""
        if self._codes is None and self._settings.announce:
            return language_subtag(self._settings.source_locale), language_subtag(self._settings.locale)
        if self._codes is None:
            targets = self._languages()
            source = plain_code(self._settings.source_locale, targets.keys())
            target = plain_code(self._settings.locale, targets.get(source, []))
            if not (source and target):
                pair = f"{self._settings.source_locale} to {self._settings.locale}"
                known = ", ".join(sorted(targets)) or "none"
                where = self._transport.endpoint.shown
                raise ServiceError(
                    f"this server does not translate {pair}", where=where, why=f"it has: {known}"
                )
            self._codes = (source, target)
        return self._codes

    def _languages(self) -> dict[str, list[str]]:
        answer = self._transport.get("/languages", {}).json()
        try:
            found = {str(row["code"]): [str(code) for code in row["targets"]] for row in answer}
        except (TypeError, KeyError):
            found = {}
        if not found:
            raise nonsense(self._transport.endpoint.shown, "its list of languages cannot be used")
        return found

    def translate(self, asked: Sequence[Asked]) -> list[object]:
        """Return the answers, one request for each text."""
        return [self._translate(one.text) for one in asked]

    def _translate(self, text: str) -> object:
        source, target = self._pair()
        body = {"q": text, "source": source, "target": target, "format": "text"}
        if self._settings.key:
            body["api_key"] = self._settings.key.reveal()
        answer = self._transport.post("/translate", body).json()
        if not isinstance(answer, dict) or "translatedText" not in answer:
            raise nonsense(self._transport.endpoint.shown, "the answer has no translatedText")
        if answer.get("error"):
            where = self._transport.endpoint.shown
            raise ServiceError("the service failed", where=where, fault=Fault.EITHER)
        found: object = answer["translatedText"]
        return found
