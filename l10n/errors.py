"""The errors a user can act on: what is wrong, where, why, and what to do about it.

Anything else that is raised is a bug of ours and stays a traceback.
"""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import zip_longest


class L10nError(Exception):
    """Something stops us. Nothing has been written.

    `what` is one sentence; `where` is printed before it (`path:line:column`, or a key such as
    `name[3].ru.preferred`); `why` and `hint` follow on lines of their own. `exit_code` is what the process
    answers with.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", why: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.why = why
        self.hint = hint

    @property
    def headline(self) -> str:
        """Where, and what is wrong; the place is on one line, whatever the name of a file holds."""
        place = self.where.replace("\r", "<U+000D>").replace("\n", "<U+000A>")
        return f"{place}: {self.what}" if place else self.what

    def __str__(self) -> str:
        """Return the error as it is printed, without a trailing newline."""
        lines = [self.headline]
        if self.why:
            lines.append(f"  why: {self.why}")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class ConfigurationError(L10nError):
    """`[tool.l10n]`, `l10n.toml`, an `L10N_*` variable or an option is wrong."""


class SourceError(L10nError):
    """A source document is missing, empty, undecodable or cannot be spliced safely."""


class CatalogError(L10nError):
    """A `.po` or `.pot` file cannot be read without guessing, or an update would lose something."""


class RegistryError(L10nError):
    """`names.toml`, a scheme or another rule file is not what it should be."""


class FileError(L10nError):
    """The disk refuses: no permission, no space, a folder where a file should be."""


class Fault(Enum):
    """Whose fault it may be that a service failed: its own, that of a text it was sent, or nobody can tell.

    `SLOW` is what nobody can tell either, and what took its whole time to fail.
    """

    SERVICE = "service"
    TEXT = "text"
    EITHER = "either"
    SLOW = "slow"


class BudgetError(L10nError):
    """A text of others asks for more than reading it may cost: it is too large, too deep, or has too much of something.

    It may be legal all the same. `line` and `column` (from 1) are where in the text; `where` has them already.
    """

    def __init__(self, what: str, *, where: str = "", line: int = 1, column: int = 1, hint: str = "") -> None:
        place = f"{where}:{line}:{column}" if where else ""
        why = "reading it may take more time and memory than it is worth; no setting changes this limit"
        super().__init__(what, where=place, why=why, hint=hint or "divide the file, or make it simpler")
        self.line = line
        self.column = column


class ServiceError(L10nError):
    """An outside service failed, or answers what cannot be used. What came before the failure has been saved.

    `again` is None, or the seconds after which the same may be asked again: the service has certainly done nothing
    (0: it did not say how long). `fault` is whose fault it may be.
    """

    exit_code = 3

    def __init__(  # noqa: PLR0913 - what is known of a failure, each by its name
        self,
        what: str,
        *,
        where: str = "",
        why: str = "",
        hint: str = "",
        again: float | None = None,
        fault: Fault = Fault.SERVICE,
    ) -> None:
        super().__init__(what, where=where, why=why, hint=hint)
        self.again = again
        self.fault = fault


class SeveralErrors(L10nError):
    """More than one thing is wrong, and the user is told of all of them at once."""

    def __init__(self, errors: Sequence[L10nError]) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = tuple(errors)
        self.exit_code = max(error.exit_code for error in errors)

    def __str__(self) -> str:
        """Return every error, one after the other."""
        return "\n".join(format_errors(self.errors))


def format_errors(errors: Iterable[L10nError]) -> Iterator[str]:
    """Yield each error as it is printed; why and what to do only once for several in a row that share them."""
    known = tuple(errors)
    for error, following in zip_longest(known, known[1:]):
        again = following is not None and (error.why, error.hint) == (following.why, following.hint)
        yield error.headline if again else str(error)


def flat(errors: Iterable[L10nError]) -> tuple[L10nError, ...]:
    """Return the errors one by one, those that are several taken apart."""
    return tuple(
        one for error in errors for one in (error.errors if isinstance(error, SeveralErrors) else (error,))
    )


def raise_all(errors: Sequence[L10nError]) -> None:
    """Raise the one error, or all of them together; return when there is none."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SeveralErrors(errors)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the choice nearest to `word`, else the list of choices, else ""."""
    known = sorted(choices)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    if near:
        return f"did you mean {near[0]!r}?"
    return f"known: {', '.join(known)}" if known else ""
