"""Evidence shows the role of who recorded it, and never which of the staff."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro_aws.claims.recorded.evidence_view import evidence_shown

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize("subject", ["8f2c", "anna.holm@example.org", "corp:anna"])
def test_the_recorder_is_the_health_team_of_the_payer(subject: str) -> None:
    evidence = DecisionEvidence("phone", "consent-2026-12", AT, f"staff:tryg:{subject}")
    shown = evidence_shown(evidence, "da")
    assert shown
    assert shown["recordedBy"] == "staff:tryg:health-team"
