from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.ids import ClaimId, GuaranteeId, PersonId, RefundId
from helsebro.money import Money
from helsebro.refunds.case_grants import CaseGrants, grants_of
from helsebro.tasks.staff_decision import GrantedSessions
from tests.builders.domain.answers import determination
from tests.builders.domain.claims import CLAIM_ID, claim

FIRST, LAST, LATER = date(2026, 3, 2), date(2026, 6, 30), date(2026, 9, 30)
HERE = Purpose(CLAIM_ID, "SF1706", "P-1")
OSTEOPATHY, ME, OTHER = GuaranteeId("gar_o"), RefundId("ref_me"), RefundId("ref_other")
EMPTY = Ledger("tryg", PersonId("per_child"))
GRANTED = EMPTY.reserve(OSTEOPATHY, HERE, "osteopathy", False, Portion("tsk_1", FIRST, 2, FIRST, LAST))


def seen(ledger: Ledger = GRANTED) -> CaseGrants:
    return grants_of(claim(), ledger, ME)


def paid(*days: date, by: RefundId = OTHER, guarantee_id: GuaranteeId | None = OSTEOPATHY) -> Use:
    spent = (Spent(str(day), day, "osteopathy", Money.of(400), guarantee_id) for day in days)
    return Use(by, "refund", HERE, LAST, False, tuple(spent))


@pytest.mark.parametrize(
    "treatment, on, outside",
    [
        ("osteopathy", FIRST, None),
        ("osteopathy", LAST, None),
        ("osteopathy", date(2026, 3, 1), "outside-the-period"),
        ("osteopathy", date(2026, 7, 1), "outside-the-period"),
        ("psychologist", FIRST, "another-treatment"),
    ],
)
def test_a_session_is_of_the_kind_and_within_the_period_that_was_granted(
    treatment: str, on: date, outside: str | None
) -> None:
    assert seen().outside(treatment, on) == outside


def test_nothing_is_granted_by_what_another_case_was_granted() -> None:
    other = replace(GRANTED.reservations[0], purpose=replace(HERE, claim_id=ClaimId("clm_other")))
    for ledger in (EMPTY, replace(EMPTY, reservations=(other,))):
        assert seen(ledger).outside("osteopathy", FIRST) == "nothing-granted"


def test_what_an_extension_added_is_granted_too() -> None:
    more = Portion("ext_1", LAST, 1, LAST, LATER)
    extended = seen(GRANTED.reserve(OSTEOPATHY, HERE, "osteopathy", False, more))
    assert (extended.grants[0].left, extended.outside("osteopathy", LATER)) == (3, None)


BACK = date(2026, 8, 10)
"""The day of an extension that was granted after the last day."""


@pytest.mark.parametrize(
    "on, outside",
    [
        (LAST, None),
        (LAST + timedelta(days=1), "outside-the-period"),
        (BACK - timedelta(days=1), "outside-the-period"),
        (BACK, None),
        (LATER, None),
        (LATER + timedelta(days=1), "outside-the-period"),
    ],
)
def test_a_later_extension_approves_nothing_that_was_held_before_its_decision(
    on: date, outside: str | None
) -> None:
    """R-1205: the treatment must be approved before it is held; staff may pay it all the same."""
    late = GRANTED.reserve(OSTEOPATHY, HERE, "osteopathy", False, Portion("ext_1", BACK, 1, BACK, LATER))
    assert seen(late).outside("osteopathy", on) == outside
    [spent] = late.consume(paid(on, guarantee_id=None)).uses[0].sessions
    # What finance pay outside every period still takes a session that is kept for bills.
    assert spent.guarantee_id == OSTEOPATHY


@pytest.mark.parametrize("granted_on", [LAST, date(2026, 5, 1)])
def test_an_extension_that_was_granted_in_time_leaves_no_gap(granted_on: date) -> None:
    more = Portion("ext_1", granted_on, 1, granted_on, LATER)
    [extended] = seen(GRANTED.reserve(OSTEOPATHY, HERE, "osteopathy", False, more)).grants
    assert extended.gaps == ()
    assert all(extended.allows(day) for day in (FIRST, LAST, LAST + timedelta(days=1), LATER))


