from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.benefits.reservation import Portion, Purpose
from helsebro.money import Money
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import tables
from tests.builders.benefits import ledger_of, sessions
from tests.builders.domain.benefit_totals import totals
from tests.builders.invoice_stage import Stage, staged
from tests.builders.invoices import FIRST, SECOND
from tests.builders.payments.judged_invoices import judged, message, sent

pytestmark = pytest.mark.usefixtures("aws")
PAYER = "nordlys"


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged(PAYER)


@pytest.fixture
def reserved(stage: Stage) -> Stage:
    """Three sessions of 950 kr. at most, reserved for the guarantee."""
    benefits, known = DynamoBenefits(), stage.guarantee
    before = benefits.ledger(PAYER, known.person_id)
    portion = Portion("tsk_1", FIRST, 3, known.valid_from, known.valid_until, Money.of(950))
    purpose = Purpose(known.claim_id, "SF1706", "P-1", "injury", date(2026, 10, 1))
    after = before.reserve(known.guarantee_id, purpose, known.treatment, True, portion)
    tables.commit(benefits.replacement(before, after))
    return stage


def test_an_accepted_invoice_uses_what_was_reserved_on_the_day_of_each_session(reserved: Stage) -> None:
    assert judged(reserved, reserved.invoice())["status"] == "accepted"
    ledger = ledger_of(reserved.guarantee.person_id, PAYER)
    assert sessions(ledger) == [(1, 2, 0)]
    [line] = totals(ledger)
    assert line.paid == Money.of(1800)
    used = ledger.history(None, date(2999, 12, 31), parts=("used",))
    assert [(row.on, row.cost, row.product) for row in used] == [
        (FIRST, Money.of(950), "SF1706"),
        (SECOND, Money.of(850), "SF1706"),
    ]


def test_an_invoice_judged_twice_uses_once(reserved: Stage) -> None:
    from functions.invoices.validate_invoice.handler import handler

    from tests.builders.calls import LambdaContext
    from tests.builders.payments.judged_invoices import batch

    invoice_id = sent(reserved, reserved.invoice())
    for _ in range(2):
        handler(batch(message(invoice_id), message(invoice_id)), LambdaContext())
    ledger = ledger_of(reserved.guarantee.person_id, PAYER)
    assert (sessions(ledger), ledger.revision) == ([(1, 2, 0)], 2)


def test_a_rejected_invoice_uses_nothing(reserved: Stage) -> None:
    assert judged(reserved, reserved.invoice(currency="NOK"))["status"] == "rejected"
    assert sessions(ledger_of(reserved.guarantee.person_id, PAYER)) == [(3, 0, 0)]


def test_a_credit_note_releases_a_session_that_may_be_invoiced_again(reserved: Stage) -> None:
    assert judged(reserved, reserved.invoice())["status"] == "accepted"
    note = reserved.invoice(number="2026-1002", credits="2026-1001", sessions=reserved.sessions[:1])
    assert judged(reserved, note)["status"] == "accepted"
    assert sessions(ledger_of(reserved.guarantee.person_id, PAYER)) == [(2, 1, 0)]
    again = reserved.invoice(number="2026-1003", sessions=reserved.sessions[:1])
    assert judged(reserved, again)["status"] == "accepted"
    assert sessions(ledger_of(reserved.guarantee.person_id, PAYER)) == [(1, 2, 0)]


def test_a_guarantee_older_than_the_ledgers_is_invoiced_and_credited_too(
    stage: Stage,
) -> None:
    assert judged(stage, stage.invoice())["status"] == "accepted"
    ledger = ledger_of(stage.guarantee.person_id, PAYER)
    assert sessions(ledger) == [(0, 1, 0), (0, 1, 0)]
    note = stage.invoice(number="2026-1002", credits="2026-1001", sessions=stage.sessions[:1])
    assert judged(stage, note)["status"] == "accepted"
    assert sessions(ledger_of(stage.guarantee.person_id, PAYER)) == [(0, 1, 0)]
