"""Which clock an approved treatment starts (R-1203, R-1204)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.deadlines.treatment_clock import TreatmentClock, treatment_clock
from tests.builders.domain.asking import question
from tests.builders.domain.claims import claim


def asked_for(treatment: str, in_network: bool | None = True, **changes: Any) -> Claim:
    asked = question({"cause": "leisure", "treatment": {"type": treatment, "inNetwork": in_network}})
    return claim(treatment_type=treatment, question=asked, **changes)


@pytest.mark.parametrize(
    "treatment, kind",
    [
        ("surgery", "consultation"),
        ("specialist-examination", "consultation"),
        ("physiotherapy", "assignment"),
        ("psychologist", "assignment"),
    ],
)
def test_a_treatment_has_ten_working_days(treatment: str, kind: Any) -> None:
    assert treatment_clock(asked_for(treatment)) == TreatmentClock(kind, 10)


@pytest.mark.parametrize(
    "without",
    [
        asked_for("surgery", in_network=False),
        asked_for("crisis-help"),
        asked_for("home-help"),
        asked_for("transport"),
        asked_for("medicine"),
    ],
    ids=["outside the network", "crisis help", "help at home", "transport", "medicine"],
)
def test_other_treatments_have_no_such_clock(without: Claim) -> None:
    assert treatment_clock(without) is None


def test_an_unknown_place_counts_as_in_the_network() -> None:
    assert treatment_clock(asked_for("surgery", in_network=None)) is not None
