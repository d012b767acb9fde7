"""Each transaction that causes an entry contains it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from functions.guarantees.guarantees.handler import handler as guarantees

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId
from helsebro_aws.bookings.standing import standing
from helsebro_aws.guarantees.release import BenefitRelease
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from tests.builders.benefits import guarantee_of
from tests.builders.calls import ask, event, staff
from tests.builders.decisions import (
    approved,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    issue,
    refund_of,
    refund_task_of,
    seal_key,
    today,
)
from tests.builders.invoice_stage import Stage, staged
from tests.builders.network import Stage as Network
from tests.builders.network import act, begun, book, book_series, soon
from tests.builders.network import guarantee_of as guarantee_at
from tests.builders.network import staged as network_staged
from tests.builders.payments.judged_invoices import judged

pytestmark = pytest.mark.usefixtures("aws")
UNTIL = timedelta(days=30)


def booked(claim_id: ClaimId) -> list[tuple[str, str]]:
    """Returns the kind and amount of each entry of a case, in the order of their ids."""
    entries = sorted(DynamoLedger().of_case(claim_id), key=lambda entry: (entry.at, entry.kind))
    return [(entry.kind, str(entry.amount.amount)) for entry in entries]


@pytest.fixture
def guarantee(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Guarantee:
    """A guarantee of three sessions of chiropractic, valid for thirty days."""
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    return guarantee_of(issue(*approved(until=today() + UNTIL)))


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def granted(guarantee: Guarantee) -> str:
    """The most that three sessions cost: any may be of the service with the highest fee."""
    return str((max(fee.amount for fee in guarantee.fees) * 3).amount)


def test_a_guarantee_is_issued_with_what_it_grants(guarantee: Guarantee) -> None:
    assert booked(guarantee.claim_id) == [("granted", granted(guarantee))]


def test_a_revoked_guarantee_ends_the_rest_of_its_grant(guarantee: Guarantee) -> None:
    path = f"/v1/guarantees/{guarantee.guarantee_id}/revoke"
    call = event("POST", path, by=staff("caseworker"), body={"reason": "x1"}, headers={"if-match": '"1"'})
    assert ask(guarantees, call).status == 200
    whole = granted(guarantee)
    assert booked(guarantee.claim_id) == [("granted", whole), ("grant-ended", whole)]


def test_a_guarantee_that_expired_ends_the_rest_of_its_grant_once(guarantee: Guarantee) -> None:
    after = datetime.combine(guarantee.valid_until + timedelta(days=1), time(12), UTC)
    release = BenefitRelease(standing, now=lambda: after)
    assert [release.run(lambda: True), release.run(lambda: True)] == [1, 0]
    whole = granted(guarantee)
    assert booked(guarantee.claim_id) == [("granted", whole), ("grant-ended", whole)]


def test_an_accepted_invoice_is_an_expense_and_approved_for_payment(stage: Stage) -> None:
    assert judged(stage, stage.invoice())["status"] == "accepted"
    kinds = dict(booked(stage.guarantee.claim_id))
    assert (kinds["invoiced"], kinds["approved"]) == ("1800.00", "1800.00")
    assert {"granted", "invoiced", "approved"} == {*kinds}


def test_a_credit_note_is_an_entry_of_its_own(stage: Stage) -> None:
    judged(stage, stage.invoice())
    note = stage.invoice(number="K-1", credits="2026-1001", sessions=stage.sessions[1:])
    assert judged(stage, note)["status"] == "accepted"
    assert dict(booked(stage.guarantee.claim_id))["credited"] == "850.00"


def test_a_rejected_invoice_books_nothing(stage: Stage) -> None:
    assert judged(stage, stage.invoice(guarantee_number="G26-00000-00000"))["status"] == "rejected"
    assert {kind for kind, _ in booked(stage.guarantee.claim_id)} == {"granted"}


def test_an_approved_refund_is_an_expense_and_a_denied_one_books_nothing(aws: dict[str, Any]) -> None:
    assert aws
    insured_anna()
    claim_id = claim_in_review()
    refund_id = refund_of(claim_id)
    task_id = refund_task_of(refund_id)
    paid = {
        "decision": "approve",
        "reason": "Efter 8.3.2",
        "approved": [{"index": 0, "amount": cost("450.00")}],
    }
    assert decide(task_id, paid, by=staff("finance")).status == 200
    end_refund(refund_id, task_id)
    end_refund(refund_id, task_id)
    assert booked(claim_id) == [("approved", "450.00")]


@pytest.fixture
def network(aws: dict[str, Any]) -> Network:
    """A clinic with free slots."""
    assert aws
    return network_staged()


def test_a_booking_reserves_its_price_and_a_cancelled_one_no_more(network: Network) -> None:
    guarantee = guarantee_at()
    booking_id = book(guarantee, network.free_slot()).body["bookingId"]
    assert dict(booked(guarantee.claim_id))["reserved"] == str(fee_of(guarantee))
    assert act(booking_id, "cancel").status == 200
    assert dict(booked(guarantee.claim_id))["reservation-ended"] == str(fee_of(guarantee))


def test_a_missed_session_is_reserved_no_more_and_a_held_one_until_it_is_invoiced(network: Network) -> None:
    guarantee = guarantee_at()
    missed, held = (
        book(guarantee, network.free_slot(starts_at=soon(hours), service=service), service=service).body
        for hours, service in ((72, "first"), (96, "follow-up"))
    )
    for booking, kind in ((missed, "session.missed"), (held, "session.held")):
        begun(booking["bookingId"])
        assert network.event(kind, {"bookingId": booking["bookingId"]}).status == 202
    kinds = [kind for kind, _ in booked(guarantee.claim_id)]
    assert (kinds.count("reserved"), kinds.count("reservation-ended")) == (2, 1)


def test_a_series_reserves_each_of_its_sessions(network: Network) -> None:
    guarantee = guarantee_at()
    slots = [
        network.free_slot(starts_at=soon(hours), service=service)
        for hours, service in ((72, "first"), (96, "follow-up"))
    ]
    assert book_series(guarantee, slots).status == 201
    assert [kind for kind, _ in booked(guarantee.claim_id)].count("reserved") == 2


def fee_of(guarantee: Guarantee) -> Decimal:
    price = guarantee.price_of("first")
    assert price
    return price.amount
