"""When a member may complain: about a denial in force, step by step, until the last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from helsebro.claims.claim import Claim
from helsebro.claims.reconsidering.reopening import reopened
from helsebro.complaints.answering import ComplaintDecidedBefore, is_in_force, must_be_another_person
from helsebro.complaints.complain import (
    ComplaintRequest,
    ComplaintTooLate,
    NothingRefused,
    complain,
    last_day,
    must_be_ready_for_board,
    with_answer,
)
from helsebro.complaints.complaint import Complaint, ComplaintStep, DenialReplaced, StepOutOfOrder
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.work_calendar import WorkCalendar
from tests.builders.domain.claims import claim

DENIED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
AT = DENIED_AT + timedelta(days=3)
DENIAL = Determination("denied", DENIED_AT, "caseworker", reason="6.1")
NO = Determination("denied", AT + timedelta(days=5), "caseworker", reason="6.1")
CALENDAR = WorkCalendar("DK")


def denied(**changes: object) -> Claim:
    return claim(status="denied", decision=DENIAL, answered_at=DENIED_AT, **changes)


def complained(about: Claim, step: ComplaintStep, *earlier: Complaint, at: datetime = AT) -> Complaint:
    return complain(about, earlier, ComplaintRequest(step, "Nej"), CALENDAR, at)[1]


@pytest.mark.parametrize("status", ["awaiting-member", "in-review", "clarifying", "approved", "closed"])
def test_only_a_denial_in_force_can_be_complained_about(status: str) -> None:
    with pytest.raises(NothingRefused):
        complained(claim(status=status), "department")


def test_a_complaint_names_its_denial_and_when_it_is_answered() -> None:
    after, made = complain(denied(), (), ComplaintRequest("department", "Nej"), CALENDAR, AT)
    assert (made.denied_at, made.round, made.status) == (DENIED_AT, 1, "received")
    assert after.complaints == ("department",)
    # Twenty working days after Thursday 5 March, with no holiday before Easter.
    assert made.due_at == CALENDAR.end_of(datetime(2026, 4, 7, tzinfo=UTC).date())


@pytest.mark.parametrize(
    "home, last", [("DK", "2027-03-02"), ("NO", "2026-09-02")], ids=["a year", "six months"]
)
def test_the_last_day_is_by_the_law_of_the_payers_country(home: str, last: str) -> None:
    about = denied(home=home)
    assert last_day(about, DENIAL).isoformat() == last
    day = datetime.fromisoformat(f"{last}T12:00:00+00:00")
    assert complained(about, "department", at=day).step == "department"
    with pytest.raises(ComplaintTooLate) as late:
        complained(about, "department", at=day + timedelta(days=1))
    assert late.value.facts == {"lastDay": last}


def test_the_time_begins_anew_with_every_no() -> None:
    answered_at = datetime(2026, 8, 20, 9, 0, tzinfo=UTC)
    about = with_answer(denied(complaints=("department",)), answered_at)
    assert last_day(about, DENIAL).isoformat() == "2027-08-20"


def test_the_next_step_opens_with_the_answer_or_when_it_is_late() -> None:
    about = denied(complaints=("department",))
    open_one = complained(denied(), "department")
    with pytest.raises(StepOutOfOrder):
        complained(about, "quality", open_one)
    assert complained(about, "quality", open_one.answered(NO)).step == "quality"
    assert open_one.due_at
    assert complained(about, "quality", open_one, at=open_one.due_at).step == "quality"


def test_a_new_denial_begins_the_steps_anew() -> None:
    first = complained(denied(), "department").answered(NO)
    in_review = reopened(denied(complaints=("department",)), "complaint", AT)
    assert (in_review.complaints, in_review.complaint_answered_at) == ((), None)
    again = replace(in_review, status="denied", decision=replace(DENIAL, decided_at=AT))
    assert complained(again, "department", first).complaint_id != first.complaint_id
    assert not is_in_force(again, first)


def test_a_complaint_is_answered_once_and_the_board_has_no_day() -> None:
    made = complained(denied(complaints=("department", "quality")), "board")
    assert (made.due_at, made.is_late(AT + timedelta(days=900))) == (None, False)
    with pytest.raises(DenialReplaced):
        made.answered(NO).answered(NO)


def test_the_form_for_the_board_waits_for_our_own_steps() -> None:
    department = complained(denied(), "department").answered(NO)
    about = denied(complaints=("department", "quality"))
    quality = complained(denied(complaints=("department",)), "quality", department)
    with pytest.raises(StepOutOfOrder) as early:
        must_be_ready_for_board(about, (department, quality), AT)
    assert early.value.facts["nextStep"] == "quality"
    assert must_be_ready_for_board(about, (department, quality.answered(NO)), AT)[0] == DENIAL


@pytest.mark.parametrize(
    "person, mailbox, is_another", [("s-1", "m-9", False), ("s-9", "m-1", False), ("s-9", "m-9", True)]
)
def test_another_person_is_another_login_and_another_mailbox(
    person: str, mailbox: str, is_another: bool
) -> None:
    made = complained(denied(), "department")
    earlier = [StaffDecision("deny", "caseworker", AT, person="s-1", mailbox="m-1")]
    decision = StaffDecision("deny", "caseworker", AT, person=person, mailbox=mailbox)
    if is_another:
        must_be_another_person(made, decision, earlier)
        return
    with pytest.raises(ComplaintDecidedBefore):
        must_be_another_person(made, decision, earlier)
