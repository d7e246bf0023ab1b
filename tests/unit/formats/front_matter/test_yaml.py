"""A translation that would cost the reader of YAML too much is written in quotation marks, unread."""

from l10n.formats.front_matter.yaml import write_scalar


def test_a_translation_of_nothing_but_commas_is_written_in_quotes() -> None:
    many = "a," * 45_000 + "a"
    assert write_scalar("A title, and more", many) == f'"{many}"'
    assert write_scalar("A title, and more", "a, b, c") == "a, b, c"
