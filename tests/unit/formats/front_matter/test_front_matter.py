"""Where front matter begins and ends, whatever stands before its first key."""

import pytest

from l10n.formats.front_matter.front_matter import front_matter_problem, read_front_matter
from tests.conftest import an_end


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("line", ["", "  ", "# a comment", "\t# another"])
def test_any_number_of_blank_lines_and_comments_is_read_at_once(end: str, line: str) -> None:
    lines = f"{line}{end}" * 10_000
    with an_end():
        assert front_matter_problem(f"+++{end}{lines}") is None
        found = read_front_matter(f'+++{end}{lines}title = "Text"{end}+++{end}', 0, frozenset())
    assert found is not None
    assert [one.text for one in found.texts] == ["Text"]
