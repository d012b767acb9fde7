"""A bill under a grant that stands is paid, also after another course of the same injury has ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from local.journey import benefits, treatment
from local.journey.steps import until
from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.bills_and_borders.reports import OSTEOPATHY, PHYSIOTHERAPY
from tests.journeys.clocks_and_letters.moved import Moved
from tests.journeys.clocks_and_letters.published_slot import published_slot
from tests.journeys.readings import case_must_be_readable

GAP = "R-822"
NOON = 11
"""In UTC: the slot of this evening is to come, and on the same day in Denmark."""


def _reported_ended(case: BilledCase, insurer: Insurer) -> None:
    """The clinic reports the end of the course."""
    data = {"guaranteeId": case.guarantee()["guaranteeId"]}
    assert insurer.users.stack.clinic_system().event("course.ended", data).status == 202


def _revoked_after_a_session(case: BilledCase, insurer: Insurer) -> None:
    """A session of today is held, and a caseworker revokes the guarantee."""
    stack, guarantee_id = insurer.users.stack, str(case.guarantee()["guaranteeId"])
    slot = published_slot(stack, days=0)
    booking = treatment.book_slot(insurer.journey, stack, case.member, guarantee_id, slot)
    treatment.hold(insurer.journey, stack, stack.clinic_system(), booking)
    benefits.revoke(insurer.journey, insurer.users, case.member, guarantee_id)


@pytest.mark.parametrize(
    "ends", [_reported_ended, pytest.param(_revoked_after_a_session, marks=pytest.mark.release)]
)
def test_the_end_of_a_course_begins_a_wait_for_a_new_treatment_and_none_for_what_was_granted(
    insurer: Insurer, moved: Moved, ends: Callable[[BilledCase, Insurer], None]
) -> None:
    """R-822: osteopathy and physiotherapy for one injury, of which the physiotherapy ends."""
    moved.clock.advance((moved.clock.now() + timedelta(days=1)).replace(hour=NOON))
    member = insurer.member()
    standing, ended = (insurer.case(member, each) for each in (OSTEOPATHY, PHYSIOTHERAPY))
    for case in (standing, ended):
        case.answer({})
        case.upload("referral")
    for case in (standing, ended):
        case.approve(clinic_id=insurer.users.stack.clinic_id if case is ended else "")
    ends(ended, insurer)
    until("the wait for another treatment", lambda: GAP in _denied_by(standing, "chiropractic"))
    assert _denied_by(standing, "osteopathy") == set()

    refund_id = standing.bill(("osteopathy", "500.00"))
    task = standing.refund_task(refund_id)
    assert task["proposal"]["outcome"] == "covered"
    assert standing.settle(task)["treatments"][0]["approved"] == standing.money("300.00")
    assert standing.payable(refund_id) == "300.00"
    case_must_be_readable(standing)


def _denied_by(case: BilledCase, type_: str) -> set[str]:
    """Returns the rules that deny a treatment of the same injury, as the member asks for it today."""
    claim = case.read()
    asked = {"cause": claim["cause"], "condition": claim["condition"]}
    asked["treatment"] = {**claim["treatment"], "type": type_}
    answer = case.member.post("/v1/coverage/simulate", asked)
    would = case.journey.step("the member asks what would be covered", answer, 200).json()
    return {row["rule"] for row in would["trail"] if row["effect"] in ("deny", "wait")}
