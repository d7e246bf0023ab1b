"""All services by name. A client is made for one pair of languages and one thread."""

import contextlib
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.errors import ConfigurationError, Fault, ServiceError, did_you_mean
from l10n.pretranslation.answers import notice_in
from l10n.pretranslation.services.announcement import Outgoing
from l10n.pretranslation.services.argos import Argos
from l10n.pretranslation.services.base import Asked, Limits, Service, Settings, Translator
from l10n.pretranslation.services.bridge import Google, Microsoft, MyMemory
from l10n.pretranslation.services.chat import Chat
from l10n.pretranslation.services.deepl import FREE, PAID, DeepL, deepl_address
from l10n.pretranslation.services.endpoints import endpoint
from l10n.pretranslation.services.keys import Secret, key_of, variable_of
from l10n.pretranslation.services.libretranslate import LibreTranslate
from l10n.pretranslation.services.permission import address_variable, allow_list
from l10n.pretranslation.services.transport import NothingSent, nonsense

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
            takes_key=True,
        ),
        Service(
            name="microsoft",
            title="Microsoft Translator",
            url="https://api.cognitive.microsofttranslator.com/translate",
            # Azure's documentation, Translator 3.0, "Base URLs": where an area's law wants texts to stay there
            origins=tuple(
                f"https://api-{area}.cognitive.microsofttranslator.com" for area in ("nam", "eur", "apc")
            ),
            make=Microsoft,
            longest=9_000,
            takes_key=True,
            needs_key=True,
        ),
        Service(
            name="deepl",
            title="DeepL",
            url=PAID,
            origins=(FREE,),
            make=DeepL,
            longest=9_000,
            most=20,
            takes_key=True,
            needs_key=True,
        ),
        Service(
            name="chat",
            title="a chat model",
            url="http://localhost:11434/v1",
            make=Chat,
            longest=3_000,
            most=8,
            pace=20.0,
            limits=Limits(read=240.0, total=300.0),  # a model on a small machine thinks for minutes
            takes_key=True,
            needs_model=True,
            takes_context=True,
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

KEYED = tuple(service.name for service in SERVICES.values() if service.takes_key)


def service_of(name: str) -> Service:
    """Return the service of that name. Raises ServiceError for an unknown one."""
    if name not in SERVICES:
        hint = did_you_mean(name, SERVICES)
        raise ServiceError(f"unknown service {name!r}", hint=hint)
    return SERVICES[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A service and what the user says about it; "" is what the service is known by.

    `allowed` are the servers, besides those of the service's maker, that may have its key.
    """

    service: Service
    url: str = ""
    model: str = ""
    limits: Limits | None = None
    allowed: frozenset[str] = frozenset()

    @property
    def destination(self) -> str:
        """Where the texts go, as people are told."""
        return "this machine" if self.service.is_local else endpoint(self.url or self.service.url).shown

    def address(self, key: Secret) -> str:
        """Return where the texts go with this key, as it is used; of a model on this machine its file."""
        if self.service.is_local:
            return self.url
        is_deepl = self.service.url == PAID and self.url in ("", PAID)
        return endpoint(deepl_address(key) if is_deepl else self.url or self.service.url).shown

    def refuses_key(self, environment: Mapping[str, str]) -> ConfigurationError | None:
        """Return why the key of the service may not go where the texts go; None when it may, or when there is none."""
        key = _key(self.service, environment)
        if self.service.is_local or not self.service.takes_key or not key:
            return None
        place = endpoint(self.address(key))
        own = {endpoint(url).origin for url in (self.service.url, *self.service.origins)}
        if place.origin in own | self.allowed:
            return None
        name = self.service.name
        file = allow_list(environment)
        listed = f', or list it in {file}: {name} = ["{place.origin}"]' if file else ""
        return ConfigurationError(
            f"the configuration would send the key of {self.service.title} to {place.origin}",
            where="service_url",
            why="a project may not say who gets your key; nothing was sent",
            hint=(
                f"to allow it, set {address_variable(name)}={place.origin}{listed}; "
                f"to send no key, set {variable_of(name)} to nothing"
            ),
        )


def sends_key(choice: Choice, environment: Mapping[str, str]) -> bool:
    """Return whether a key goes with the texts."""
    return choice.service.takes_key and bool(_key(choice.service, environment))


def destination_of(choice: Choice, environment: Mapping[str, str]) -> str:
    """Return where the texts go with the key there is, as people are told."""
    key = _key(choice.service, environment)
    return "this machine" if choice.service.is_local else choice.address(key)


def _key(service: Service, environment: Mapping[str, str]) -> Secret:
    """Return the key of a service; of one that takes none what the environment calls so, lest it be shown."""
    if service.takes_key:
        return key_of(service.name, environment)
    return Secret(environment.get(variable_of(service.name), "").strip())


def settings_for(
    choice: Choice, locales: tuple[str, str], environment: Mapping[str, str], *, dry: bool = False
) -> Settings:
    """Return the settings of a service for a source locale and a locale: the only place where a key meets an address.

    With `dry` they are there to look at, and have no key. Raises ServiceError when its key is missing,
    ConfigurationError for an address that texts must not be sent to, or that the key must not.
    """
    service = choice.service
    key = _key(service, environment)
    if service.needs_key and not key:
        raise ServiceError(
            f"{service.title} needs a key",
            hint=f"put it into the environment: {variable_of(service.name)}, or into the keyring of the system",
        )
    if not dry and (refused := choice.refuses_key(environment)):
        raise refused
    return Settings(
        source_locale=locales[0],
        locale=locales[1],
        url=choice.address(key),
        key=Secret("") if dry else key,
        model=choice.model,
        region=environment.get(f"L10N_{service.name.upper()}_REGION", ""),
        limits=choice.limits or service.limits,
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

    def announced(self, asked: Sequence[Asked]) -> list[Outgoing]:
        """Return what `translate` would send of these texts. Nothing is sent, nobody is asked, no key is in it."""
        if self.service.is_local:
            return []
        found: list[Outgoing] = []
        no_key = Secret("…")  # some clients want to have one
        client = self.service.make(replace(self._settings, key=no_key, announce=found.append))
        for request in [asked] if self.service.most > 1 else [[one] for one in asked]:
            with contextlib.suppress(NothingSent):
                client.translate(request)
        return found

    def translate(self, asked: Sequence[Asked]) -> list[object]:
        """Return the answers of one request, when its turn has come. Raises ServiceError.

        An answer that holds the key is no answer: it would end up in a catalog. Nor is a notice (a used-up quota); an
        article may speak of too many requests, so one alone may be the text's own.
        """
        self._wait()
        answers = list(self._client().translate(asked))
        for answer, one in zip(answers, asked, strict=False):
            if isinstance(answer, str) and (notice := notice_in(answer, one.text, only_ends=True)):
                what = "the service sends a notice instead of a translation"
                where, why, hint = self._settings.url, f"“{notice}”", "try again later"
                raise ServiceError(what, where=where, why=why, hint=hint, fault=Fault.EITHER)
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