CLINICS = EMPTY.reserve(
    OSTEOPATHY, HERE, "osteopathy", True, Portion("tsk_1", FIRST, 3, FIRST, LAST), "direct"
)
FOR_BILLS = EMPTY.reserve(
    OSTEOPATHY, HERE, "osteopathy", False, Portion("tsk_1", FIRST, 3, FIRST, LAST), "refund"
)


@pytest.mark.parametrize(
    "kept, held, free, on, taken",
    [
        (FOR_BILLS, 0, 0, LAST, True),
        (CLINICS, 0, 3, LAST, True),
        (CLINICS, 1, 2, LAST, True),
        (CLINICS, 0, 0, LAST, False),
        (CLINICS, 0, 3, LAST + timedelta(days=1), False),
    ],
    ids=["for bills", "a clinic's", "beside a held one", "all booked", "after the period"],
)
def test_a_bill_that_is_decided_after_the_grant_expired_counts_by_the_day_of_treatment(
    kept: Ledger, held: int, free: int, on: date, taken: bool
) -> None:
    """Its sessions were released the night after; the one that a clinic holds stays reserved for it."""
    expired = kept.release(OSTEOPATHY, held, LATER, last=True)
    bill = replace(paid(on, guarantee_id=None), recorded_on=LATER + timedelta(days=1))
    known = {OSTEOPATHY: free} if kept is CLINICS else {}
    after = expired.consume(bill, known)
    [spent] = after.uses[0].sessions
    [reservation] = after.reservations
    assert spent.guarantee_id == (OSTEOPATHY if taken else None)
    assert after.left(OSTEOPATHY) == held
    assert reservation.sessions_released == 3 - held - int(taken)
    assert expired.making_room_for(bill, known) == expired
    assert after.consume(bill, known) == after


def test_what_a_late_bill_took_back_is_not_reserved_again_by_an_extension() -> None:
    expired = FOR_BILLS.release(OSTEOPATHY, 0, LATER, last=True)
    after = expired.consume(replace(paid(LAST, guarantee_id=None), recorded_on=LATER))
    assert (expired.backed(OSTEOPATHY), after.backed(OSTEOPATHY)) == (0, 1)
    assert seen(after).grants[0].left == 2


def test_after_a_revoked_guarantee_nothing_is_granted() -> None:
    cut = seen(GRANTED.revoke(OSTEOPATHY, 0, date(2026, 4, 1), last=True))
    days = (date(2026, 4, 1), date(2026, 4, 2))
    assert [cut.outside("osteopathy", day) for day in days] == [None, "outside-the-period"]


@pytest.mark.parametrize("guarantee_id", [OSTEOPATHY, None])
def test_what_was_paid_is_no_longer_left(guarantee_id: GuaranteeId | None) -> None:
    """Sessions that were granted in the network are refunded without a guarantee."""
    uses = (paid(FIRST, LAST, guarantee_id=guarantee_id),)
    assert seen(replace(GRANTED, uses=uses)).outside("osteopathy", LAST) == "beyond-the-number"
    credited = (replace(uses[0], sessions=(uses[0].credited([str(LAST)], LAST).sessions)),)
    assert seen(replace(GRANTED, uses=credited)).outside("osteopathy", LAST) is None


def test_a_refund_is_not_held_against_itself() -> None:
    own = seen(replace(GRANTED, uses=(paid(FIRST, LAST, by=ME),)))
    assert (own.grants[0].left, own.paid_before("osteopathy", FIRST)) == (2, ())


def test_what_was_released_and_reserved_again_is_granted_once() -> None:
    """Two sessions are released when a guarantee expires, and reserved again with a third."""
    expired = GRANTED.release(OSTEOPATHY, 0, LATER, last=True)
    again = expired.reserve(OSTEOPATHY, HERE, "osteopathy", False, Portion("ext_1", LATER, 3, LATER, LATER))
    assert [seen(ledger).grants[0].left for ledger in (expired, again)] == [2, 3]
    revoked = again.revoke(OSTEOPATHY, 0, LATER + timedelta(days=1), last=True)
    assert seen(revoked).grants[0].left == 3


