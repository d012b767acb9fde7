from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from helsebro.ids import ClinicId, GuaranteeId
from helsebro.money import Money
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs
from local.clinic import ubl
from tests.builders.decisions import cost
from tests.builders.invoice_stage import (
    Stage,
    change,
    other,
    session,
    set_rates_by_authorisation,
    staged,
)
from tests.builders.invoices import FIRST
from tests.builders.payments.judged_invoices import judged


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def unheld(stage: Stage) -> None:
    change(stage.sessions[0].booking_id, "BOOKING", status="booked")


def expired(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", validUntil=FIRST.isoformat())


def smaller(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=1)


def dearer(stage: Stage) -> None:
    change(stage.guarantee.guarantee_id, "GUARANTEE", fees=[])


def elsewhere(stage: Stage) -> None:
    change(stage.sessions[0].booking_id, "BOOKING", clinicId="cli_other")


@pytest.mark.parametrize(
    "spoiled,rules",
    [
        (unheld, {"HB-04"}),
        (expired, {"HB-08"}),
        (smaller, {"HB-13"}),
        (dearer, {"HB-10"}),
        (elsewhere, {"HB-03"}),
    ],
)
def test_the_stored_facts_decide_on_an_invoice(
    stage: Stage, spoiled: Callable[[Stage], None], rules: set[str]
) -> None:
    spoiled(stage)
    invoice = judged(stage, stage.invoice())
    assert {finding["rule"] for finding in invoice["findings"]} == rules


@pytest.mark.parametrize(
    "promised, of_the_day, status",
    [
        ("900.00", "950.00", "accepted"),
        ("950.00", "980.00", "accepted"),
        ("950.00", "900.00", "accepted"),
        ("900.00", "980.00", "rejected"),
    ],
)
def test_a_session_is_paid_at_the_promised_price_or_by_a_higher_tariff_of_its_day(
    stage: Stage, promised: str, of_the_day: str, status: str
) -> None:
    rate = {"source": "country", "begins": "2026-01-01", "version": 0}
    fees = [
        {"service": "first", "amount": cost(promised), "rate": rate},
        {"service": "follow-up", "amount": cost("850.00")},
    ]
    change(stage.guarantee.guarantee_id, "GUARANTEE", fees=fees)
    rates = (Rate(FIRST, Money.of(of_the_day), True),)
    payer, treatment = stage.guarantee.payer, stage.guarantee.treatment
    DynamoTariffs().set(Tariff(payer, treatment, "first", rates, 1), "underwriter")
    assert judged(stage, stage.invoice())["status"] == status


@pytest.mark.parametrize(
    "prices, status", [((1900, 500), "accepted"), ((1200, 1200), "rejected"), ((500, 1900), "rejected")]
)
def test_the_sessions_of_an_extension_cost_what_it_added_to_a_price_for_all(
    stage: Stage, prices: tuple[int, int], status: str
) -> None:
    """One session was granted for 1900.00, and an extension added one for 500.00."""
    added = {"grantedAt": "2026-11-05T09:00:00Z", "sessions": 1, "perSession": cost("500.00")}
    whole = {"feeFor": "whole", "fee": cost("2400.00"), "fees": [], "sessionsGranted": 2}
    change(stage.guarantee.guarantee_id, "GUARANTEE", **whole, extensions=[added])
    lines = tuple(
        replace(line, price=Decimal(price)) for line, price in zip(stage.sessions, prices, strict=True)
    )
    assert judged(stage, stage.invoice(sessions=lines))["status"] == status


@pytest.mark.parametrize("authorised, status", [(True, "accepted"), (False, "rejected")])
def test_the_practitioner_of_a_guarantee_is_paid_by_the_rate_of_their_authorisation(
    stage: Stage, authorised: bool, status: str
) -> None:
    set_rates_by_authorisation(stage, authorised=authorised)
    assert judged(stage, stage.invoice())["status"] == status


def test_the_guarantee_of_another_clinic_does_not_count(stage: Stage) -> None:
    invoice = judged(other(stage), stage.invoice())
    assert {finding["rule"] for finding in invoice["findings"]} == {"HB-01", "HB-15"}
    assert "guaranteeId" not in invoice


def test_without_a_case_reference_the_guarantee_is_found_by_its_bookings(stage: Stage) -> None:
    invoice = judged(stage, stage.invoice(case_reference="unknown"))
    assert {finding["rule"] for finding in invoice["findings"]} == {"HB-02"}


@pytest.mark.parametrize("reference", ["x" * 5000, "#", "..", "bkg_aaaa"])
def test_a_malformed_reference_is_a_finding(stage: Stage, reference: str) -> None:
    strange = tuple(ubl.Session(reference, line.on, line.price, line.service) for line in stage.sessions)
    body = stage.invoice(case_reference=reference, number=reference, sessions=strange)
    assert judged(stage, body)["status"] == "rejected"


def test_a_session_under_another_guarantee_of_the_claim_does_not_count(stage: Stage) -> None:
    from dataclasses import replace

    from helsebro import ids

    second = replace(
        stage.guarantee, guarantee_id=GuaranteeId(ids.within("gar", stage.guarantee.claim_id, b"second"))
    )
    foreign = session(second, ClinicId(stage.clinic_id), FIRST, "first")
    invoice = judged(stage, stage.invoice(sessions=(foreign,)))
    assert {finding["rule"] for finding in invoice["findings"]} == {"HB-03"}
