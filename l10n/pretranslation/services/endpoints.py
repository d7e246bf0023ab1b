"""Which addresses texts may be sent to."""

import contextlib
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from l10n.errors import ConfigurationError


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a service is, from a URL that was checked. `path` ends without `/`."""

    host: str
    port: int
    path: str
    is_encrypted: bool

    @property
    def shown(self) -> str:
        """The address as people are told it: without anything that could be secret."""
        usual = self.port == (443 if self.is_encrypted else 80)
        scheme = "https" if self.is_encrypted else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}{'' if usual else f':{self.port}'}{self.path}"


def endpoint(url: str) -> Endpoint:
    """Return where `url` leads. Raises ConfigurationError for an address texts must not be sent to.

    Only https is allowed, but for this machine itself; a name, a password or a query in it would be a secret in a
    configuration file.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ConfigurationError(f"not the address of a service: {error}", where="service_url") from None
    if parts.scheme not in ("http", "https") or not host or any(letter.isspace() for letter in url):
        raise ConfigurationError(
            "not the address of a service", where="service_url", hint="it begins with https://"
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError(
            "an address with a name, a password or a query",
            where="service_url",
            why="secrets do not belong in a configuration",
            hint="put the key into the environment",
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"http to {host}",
            where="service_url",
            why="texts and keys would be readable on the way",
            hint="use https; http is for this machine only",
        )
    is_encrypted = parts.scheme == "https"
    usual = 443 if is_encrypted else 80
    return Endpoint(host=host, port=port or usual, path=parts.path.rstrip("/"), is_encrypted=is_encrypted)


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"
