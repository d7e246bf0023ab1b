"""The page of exit codes: what a process answers, and the errors of `l10n/errors.py` with the code of each."""

from l10n import errors
from tools.reference.markdown import code, prose, table, title

MEANINGS = {
    0: "Clean: nothing was found, nothing would change.",
    1: "Findings; or a `--check` that would change something; or a locale below `--require`.",
    2: "Usage, configuration or input that cannot be read. Nothing was written.",
    3: "An outside service cannot be used, or failed. Nothing is lost: what had come is saved.",
    130: "Stopped by Ctrl-C (143: by SIGTERM), also `watch` and `serve`. Each file is whole: the old or the new one.",
    141: "The reader of the output has gone, as in `l10n check | head`.",
}


def page() -> str:
    """Return the page."""
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.L10nError) and kind is not errors.L10nError
    ]
    rows = [
        (code(kind.__name__), str(kind.exit_code), prose((kind.__doc__ or "").split("\n\n")[0]))
        for kind in kinds
    ]
    return "\n".join(
        (
            title("Exit codes", "`l10n/errors.py`"),
            table(("code", "means"), [(str(number), text) for number, text in MEANINGS.items()]),
            (
                "A failure never exits with 0. A file that cannot be read does not hide the findings in the others: "
                "they are printed, and the exit code is 2. An error says what is wrong, where, why, and what to do.\n"
            ),
            "## Errors\n",
            table(("error", "exit code", "when"), rows),
        )
    )
