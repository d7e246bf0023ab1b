"""All services by name. A client is made for one pair of languages and one thread."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from l10n.errors import ServiceError, did_you_mean
from l10n.pretranslation.services.argos import Argos
from l10n.pretranslation.services.base import Asked, Limits, Service, Settings, Translator
from l10n.pretranslation.services.bridge import Google, Microsoft, MyMemory
from l10n.pretranslation.services.chat import Chat
from l10n.pretranslation.services.deepl import PAID, DeepL
from l10n.pretranslation.services.endpoints import endpoint
from l10n.pretranslation.services.keys import key_of, variable_of
from l10n.pretranslation.services.libretranslate import LibreTranslate
from l10n.pretranslation.services.transport import nonsense

# `longest` stays below what each service documents (Google's page: 5,000 characters; MyMemory: 500 bytes; DeepL:
# 128 KiB for a request; Microsoft: 50,000 characters), also when a text grows in the encoding of an address.
SERVICES: Mapping[str, Service] = {
    service.name: service
    for service in (
        Service(
            name="google",
            title="Google Translate",
            url="https://translate.google.com/m",
            make=Google,
            longest=1_500,
            pace=2.0,
        ),
        Service(
            name="mymemory",
            title="MyMemory",
            url="https://api.mymemory.translated.net/get",
            make=MyMemory,
            longest=450,
            pace=2.0,
        ),
        Service(
            name="libretranslate",
            title="LibreTranslate",
            url="http://localhost:5000",
            make=LibreTranslate,
            longest=1_900,
            pace=20.0,
        ),
        Service(
            name="microsoft",
            title="Microsoft Translator",
            url="https://api.cognitive.microsofttranslator.com/translate",
            make=Microsoft,
            longest=9_000,
            needs_key=True,
        ),
        Service(name="deepl", title="DeepL", url=PAID, make=DeepL, longest=9_000, most=20, needs_key=True),
        Service(
            name="chat",
            title="a chat model",
            url="http://localhost:11434/v1",
            make=Chat,
            longest=3_000,
            most=8,
            pace=20.0,
            needs_model=True,
        ),
        Service(
            name="argos",
            title="Argos, on this machine",
            url="",
            make=Argos,
            longest=3_000,
            pace=1e6,
            is_local=True,
        ),
    )
}


def service_of(name: str) -> Service:
    """Return the service of that name. Raises ServiceError for an unknown one."""
    if name not in SERVICES:
        hint = did_you_mean(name, SERVICES)
        raise ServiceError(f"unknown service {name!r}", hint=hint)
    return SERVICES[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A service and what the user says about it; "" is what the service is known by."""

    service: Service
    url: str = ""
    model: str = ""
    limits: Limits = field(default_factory=Limits)

    @property
    def destination(self) -> str:
        """Where the texts go, as people are told."""
        return "this machine" if self.service.is_local else endpoint(self.url or self.service.url).shown


def settings_for(choice: Choice, locales: tuple[str, str], environment: Mapping[str, str]) -> Settings:
    """Return the settings of a service for a source locale and a locale.

    Raises ServiceError when its key is missing, ConfigurationError for an address that texts must not be sent to.
    """
    service = choice.service
    key = key_of(service.name, environment)
    if service.needs_key and not key:
        raise ServiceError(
            f"{service.title} needs a key",
            hint=f"put it into the environment: {variable_of(service.name)}, or into the keyring of the system",
        )
    return Settings(
        source_locale=locales[0],
        locale=locales[1],
        url=choice.url if service.is_local else endpoint(choice.url or service.url).shown,
        key=key,
        model=choice.model,
        region=environment.get(f"L10N_{service.name.upper()}_REGION", ""),
        limits=choice.limits,
    )


class Paced:
    """The clients of one service for one pair of languages: one for each thread, all of them at one pace."""

    def __init__(self, service: Service, settings: Settings) -> None:
        self.service = service
        self._settings = settings
        self._local = threading.local()
        self._lock = threading.Lock()
        self._next = 0.0

    def check(self) -> None:
        """Raise ServiceError when the service does not know the languages; no text is sent for that."""
        self._client().check()

    def translate(self, asked: Sequence[Asked]) -> list[object]:
        """Return the answers of one request, when its turn has come. Raises ServiceError.

        An answer that holds the key is no answer: it would end up in a catalog.
        """
        self._wait()
        answers = list(self._client().translate(asked))
        key = self._settings.key
        if key and any(isinstance(answer, str) and key.reveal() in answer for answer in answers):
            raise nonsense(self._settings.url, "the answer holds the key")
        return answers

    def _client(self) -> Translator:
        client: Translator | None = getattr(self._local, "client", None)
        if client is None:
            client = self._local.client = self.service.make(self._settings)
        return client

    def _wait(self) -> None:
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next)
            self._next = turn + 1 / self.service.pace
        if turn > now:
            time.sleep(turn - now)
