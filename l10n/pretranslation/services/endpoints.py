"""Which addresses texts may be sent to."""

import contextlib
import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from l10n.errors import ConfigurationError

_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_LONGEST_HOST = 253  # RFC 1035, 2.3.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a service is, from a URL that was checked. `path` ends without `/`; `host` is as DNS is asked for it."""

    host: str
    port: int
    path: str
    is_encrypted: bool

    @property
    def shown(self) -> str:
        """The address as people are told it: without anything that could be secret."""
        return f"{self.origin}{self.path}"

    @property
    def origin(self) -> str:
        """Who is there: scheme, host and port (RFC 6454), always written alike."""
        usual = self.port == (443 if self.is_encrypted else 80)
        scheme = "https" if self.is_encrypted else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host}{'' if usual else f':{self.port}'}"


def endpoint(url: str, where: str = "service_url") -> Endpoint:
    """Return where `url` leads. Raises ConfigurationError for an address texts must not be sent to.

    Only https is allowed, but for this machine itself; a name, a password or a query in it would be a secret in a
    configuration file. `where` is what the address stands in, for the error.
    """
    try:
        parts = urlsplit(url)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise ConfigurationError(f"not the address of a service: {error}", where=where) from None
    is_odd = any(letter.isspace() or not letter.isprintable() for letter in url)
    if parts.scheme not in ("http", "https") or not host or is_odd:
        raise ConfigurationError("not the address of a service", where=where, hint="it begins with https://")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ConfigurationError(
            "an address with a name, a password or a query",
            where=where,
            why="secrets do not belong in a configuration",
            hint="put the key into the environment",
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"http to {host}",
            where=where,
            why="texts and keys would be readable on the way",
            hint="use https; http is for this machine only",
        )
    is_encrypted = parts.scheme == "https"
    usual = 443 if is_encrypted else 80
    return Endpoint(host=host, port=port or usual, path=parts.path.rstrip("/"), is_encrypted=is_encrypted)


def _host(written: str) -> str:
    """Return a host as DNS is asked for it: in ASCII (IDNA), in small letters, without a dot at its end.

    Two ways to write a host are one host, and a letter that looks like another is seen. Raises ValueError for what is
    no host.
    """
    if len(written) > _LONGEST_HOST:
        raise ValueError("its host is too long")
    if ":" in written:
        return str(ipaddress.IPv6Address(written))
    host = written.removesuffix(".")
    if host and not host.isascii():
        host = host.encode("idna").decode("ascii").lower().removesuffix(".")
    if host and not _HOST.fullmatch(host):
        raise ValueError("its host has letters that no host has")
    return host


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost"
