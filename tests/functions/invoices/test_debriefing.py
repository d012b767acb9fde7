"""A debriefing of crisis help on an invoice: at its agreed fee, as a debriefing and nothing else (F1-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from helsebro.ids import ClinicId
from helsebro.money import Money
from helsebro.tariffs.fee import Fee
from local.clinic import ubl
from tests.builders.invoice_stage import Stage, change, session, staged
from tests.builders.invoices import FIRST
from tests.builders.payments.judged_invoices import judged

FEE = Money.of(900)


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    """A guarantee of crisis help at a clinic."""
    assert aws
    made = staged()
    kept = [{"service": "debriefing", "amount": FEE.as_json()}]
    change(made.guarantee.guarantee_id, "GUARANTEE", treatment="crisis-help", fees=kept)
    return replace(made, guarantee=replace(made.guarantee, fees=(Fee("debriefing", FEE),)))


def held(stage: Stage) -> ubl.Session:
    return session(stage.guarantee, ClinicId(stage.clinic_id), FIRST - timedelta(days=1), "debriefing")


def findings(answer: dict[str, Any]) -> list[str]:
    return [each["rule"] for each in answer["findings"] if each["severity"] != "warning"]


def test_it_is_accepted_at_its_fee(stage: Stage) -> None:
    line = held(stage)
    answer = judged(stage, stage.invoice(sessions=(line,)))
    assert (line.price, answer["status"], findings(answer)) == (Decimal("900.00"), "accepted", [])


@pytest.mark.parametrize(
    "changes, rule", [({"price": Decimal(950)}, "HB-10"), ({"service": "follow-up"}, "HB-09")]
)
def test_another_price_or_service_is_a_finding(stage: Stage, changes: dict[str, Any], rule: str) -> None:
    answer = judged(stage, stage.invoice(sessions=(replace(held(stage), **changes),)))
    assert (answer["status"], findings(answer)) == ("rejected", [rule])
