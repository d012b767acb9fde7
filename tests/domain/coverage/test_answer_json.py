"""Answers as JSON: what is shown, what is stored, and what may be absent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.coverage import answer_json
from helsebro.coverage.answer import Answer, Flip, Grant
from helsebro.coverage.trail import Step, Trail
from helsebro.money import Money

MOST = {"amount": "300.00", "currency": "DKK"}
TRAIL = Trail(
    (Step("R-843", "8.4.2", "cap", {"most": MOST}, ("treatment.type",)),),
    {"treatment.inNetwork": False, "treatment.type": "osteopathy"},
    "SF1706",
)
WHOLE: dict[str, Any] = {
    "outcome": "covered",
    "policyNumber": "P-1",
    "product": "SF1706",
    "trail": TRAIL.as_json(),
    "grant": {
        "sessions": 3,
        "hours": None,
        "payable": {"amount": "900.00", "currency": "DKK"},
        "perSession": {"amount": "300.00", "currency": "DKK"},
        "validUntil": "2027-04-30",
        "settlement": "refund",
        "beginBy": "2026-12-05",
    },
    "missing": ["evidence.referral"],
    "coveredFrom": "2027-01-01",
    "flips": [{"fact": "cause", "value": "leisure", "outcome": "refer"}],
    "amountHangsOn": ["treatment.cost"],
}
READ = Answer(
    outcome="covered",
    trail=TRAIL,
    grant=Grant(3, None, Money.of(900), Money.of(300), date(2027, 4, 30), "refund", date(2026, 12, 5)),
    missing=("evidence.referral",),
    flips=(Flip("cause", "leisure", "refer"),),
    covered_from=date(2027, 1, 1),
    amount_hangs_on=("treatment.cost",),
    policy_number="P-1",
    product="SF1706",
)


def test_an_answer_is_written_as_it_is_stored() -> None:
    assert answer_json.write(READ) == WHOLE
    assert answer_json.read(WHOLE) == READ


def test_unknown_fields_are_written_as_null_and_lists_may_be_empty() -> None:
    written = answer_json.write(Answer("not-covered"))
    assert written == {
        **dict.fromkeys(("policyNumber", "product", "grant", "coveredFrom")),
        **{name: [] for name in ("trail", "missing", "flips", "amountHangsOn")},
        "outcome": "not-covered",
    }


@pytest.mark.parametrize("kept", [{}, dict.fromkeys(WHOLE.keys() - {"outcome"})])
def test_an_answer_is_read_from_its_outcome_alone(kept: dict[str, None]) -> None:
    assert answer_json.read({"outcome": "refer", **kept}) == Answer("refer")


@pytest.mark.parametrize(
    "effect, facts, most",
    [
        ("cap", {"most": "300.00"}, Decimal(300)),
        ("cap", {"most": MOST}, Decimal(300)),
        ("cap", {"most": None}, None),
        ("cap", {"limit": 12, "left": 1}, None),
        ("note", {"most": "300.00"}, None),
    ],
)
def test_a_step_has_the_cap_of_a_session_of_its_rule(
    effect: Any, facts: dict[str, object], most: Decimal | None
) -> None:
    assert Step("R-843", "8.4.2", effect, facts).most == most