def test_a_revocation_on_the_day_of_an_extension_takes_nothing_of_what_was_granted() -> None:
    again = GRANTED.reserve(OSTEOPATHY, HERE, "osteopathy", False, Portion("ext_1", LAST, 1, LAST, LATER))
    assert seen(again.revoke(OSTEOPATHY, 0, LAST, last=True)).grants[0].left == 3


def test_a_grant_begins_on_the_day_of_its_decision_as_its_guarantee_does() -> None:
    """Also when the treatment was to start later."""
    later = Portion("tsk_1", FIRST, 2, date(2026, 4, 1), LAST)
    planned = EMPTY.reserve(OSTEOPATHY, HERE, "osteopathy", False, later)
    assert [seen(planned).outside("osteopathy", day) for day in (FIRST, date(2026, 3, 1))] == [
        None,
        "outside-the-period",
    ]


def test_of_two_grants_the_one_that_ends_first_is_used_first() -> None:
    long = Portion("tsk_2", FIRST, 1, FIRST, LATER)
    both = EMPTY.reserve(GuaranteeId("gar_2"), HERE, "osteopathy", False, long)
    both = both.reserve(OSTEOPATHY, HERE, "osteopathy", False, Portion("tsk_1", FIRST, 1, FIRST, LAST))
    first = seen(both).grant_of("osteopathy", LAST)
    assert first
    assert first.last_day == LAST
    after = seen(both).less_one(first)
    assert [after.outside("osteopathy", day) for day in (LAST, LATER)] == [None, None]


def test_a_session_that_is_paid_is_taken_from_the_grant_of_its_day() -> None:
    second = Portion("tsk_2", LATER, 1, LATER, LATER)
    both = GRANTED.reserve(GuaranteeId("gar_2"), HERE, "osteopathy", False, second)
    known = seen(both.consume(paid(LATER, guarantee_id=None)))
    assert [grant.left for grant in known.grants] == [2, 0]


def test_what_staff_pay_outside_every_period_takes_only_what_the_others_leave() -> None:
    early = date(2026, 1, 5)
    use = GRANTED.consume(paid(early, FIRST, LAST, guarantee_id=None)).uses[0]
    assert [spent.guarantee_id for spent in use.sessions] == [None, OSTEOPATHY, OSTEOPATHY]


def test_each_grant_has_its_own_number_and_period() -> None:
    second = Portion("tsk_2", LATER, 1, LATER, LATER)
    grants = seen(GRANTED.reserve(GuaranteeId("gar_2"), HERE, "osteopathy", False, second))
    later = grants.grant_of("osteopathy", LATER)
    assert later
    after = grants.less_one(later)
    outside = [after.outside("osteopathy", day) for day in (FIRST, LATER)]
    assert outside == [None, "beyond-the-number"]


def test_the_invoices_and_refunds_of_the_same_day_and_kind_are_named() -> None:
    known = seen(replace(GRANTED, uses=(paid(FIRST, FIRST),)))
    assert known.paid_before("osteopathy", FIRST) == (OTHER,)
    assert known.paid_before("osteopathy", LAST) == known.paid_before("chiropractic", FIRST) == ()


def test_what_another_case_of_the_person_was_paid_is_named_too() -> None:
    other = replace(paid(FIRST), purpose=replace(HERE, claim_id=ClaimId("clm_other")))
    known = seen(replace(GRANTED, uses=(other,)))
    assert (known.paid_before("osteopathy", FIRST), known.grants[0].left) == ((OTHER,), 2)


def test_a_claim_approved_before_ledgers_existed_was_granted_what_its_decision_says() -> None:
    at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    decision = determination("approved", at, grant=GrantedSessions(3, LAST))
    about = claim(status="approved", decision=decision, answered_at=at)
    [grant] = grants_of(about, EMPTY, ME).grants
    assert (grant.treatment, grant.first_day, grant.last_day, grant.left) == ("physiotherapy", FIRST, LAST, 3)
    assert grants_of(replace(about, status="denied"), EMPTY, ME).grants == ()
