"""Which servers may have the key of a service: its maker's, and those the user has named, never the project.

A project's configuration may say where a service is. It comes with the repository, perhaps from a stranger, and a key
belongs to whoever starts the command. So the user says it: in the environment (`L10N_CHAT_URL`), or once and for all in
`services.toml` of the own configuration folder.
"""

import os
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from l10n.configuration import leads_out, read_table, texts
from l10n.errors import ConfigurationError, did_you_mean
from l10n.pretranslation.services.endpoints import endpoint

_FILE = Path("l10n", "services.toml")


def address_variable(service: str) -> str:
    """Return the environment variable that says where the user's own server of a service is."""
    return f"L10N_{service.upper()}_URL"


def own_address(service: str, environment: Mapping[str, str]) -> str:
    """Return where the user's own server of a service is, as the environment says it; "" when it does not."""
    return environment.get(address_variable(service), "").strip()


def allowed_origins(
    service: str, environment: Mapping[str, str], root: Path, services: Collection[str]
) -> frozenset[str]:
    """Return the servers (scheme, host and port) that the user lets have the key of a service.

    `services` are the names of those that take a key. Raises ConfigurationError for an address that is none, and for
    a list that is no such list or that lies in the project (`root`).
    """
    own = own_address(service, environment)
    found = {endpoint(own, address_variable(service)).origin} if own else set()
    path = allow_list(environment)
    return frozenset(found | (_listed(service, path, root, services) if path else set()))


def allow_list(environment: Mapping[str, str]) -> Path | None:
    """Return the file in which the user lists servers; it need not be there. None for a user without a home."""
    given = environment.get("XDG_CONFIG_HOME", "")
    if os.path.isabs(given):  # noqa: PTH117  # a relative one counts for nothing (XDG Base Directory Specification)
        return Path(given) / _FILE
    if os.name == "nt" and environment.get("APPDATA"):
        return Path(environment["APPDATA"]) / _FILE
    home = environment.get("HOME") or os.path.expanduser("~")  # noqa: PTH111  # it raises nothing
    folder = Path("Library", "Application Support") if sys.platform == "darwin" else Path(".config")
    return Path(home) / folder / _FILE if os.path.isabs(home) else None  # noqa: PTH117


def _listed(service: str, path: Path, root: Path, services: Collection[str]) -> set[str]:
    table = read_table(path)
    if table is None:
        return set()
    if not leads_out(path, root):
        what, hint = "the list of servers lies in the project", "keep it in a folder of your own"
        raise ConfigurationError(what, where=str(path), why="a project may not say who gets a key", hint=hint)
    for name in table:
        if name not in services:
            where, hint = f"{path}: {name}", did_you_mean(name, services)
            raise ConfigurationError("no service that takes a key", where=where, hint=hint)
    where = f"{path}: {service}"
    try:
        urls = texts(table.get(service, []))
    except ValueError as error:
        raise ConfigurationError(str(error), where=where) from None
    return {endpoint(url, where).origin for url in urls}
