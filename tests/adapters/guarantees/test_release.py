from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, GuaranteeId
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.bookings.standing import standing
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Delete, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.release import BenefitRelease
from helsebro_aws.platform import clock
from tests.builders.benefits import book, guarantee_of, ledger_of, sessions
from tests.builders.claims import outbox_rows
from tests.builders.decisions import (
    CHIROPRACTIC,
    approval,
    approved,
    claim_in_review,
    decide,
    insured_anna,
    issue,
    seal_key,
    task_of,
    today,
)
from tests.builders.domain.benefit_totals import totals
from tests.builders.domain.guarantees import guarantee as guarantee_for

pytestmark = pytest.mark.usefixtures("aws")


def last_day() -> date:
    return today() + timedelta(days=30)


@pytest.fixture
def guarantee(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Guarantee:
    """Returns a guarantee of three sessions of chiropractic, valid for thirty days."""
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    return guarantee_of(issue(*approved(until=last_day())))


def release(days_after: int = 1) -> int:
    """Runs the release a number of days after the last day."""

    noon = datetime.combine(last_day() + timedelta(days=days_after), time(12), UTC)
    return BenefitRelease(standing, now=lambda: noon).run(lambda: True)


def test_an_approval_reserves_its_sessions_until_the_guarantees_last_day(guarantee: Guarantee) -> None:
    [line] = totals(ledger_of(guarantee.person_id))
    assert (line.line_id, line.reserved, line.last_day) == (guarantee.guarantee_id, 3, last_day())
    assert (line.treatment, line.in_network) == ("chiropractic", True)
    assert line.purpose.claim_id == guarantee.claim_id


def test_sessions_reserved_for_a_members_bills_are_kept_until_they_can_arrive(
    aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    insured_anna()
    claim_id = claim_in_review(treatment={**CHIROPRACTIC, "inNetwork": False})
    task_id = task_of(claim_id)
    assert decide(task_id, approval(until=last_day())).status == 200
    outside = guarantee_of(issue(claim_id, task_id))
    assert [release(90), release(91)] == [0, 1]
    assert sessions(ledger_of(outside.person_id)) == [(0, 0, 3)]


@pytest.mark.parametrize("days_after", [-1, 0])
def test_nothing_is_released_while_a_guarantee_is_in_force(guarantee: Guarantee, days_after: int) -> None:
    assert release(days_after) == 0
    assert sessions(ledger_of(guarantee.person_id)) == [(3, 0, 0)]


@pytest.mark.parametrize(
    "statuses, left, is_checked_again",
    [
        ([], 0, False),
        (["held"], 1, False),
        (["held", "missed", "cancelled"], 1, False),
        (["held", "booked"], 2, True),
        (["held", "held", "held"], 3, False),
    ],
)
def test_sessions_that_were_not_held_are_released(
    guarantee: Guarantee, statuses: list[str], left: int, is_checked_again: bool, aws: Any
) -> None:
    for number, status in enumerate(statuses):
        book(guarantee, status, today() + timedelta(days=number))
    assert release() == 1
    assert sessions(ledger_of(guarantee.person_id)) == [(left, 0, 3 - left)]
    assert len(outbox_rows(aws, "benefits.released")) == 1
    assert release(2) == int(is_checked_again)
    assert sessions(ledger_of(guarantee.person_id)) == [(left, 0, 3 - left)]
    assert len(outbox_rows(aws, "benefits.released")) == 1


def test_the_course_ended_with_the_last_session_held(guarantee: Guarantee) -> None:
    for days, status in ((2, "held"), (9, "held"), (16, "missed")):
        book(guarantee, status, today() + timedelta(days=days))
    release()
    [reservation] = ledger_of(guarantee.person_id).reservations
    assert reservation.course_ended_on == today() + timedelta(days=9)


def test_all_is_released_when_a_guarantee_was_approved_and_never_issued(guarantee: Guarantee) -> None:
    pk, sk = case_partition(guarantee.guarantee_id), f"GUARANTEE#{guarantee.guarantee_id}"
    tables.commit([Delete(DynamoGuarantees().table, pk, sk)])
    assert release() == 1
    assert sessions(ledger_of(guarantee.person_id)) == [(0, 0, 3)]


def test_without_time_left_the_rest_is_checked_another_night(guarantee: Guarantee) -> None:
    ahead = BenefitRelease(standing, now=lambda: clock.now() + timedelta(days=31))
    assert ahead.run(lambda: False) == 0
    assert sessions(ledger_of(guarantee.person_id)) == [(3, 0, 0)]
    assert ahead.run(lambda: True) == 1


def crisis(begin_by: date, **changes: Any) -> Guarantee:
    """Stores a guarantee that must begin by a day, with its reservation of three sessions, and returns it."""
    claim_id = ClaimId(ids.mint("clm", "tryg", bytes(10)))
    issued = guarantee_for(
        guarantee_id=GuaranteeId(ids.within("gar", claim_id, bytes(6))),
        claim_id=claim_id,
        treatment="crisis-psychologist",
        valid_from=today(),
        valid_until=last_day(),
        begin_by=begin_by,
        **changes,
    )
    benefits = DynamoBenefits()
    before = benefits.ledger(issued.payer, issued.person_id)
    portion = Portion("tsk_1", today(), 3, today(), last_day(), begin_by=begin_by)
    after = before.reserve(
        issued.guarantee_id, Purpose(claim_id), issued.treatment, True, portion, issued.settlement
    )
    tables.commit([*DynamoGuarantees().creation(issued), *benefits.replacement(before, after)])
    return issued


def of(guarantee: Guarantee) -> list[tuple[int, int, int]]:
    return sessions(ledger_of(guarantee.person_id))


BEFORE_THE_END = -20
"""``begin_by`` is this many days after the last day of the guarantee."""


@pytest.mark.parametrize("days_after, left", [(BEFORE_THE_END, 3), (BEFORE_THE_END + 1, 0)])
def test_what_a_lapsed_guarantee_reserved_is_released_the_night_after_its_last_day_to_begin(
    days_after: int, left: int, aws: Any
) -> None:
    lapsing = crisis(last_day() + timedelta(days=BEFORE_THE_END))
    release(days_after)
    assert of(lapsing) == [(left, 0, 3 - left)]
    assert len(outbox_rows(aws, "benefits.released")) == int(not left)
    assert release(days_after) == 0


@pytest.mark.parametrize("status, held", [("booked", 0), ("held", 1)])
def test_a_guarantee_that_is_booked_or_has_begun_keeps_its_sessions_until_its_last_day(
    status: str, held: int, aws: Any
) -> None:
    going_on = crisis(last_day() + timedelta(days=BEFORE_THE_END), sessions_booked=1, sessions_used=held)
    book(going_on, status, today() + timedelta(days=5))
    assert release(BEFORE_THE_END + 1) == 1
    assert of(going_on) == [(3, 0, 0)]
    # One that has begun is not looked at every night any more.
    assert release(BEFORE_THE_END + 2) == int(not held)
    assert outbox_rows(aws, "benefits.released") == []
    assert release(1) == 1
    assert of(going_on) == [(1, 0, 2)]


def test_the_bills_of_a_lapsed_promise_to_refund_have_their_time() -> None:
    begin_by = last_day() + timedelta(days=BEFORE_THE_END)
    trips = crisis(begin_by, settlement="refund")
    assert release(BEFORE_THE_END + 90) == 0
    assert of(trips) == [(3, 0, 0)]
    release(BEFORE_THE_END + 91)
    assert of(trips) == [(0, 0, 3)]
