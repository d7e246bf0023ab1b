"""Which installed checks are in use in this process: told without importing any check."""

_names: list[str] = []


def checks_in_use() -> tuple[str, ...]:
    """Return the names that `installed.use_checks` was given last."""
    return tuple(_names)


def note_checks(names: tuple[str, ...]) -> None:
    """Note that these are in use now."""
    _names[:] = names
