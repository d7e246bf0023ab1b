"""deep-translator, made safe: it composes requests and reads answers, and our transport carries them.

Its modules call `requests.get` and `requests.post`; here that name stands for a carrier that sends through the
transport of the client that is at work in the thread: with time-outs, size caps, without redirects, and to its host
only. What it raises (raw errors of requests and json, keys in messages) becomes one ServiceError without a cause.

LibreTranslate and DeepL have clients of their own (`libretranslate`, `deepl`): deep-translator's put text and key into
the query, refuse Dutch or an empty key, or speak an interface that has ended.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import unescape
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

from l10n.errors import ServiceError
from l10n.languages.tags import bcp47
from l10n.pretranslation.services.base import Asked, Settings
from l10n.pretranslation.services.languages import mymemory_code, plain_code
from l10n.pretranslation.services.transport import Reply, Transport, nonsense

_current = threading.local()


class _Carrier:
    """What deep-translator takes for the module `requests`."""

    def __init__(self, exceptions: object) -> None:
        self.exceptions = exceptions

    def get(self, url: str, params: Mapping[str, Any] | None = None, **_: object) -> SimpleNamespace:
        return _answered(_transport_for(url).get("", params or {}))

    def post(
        self,
        url: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Any = None,
        **_: object,
    ) -> SimpleNamespace:
        query = f"?{urlencode(params)}" if params else ""
        return _answered(_transport_for(url).post(query, json, headers))


def _transport_for(url: str) -> Transport:
    transport: Transport | None = getattr(_current, "transport", None)
    if transport is None or url != transport.endpoint.shown:
        raise ServiceError("deep-translator asked for an address that nobody chose", why="nothing was sent")
    return transport


def _answered(reply: Reply) -> SimpleNamespace:
    return SimpleNamespace(status_code=200, text=reply.text, json=reply.json, close=lambda: None)


@contextmanager
def _at_work(transport: Transport) -> Iterator[None]:
    _current.transport = transport
    try:
        yield
    finally:
        _current.transport = None


def _deep_translator() -> Any:
    """Return deep-translator with our carrier in the place of requests."""
    import deep_translator
    import deep_translator.google
    import deep_translator.microsoft
    import deep_translator.mymemory
    import requests

    for module in (deep_translator.google, deep_translator.microsoft, deep_translator.mymemory):
        if not isinstance(module.requests, _Carrier):
            module.requests = _Carrier(requests.exceptions)
    return deep_translator


class _Bridged:
    """A client of deep-translator with a transport of its own."""

    title = ""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._transport = Transport(settings.url, settings.limits, settings.key, settings.announce)
        self._source, self._target = (
            self.code(locale) for locale in (settings.source_locale, settings.locale)
        )
        self._client: Any = None

    def code(self, locale: str) -> str:
        """Return what the service calls a locale; "" for one it does not know."""
        raise NotImplementedError

    def make(self, library: Any) -> Any:
        """Return the client of deep-translator."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise ServiceError when the service does not know the languages."""
        pairs = ((self._settings.source_locale, self._source), (self._settings.locale, self._target))
        for locale, code in pairs:
            if not code:
                raise ServiceError(f"{self.title} does not translate {locale}")

    def translate(self, asked: Sequence[Asked]) -> list[object]:
        """Return the answers, one request for each text."""
        return [self._translate(one.text) for one in asked]

    def _translate(self, text: str) -> str:
        where = self._transport.endpoint.shown
        try:
            with _at_work(self._transport):
                if self._client is None:
                    self._client = self.make(_deep_translator())
                    self._client._base_url = where  # noqa: SLF001  # it has no other way to say where
                answer = self._client.translate(text)
        except ServiceError:
            raise
        except Exception as error:  # noqa: BLE001  # it raises what it likes, with keys and texts in it
            raise nonsense(where, _WHYS.get(type(error).__name__, "the answer has no translation")) from None
        if not isinstance(answer, str):
            raise nonsense(where, "the answer is not text")
        return answer


_WHYS = {
    "TranslationNotFound": "the answer has no translation; it may be a login page",
    "LanguageNotSupportedException": "the language is not supported",
    "MicrosoftAPIerror": "the answer is an error of the service",
}


class Google(_Bridged):
    """The page of Google Translate for old telephones. Not an interface anybody has promised."""

    title = "Google"

    def code(self, locale: str) -> str:
        """Return the code of a locale in deep-translator's table."""
        from deep_translator.constants import GOOGLE_LANGUAGES_TO_CODES

        return plain_code(locale, GOOGLE_LANGUAGES_TO_CODES.values())

    def make(self, library: Any) -> Any:
        """Return the client of deep-translator."""
        return library.GoogleTranslator(source=self._source, target=self._target)


class MyMemory(_Bridged):
    """MyMemory, which answers notices as translations and writes quotation marks as references."""

    title = "MyMemory"

    def code(self, locale: str) -> str:
        """Return the code of a locale in deep-translator's table, which always has a region."""
        from deep_translator.constants import MY_MEMORY_LANGUAGES_TO_CODES

        return mymemory_code(locale, MY_MEMORY_LANGUAGES_TO_CODES.values())

    def make(self, library: Any) -> Any:
        """Return the client of deep-translator."""
        return library.MyMemoryTranslator(source=self._source, target=self._target)

    def _translate(self, text: str) -> str:
        return unescape(super()._translate(text))


class Microsoft(_Bridged):
    """Microsoft Translator (Azure); the region of a resource that is not global is in L10N_MICROSOFT_REGION."""

    title = "Microsoft"

    def code(self, locale: str) -> str:
        """Return the BCP 47 code of a locale; which of them there are is said by the service itself (`check`)."""
        return bcp47(locale).lower()

    def check(self) -> None:
        """Raise ServiceError when the service does not list the languages. That list is public: no key is sent."""
        address = f"{self._settings.url.removesuffix('/translate')}/languages"
        query = {"api-version": "3.0", "scope": "translation"}
        answer = Transport(address, self._settings.limits, self._settings.key).get("", query).json()
        listed = answer.get("translation") if isinstance(answer, dict) else None
        if not isinstance(listed, dict) or not listed:
            raise nonsense(address, "its list of languages cannot be used")
        self._source = plain_code(self._settings.source_locale, listed)
        self._target = plain_code(self._settings.locale, listed)
        super().check()

    def make(self, library: Any) -> Any:
        """Return the client of deep-translator, which must not ask for the languages behind our back."""
        codes = {self._source: self._source, self._target: self._target}
        kind = type("_Known", (library.MicrosoftTranslator,), {"_get_supported_languages": lambda _: codes})
        client: Any = kind(
            source=self._source,
            target=self._target,
            api_key=self._settings.key.reveal(),
            region=self._settings.region or None,
        )
        client._url_params["api-version"] = "3.0"  # noqa: SLF001  # its own stands in the address it came with
        return client
