from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

import pytest
from functions.guarantees.guarantees.handler import handler as guarantees
from functions.guarantees.verify.handler import handler

from helsebro.guarantees.guarantee import Guarantee
from helsebro.receipt import Receipt
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.guarantees.dynamo_references import SHOWN
from helsebro_aws.platform import clock
from tests.builders.benefits import book
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.decisions import IN_HALF_A_YEAR, decide, insured_anna, today
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def guarantee(aws: dict[str, Any]) -> Guarantee:
    assert aws
    insured_anna()
    return guaranteed()


def verify(case_reference: str) -> Answered:
    return ask(handler, event("GET", f"/v1/verify/{case_reference}"))


def shown(guarantee: Guarantee) -> tuple[str, int, str]:
    body = verify(guarantee.case_reference).body
    return body["status"], body["sessionsLeft"], body["validUntil"]


def report(guarantee: Guarantee, status: Literal["held", "missed"]) -> None:
    """Books a session, and reports it."""
    before = book(guarantee, "booked", today())
    receipt = Receipt(before.booking_id, "f", 202, {})
    BookingChanges().report(before, before.report(status, clock.now()), f"session.{status}", receipt)


def revoke(guarantee: Guarantee) -> None:
    call = event(
        "POST",
        f"/v1/guarantees/{guarantee.guarantee_id}/revoke",
        by=staff("caseworker"),
        body={"reason": "Fejl"},
        headers={"if-match": '"1"'},
    )
    assert ask(guarantees, call).status == 200


def test_anyone_may_verify_a_guarantee_and_sees_no_personal_data(guarantee: Guarantee) -> None:
    answer = verify(guarantee.case_reference)
    assert answer.status == 200
    assert answer.body == {
        "status": "active",
        "treatment": "chiropractic",
        "sessionsLeft": 3,
        "validUntil": IN_HALF_A_YEAR.isoformat(),
    }


def test_a_reference_in_small_letters_is_found(guarantee: Guarantee) -> None:
    assert verify(guarantee.case_reference.lower()).status == 200


def test_held_sessions_are_not_left(guarantee: Guarantee) -> None:
    for expected in (("active", 2), ("active", 1), ("used", 0)):
        report(guarantee, "held")
        assert shown(guarantee)[:2] == expected


def test_a_missed_session_is_still_left(guarantee: Guarantee) -> None:
    report(guarantee, "missed")
    assert shown(guarantee)[:2] == ("active", 3)


def test_an_extension_is_shown_as_soon_as_it_is_approved(guarantee: Guarantee) -> None:
    until = IN_HALF_A_YEAR + timedelta(days=30)
    report(guarantee, "held")
    assert decide(extension_task_of(extension_of(guarantee)), more(2, until)).status == 200
    assert shown(guarantee) == ("active", 4, until.isoformat())


def test_a_revoked_guarantee_has_no_sessions_left(guarantee: Guarantee) -> None:
    revoke(guarantee)
    assert shown(guarantee)[:2] == ("revoked", 0)


def test_a_session_that_is_reported_after_the_revocation_leaves_it_at_none(guarantee: Guarantee) -> None:
    revoke(guarantee)
    report(guarantee, "held")
    assert shown(guarantee)[:2] == ("revoked", 0)


@pytest.mark.parametrize("unknown", ["HB-AAAA-AAAA-AAAA-AAAA", "x", "gar_x", "HB%23x"])
def test_an_unknown_reference_is_404(unknown: str) -> None:
    assert verify(unknown).status == 404


def test_only_what_is_shown_is_read(guarantee: Guarantee) -> None:
    key = (f"REFERENCE#{guarantee.case_reference}", "REFERENCE")
    assert set(tables.get("cases", *key, only=SHOWN) or {}) == set(SHOWN)
    assert set(tables.get("cases", *key) or {}) == {*SHOWN, "pk", "sk", "v", "guaranteeId"}
