"""A clinic justifies more sessions, a caseworker sees the course so far, and more is granted (F1-25)."""

from __future__ import annotations

from datetime import timedelta

from local.journey.benefits import decide, task_of
from local.journey.steps import until
from tests.journeys.bills_and_borders.insurer import Insurer

PHYSICAL = {
    "condition": {"category": "injury"},
    "treatment": {"type": "physiotherapy", "inNetwork": True, "sessions": 3},
}
ACHIEVED = "Bends the knee to 110 degrees, and 80 before"


def test_an_extension_that_a_clinic_justifies_is_granted(insurer: Insurer) -> None:
    case = insurer.case(insurer.member(), PHYSICAL)
    case.answer({})
    case.upload("referral")
    stack, caseworker = insurer.users.stack, insurer.staff("caseworker")
    case.approve(stack.clinic_id)
    granted = case.guarantee()
    asked = stack.clinic_system().event(
        "extension.requested",
        {
            "guaranteeId": granted["guaranteeId"],
            "sessions": 2,
            "justification": "The muscles of the thigh are still weak",
            "achieved": ACHIEVED,
        },
    )
    assert asked.status == 202, asked.body
    task = task_of(caseworker, "extensions", extensionId=asked.body["extensionId"])
    course = {"held": [], "missed": [], "booked": [], "sessionsGranted": 3, "sessionsLeft": 3}
    assert course.items() <= task["course"].items()
    [shown] = case.read(of="/extensions")["items"]
    assert (shown["askedBy"], shown["achieved"]) == ("clinic", ACHIEVED)

    grant = {"sessions": 2, "validUntil": str(case.today + timedelta(days=150))}
    more = {"decision": "approve", "reason": "By need", "grant": grant}
    insurer.journey.step("a caseworker grants more", decide(caseworker, task, more), 200)
    until("the longer guarantee", lambda: case.guarantee()["sessionsGranted"] == 5)
