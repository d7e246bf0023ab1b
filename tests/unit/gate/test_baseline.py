"""A baseline with more findings than anybody has is refused with the figures."""

import pytest

from l10n.errors import BudgetError
from l10n.gate import baseline
from l10n.gate.baseline import read_baseline


def test_more_findings_than_are_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(baseline, "_MOST_ENTRIES", 2)
    finding = '{"fingerprint": "a", "code": "b", "path": "c", "message": "d", "count": 1}'
    text = '{"schema_version": 1, "findings": [%s]}'
    assert len(read_baseline(text % ", ".join([finding] * 2), "b.json")) == 2
    with pytest.raises(BudgetError, match="3 findings, and 2 are allowed"):
        read_baseline(text % ", ".join([finding] * 3), "b.json")
