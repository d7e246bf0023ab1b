"""Several errors are told one by one, and what they have in common once."""

from l10n.errors import SeveralErrors, SourceError, format_errors, raise_all


def test_what_several_errors_share_is_told_behind_the_last_of_them() -> None:
    empty = [
        SourceError("it is empty", where=name, why="no text", hint="write one") for name in ("a", "b", "c")
    ]
    other = SourceError("not UTF-8", where="d", hint="save it as UTF-8")
    assert list(format_errors([*empty, other])) == [
        "a: it is empty",
        "b: it is empty",
        "c: it is empty\n  why: no text\n  hint: write one",
        "d: not UTF-8\n  hint: save it as UTF-8",
    ]
    assert str(SeveralErrors([other, other])) == "d: not UTF-8\nd: not UTF-8\n  hint: save it as UTF-8"
    assert list(format_errors([])) == []


def test_no_error_raises_nothing() -> None:
    raise_all([])
