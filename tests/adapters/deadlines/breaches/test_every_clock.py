"""What happens at each milestone of each clock: a handler that exists, or a reader of its event.

A name without a handler, and an event that no one reads, fail here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Milestone
from helsebro.notifications.kinds import KINDS, kinds_on
from helsebro_aws.deadlines.breaches.handlers import BREACHES
from helsebro_aws.deadlines.breaches.opened_task import TASK_QUEUES
from tests.builders.domain.clocks import clock

READ_BY_DAY = {
    "consent-expiry": "a consent that has expired is not in force (claims/consent.py, F4-13)",
    "clinic-consent-expiry": "as the consent of the case (claims/consenting/clinic_consent.py, F4-13)",
    "general-consent-expiry": "its day is read (claims/consenting/personal_consent.py, F4-13)",
    "network-contact-consent-expiry": "its day is read (claims/consenting/personal_consent.py, F4-13)",
    "contract-expiry": "its event ends the contract (functions/onboarding/follow_contract)",
    "crisis-end": "a session after the last day is not covered (R-7145)",
    "guarantee-expiry": "a guarantee is not valid after its last day (guarantees/guarantee.py, F0-26)",
    "practitioner-unverified": "its event opens a task (functions/onboarding/check_authorisations)",
    "run-off": "what is reported after the last day is not covered (R-1315)",
}
"""Expiries whose day every rule reads by itself: nothing is sent and no one has to act when it comes."""
READ_BY_FUNCTIONS = {
    "waitlist-offer": "the slot is offered to the next member (functions/bookings/keep_waitlist)",
    "waitlist-window": "the entry ends (functions/bookings/keep_waitlist)",
}
"""Clocks whose end a function reads."""
NAMES: dict[Milestone, str] = {"warned": "on_warning", "missed": "on_breach", "reached": "on_breach"}
EXPECTED = {
    "first-answer": "warned staff, missed staff, escalated staff",
    "document-reply": "warned staff, missed staff, escalated staff",
    "message-reply": "warned staff, missed staff, escalated staff",
    "enquiry-reply": "warned staff, missed staff, escalated staff",
    "consultation": "warned staff, missed staff open-task, escalated staff",
    "assignment": "warned staff, missed staff open-task, escalated staff",
    "refund": "warned staff, missed staff, escalated staff",
    "extension": "warned staff, missed staff, escalated staff",
    "consent-expiry": "warned member, reached tell-clinics",
    "clinic-consent-expiry": "warned member, reached tell-clinic",
    "general-consent-expiry": "warned member, reached",
    "network-contact-consent-expiry": "warned member, reached",
    "crisis-start": "warned member, missed staff open-task",
    "crisis-end": "reached",
    "missing-after-3-days": "reached member",
    "missing-after-10-days": "reached member",
    "contact": "warned remind-clinic, missed staff open-task, escalated staff",
    "crisis-contact": "warned remind-clinic, missed staff open-task, escalated staff",
    "payout": "warned staff, missed staff open-task",
    "guarantee-expiry": "warned member, reached",
    "session-reminder": "reached member",
    "waitlist-offer": "reached",
    "waitlist-window": "reached",
    "premium-reminder": "warned staff, reached staff",
    "notice-answer": "warned staff, reached staff",
    "run-off": "reached",
    "coming-of-age": "warned announce-hand-over, reached hand-over",
    "complaint": "warned staff, missed staff, escalated staff",
    "contract-reminder-7": "reached signatory",
    "contract-reminder-21": "reached signatory",
    "contract-expiry": "reached",
    "practitioner-unverified": "reached",
}
"""Who gets a notification at each milestone, and what happens beside it."""


def milestones(row: ClockRow) -> Iterator[Milestone]:
    """Yields the milestones of a clock that make an event."""
    if row.warns:
        yield "warned"
    yield "missed" if row.nature == "promise" else "reached"
    if row.escalates:
        yield "escalated"


def handlers(row: ClockRow, milestone: Milestone) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(row, NAMES[milestone]) if milestone in NAMES else ()
    return found


def readers(row: ClockRow, milestone: Milestone) -> list[str]:
    """Returns who gets a notification of the event."""
    kinds = kinds_on(f"deadline.{milestone}", {"kind": row.kind, "queue": row.queue})
    return [kind.recipient for kind in kinds]


def faults(row: ClockRow) -> list[str]:
    found = []
    if "open-task" in (*row.on_warning, *row.on_breach) and (
        row.stands_alone or row.queue not in TASK_QUEUES
    ):
        found.append(f"{row.kind}: open-task needs a claim, and its queue in TASK_QUEUES (opened_task.py)")
    for milestone in milestones(row):
        names = handlers(row, milestone)
        found += [f"{row.kind}: no handler {name} (handlers.py)" for name in names if name not in BREACHES]
        is_read = milestone == "reached" and row.kind in {**READ_BY_DAY, **READ_BY_FUNCTIONS}
        if not names and not readers(row, milestone) and not is_read:
            found.append(f"{row.kind}: no one reads deadline.{milestone} (kinds.py)")
    return found


@pytest.mark.parametrize("row", CLOCKS.values(), ids=lambda row: row.kind)
def test_every_milestone_of_a_clock_has_a_handler_or_a_reader(row: ClockRow) -> None:
    assert faults(row) == []


@pytest.mark.parametrize("row", CLOCKS.values(), ids=lambda row: row.kind)
def test_the_table_says_what_happens_at_each_milestone(row: ClockRow) -> None:
    assert row.kind in EXPECTED, f"add {row.kind} to EXPECTED in {__file__}"
    found = [
        " ".join((milestone, *readers(row, milestone), *handlers(row, milestone)))
        for milestone in milestones(row)
    ]
    assert ", ".join(found) == EXPECTED[row.kind]


def test_every_handler_is_named_by_a_clock_and_every_notification_by_a_clock_that_exists() -> None:
    assert {name for row in CLOCKS.values() for name in (*row.on_warning, *row.on_breach)} == set(BREACHES)
    named = {
        value
        for kind in KINDS.values()
        for occasion in kind.occasions
        if occasion.event.startswith("deadline.")
        for value in occasion.only.get("kind", ())
    }
    assert named <= set(CLOCKS)


@pytest.mark.parametrize("kind", READ_BY_DAY)
def test_what_is_read_by_day_is_an_expiry_and_sends_nothing_when_it_comes(kind: str) -> None:
    assert CLOCKS[kind].nature == "expiry"
    assert readers(CLOCKS[kind], "reached") == []


OPEN_TASK = "first-answer: open-task needs a claim, and its queue in TASK_QUEUES (opened_task.py)"


@pytest.mark.parametrize(
    "row, fault",
    [
        (clock(on_breach=("re-match",)), "first-answer: no handler re-match (handlers.py)"),
        (
            clock(kind="telegram", warns=timedelta(hours=1)),
            "telegram: no one reads deadline.warned (kinds.py)",
        ),
        (
            clock(kind="telegram", nature="expiry", pauses=(), resumes=(), ends=()),
            "telegram: no one reads deadline.reached (kinds.py)",
        ),
        (clock(queue="underwriting", on_breach=("open-task",)), OPEN_TASK),
        (clock(subject="clinicId", stands_alone=True, on_breach=("open-task",)), OPEN_TASK),
    ],
)
def test_control_a_name_without_a_handler_and_an_event_without_a_reader_are_found(
    row: ClockRow, fault: str
) -> None:
    assert faults(row) == [fault]
    assert faults(replace(CLOCKS["first-answer"], on_breach=("open-task",))) == []
