"""What a comment asks for, in every spelling people use."""

import pytest

from l10n.formats.directives import Directive, DirectiveKind, parse_directive


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        (" l10n:skip ", DirectiveKind.SKIP),
        ("l10n:skip", DirectiveKind.SKIP),
        (" l10n:skip-start ", DirectiveKind.SKIP_START),
        (" l10n:skip-end ", DirectiveKind.SKIP_END),
        (" i18n:skip ", DirectiveKind.SKIP),
        (" i18n:skip-start ", DirectiveKind.SKIP_START),
        (" i18n:skip-end ", DirectiveKind.SKIP_END),
        (" translate:off ", DirectiveKind.SKIP_START),
        (" translate:on ", DirectiveKind.SKIP_END),
        (" mdpo-disable ", DirectiveKind.SKIP_START),
        (" mdpo-enable ", DirectiveKind.SKIP_END),
        (" mdpo-disable-next-line ", DirectiveKind.SKIP),
        (" mdpo-enable-next-line ", DirectiveKind.TRANSLATE),
        ("\n  l10n:skip\n", DirectiveKind.SKIP),
    ],
)
def test_every_spelling_of_skipping_is_known(comment: str, kind: DirectiveKind) -> None:
    assert parse_directive(comment) == Directive(kind=kind)


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        (" l10n:comment: a verb, not a noun ", DirectiveKind.COMMENT),
        (" l10n:comment a verb, not a noun ", DirectiveKind.COMMENT),
        (" l10n:comment :a verb, not a noun ", DirectiveKind.COMMENT),
        (" i18n:comment: a verb, not a noun ", DirectiveKind.COMMENT),
        (" mdpo-translator a verb, not a noun ", DirectiveKind.COMMENT),
        (" mdpo-translator: a verb,\n   not a noun\n", DirectiveKind.COMMENT),
        (" l10n:context: a verb, not a noun ", DirectiveKind.CONTEXT),
        (" l10n:context a verb, not a noun ", DirectiveKind.CONTEXT),
        (" mdpo-context a verb, not a noun ", DirectiveKind.CONTEXT),
    ],
)
def test_the_text_of_a_comment_or_a_context_comes_on_one_line(comment: str, kind: DirectiveKind) -> None:
    assert parse_directive(comment) == Directive(kind=kind, text="a verb, not a noun")


def test_a_reason_for_skipping_is_kept() -> None:
    assert parse_directive("l10n:skip: a product name") == Directive(
        kind=DirectiveKind.SKIP, text="a product name"
    )


def test_a_text_may_hold_colons_and_the_name_of_another_directive() -> None:
    assert parse_directive("l10n:comment: see l10n:skip: above") == Directive(
        kind=DirectiveKind.COMMENT, text="see l10n:skip: above"
    )


@pytest.mark.parametrize(
    "comment",
    [
        "",
        " a remark of the author ",
        "l10n:",
        "l10n:skipping",
        "l10n:skip-startle",
        "l10n: skip",
        "L10N:SKIP",
        "see l10n:skip",
        "l10n:comment",
        "l10n:comment: ",
        "i18n:context: x",
        "translate:maybe",
        "mdpo-include-codeblock",
        "l10n:skip,",
    ],
)
def test_any_other_comment_asks_for_nothing(comment: str) -> None:
    assert parse_directive(comment) is None


def test_a_long_comment_is_read_in_one_pass() -> None:
    assert parse_directive("a-" * 500_000) is None
    assert parse_directive(" " * 500_000) is None
