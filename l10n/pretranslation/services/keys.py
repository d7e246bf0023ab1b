"""Keys of services: from the environment, else from the keyring of the system. They are never shown.

A key is in no argument, no file of ours and no message; what is printed passes `without`, should a service echo it.
"""

from collections.abc import Mapping


class Secret:
    """A key that shows itself only to who asks for it by name: not in repr, in no traceback, not when formatted."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        """Return what says nothing."""
        return "Secret(…)" if self._value else "Secret()"

    __str__ = __repr__

    def __bool__(self) -> bool:
        """Return whether there is a key."""
        return bool(self._value)

    def reveal(self) -> str:
        """Return the key, for the header of a request."""
        return self._value

    def without(self, text: str) -> str:
        """Return `text` with every trace of the key taken out."""
        return text.replace(self._value, "…") if self._value else text


def variable_of(service: str) -> str:
    """Return the environment variable that holds the key of a service."""
    return f"L10N_{service.upper()}_KEY"


def key_of(service: str, environment: Mapping[str, str]) -> Secret:
    """Return the key of a service; an empty one when there is none.

    The keyring is asked when the extra is installed (`l10n-names[keyring]`), under the service "l10n". A variable that
    is set and empty says that no key is to be sent: then it is not asked.
    """
    if (value := environment.get(variable_of(service))) is not None:
        return Secret(value.strip())
    try:
        import keyring
    except ImportError:
        return Secret("")
    try:
        return Secret(keyring.get_password("l10n", service) or "")
    except Exception:  # noqa: BLE001  # backends raise what they like; then there is no key
        return Secret("")
