"""The open deadlines of a queue, over its route (F4-06, F1-10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.deadlines.deadlines.answers import OpenDeadlineAnswer
from functions.deadlines.deadlines.handler import handler

from helsebro.deadlines.clock_row import ClockQueue
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.domain.claims import CLAIM_ID
from tests.builders.domain.deadlines import moved, running

pytestmark = pytest.mark.usefixtures("aws")
HOUR = timedelta(hours=1)
KINDS: dict[ClockQueue, tuple[str, str]] = {
    "claims": ("assignment", CLAIM_ID),
    "refunds": ("refund", "ref_a"),
    "extensions": ("extension", "ext_a"),
    "complaints": ("complaint", "cpl_a"),
    "payments": ("payout", "bkg_a"),
    "network": ("contact", "gar_a"),
    "underwriting": ("premium-reminder", "pol_a"),
}
"""A kind of clock of each queue, and the id of its subject."""


def stored(kind: str = "assignment", due_in: float = 24, paused: bool = False, **fields: Any) -> Deadline:
    """Returns a stored deadline that began two days ago and is due in so many hours."""
    now = clock.now()
    moments = [moved("pause", now - HOUR)] if paused else []
    due_at = (now + due_in * HOUR).replace(microsecond=0)
    deadline = running(kind, *moments, since=now - 48 * HOUR, due_at=due_at, **fields)
    DynamoDeadlines().change(None, deadline, CLOCKS[kind])
    return deadline


def stored_in(queue: ClockQueue) -> None:
    """Stores a deadline of this queue."""
    kind, subject_id = KINDS[queue]
    case_id = subject_id if subject_id.startswith("pol_") else CLAIM_ID
    stored(kind, subject_id=subject_id, case_id=case_id)


def asked(query: str = "queue=claims", by: dict[str, Any] | None = None, language: str = "en") -> Answered:
    caller = by or staff("caseworker", payer="tryg")
    return ask(
        handler, event("GET", f"/v1/deadlines?{query}", by=caller, headers={"accept-language": language})
    )


def subjects(query: str = "queue=network") -> list[str]:
    return [item["guaranteeId"] for item in asked(query).body["items"]]


def test_a_deadline_shows_what_it_is_where_it_stands_and_what_it_is_about() -> None:
    stored("contact", due_in=-3, subject_id="gar_a")
    [shown] = asked("queue=network").body["items"]
    due_at = shown.pop("dueAt")
    assert shown == {
        "kind": "contact",
        "title": "Contact by the clinic",
        "queue": "network",
        "state": "missed",
        "claimId": CLAIM_ID,
        "guaranteeId": "gar_a",
    }
    assert due_at.endswith("Z")


@pytest.mark.parametrize(
    "language, title",
    [("da", "Kontakt fra klinikken"), ("nb", "Kontakt fra klinikken"), ("en", "Contact by the clinic")],
)
def test_the_kind_is_named_in_the_language_of_the_reader(language: str, title: str) -> None:
    stored("contact", subject_id="gar_a")
    [shown] = asked("queue=network", language=language).body["items"]
    assert shown["title"] == title


def test_the_first_due_stands_first_and_pages_follow() -> None:
    for number, due_in in enumerate((30, -5, 10)):
        stored("contact", due_in=due_in, subject_id=f"gar_{number}")
    first = asked("queue=network&limit=2").body
    rest = asked(f"queue=network&limit=2&cursor={first['nextCursor']}").body
    shown = [[item["guaranteeId"] for item in page["items"]] for page in (first, rest)]
    assert shown == [["gar_1", "gar_2"], ["gar_0"]]
    assert rest["nextCursor"] is None


def test_only_deadlines_in_the_state_that_is_asked_for_are_shown() -> None:
    for state, due_in, paused in (("missed", -5, False), ("paused", 5, True), ("running", 10, False)):
        stored("first-answer", due_in, paused, subject_id=CLAIM_ID[:-1] + state[0], case_id=CLAIM_ID)
    found = {
        state: [item["state"] for item in asked(f"queue=claims&state={state}").body["items"]]
        for state in ("missed", "paused", "running")
    }
    assert found == {state: [state] for state in found}
    assert len(asked().body["items"]) == 3


def test_a_rare_state_is_found_behind_others_and_the_cursor_continues_after_it() -> None:
    for number in range(6):
        stored("contact", due_in=-number - 1, subject_id=f"gar_{number}")
    for number, subject in enumerate(("gar_y", "gar_z")):
        stored("contact", due_in=5 + number, subject_id=subject)
    first = asked("queue=network&limit=1&state=running").body
    rest = asked(f"queue=network&limit=1&state=running&cursor={first['nextCursor']}").body
    assert [page["items"][0]["guaranteeId"] for page in (first, rest)] == ["gar_y", "gar_z"]


def test_what_has_ended_leaves_the_list() -> None:
    deadline, deadlines = stored("contact", subject_id="gar_a"), DynamoDeadlines()
    assert subjects() == ["gar_a"]
    ended = deadline.with_moment(moved("end", clock.now() - HOUR))
    deadlines.change(deadlines.find(key_of(deadline)), ended, CLOCKS["contact"])
    assert subjects() == []


@pytest.mark.parametrize(
    "queue, roles",
    [
        ("claims", "caseworker"),
        ("extensions", "caseworker"),
        ("network", "caseworker"),
        ("refunds", "finance"),
        ("payments", "finance"),
        ("complaints", "caseworker quality"),
        ("underwriting", "underwriting"),
    ],
)
def test_each_queue_is_seen_by_the_staff_who_keep_it(queue: ClockQueue, roles: str) -> None:
    stored_in(queue)
    for role in ("caseworker", "finance", "quality", "underwriting"):
        answer = asked(f"queue={queue}", staff(role, payer="tryg"))
        assert answer.status == (200 if role in roles.split() else 403)
        assert answer.status == 403 or len(answer.body["items"]) == 1


@pytest.mark.parametrize("queue", KINDS)
def test_staff_of_another_payer_see_nothing_of_it(queue: ClockQueue) -> None:
    stored_in(queue)
    role = {"refunds": "finance", "payments": "finance", "underwriting": "underwriting"}.get(queue)
    foreign = asked(f"queue={queue}", staff(role or "caseworker", payer="gjensidige"))
    assert (foreign.status, foreign.body) == (200, {"items": [], "nextCursor": None})


def test_a_cursor_of_another_payer_does_not_leave_the_list() -> None:
    for number in range(2):
        stored("contact", subject_id=f"gar_{number}")
    cursor = asked("queue=network&limit=1").body["nextCursor"]
    foreign = asked(f"queue=network&limit=1&cursor={cursor}", staff("caseworker", payer="gjensidige"))
    assert (foreign.status, foreign.body["errors"][0]["code"]) == (400, "unknown-cursor")


@pytest.mark.parametrize(
    "by",
    [member(), staff("network", payer=None), staff("auditor", payer=None), staff("platform", payer=None)],
)
def test_who_does_not_work_for_a_payer_is_refused(by: dict[str, Any]) -> None:
    assert asked("queue=network", by).status == 403


QUEUES = "claims, refunds, extensions, complaints, payments, network, underwriting"


@pytest.mark.parametrize(
    "language, queues, states",
    [
        ("da", f"queue er en af {QUEUES}.", "state er en af running, paused, missed."),
        ("nb", f"queue er en av {QUEUES}.", "state er en av running, paused, missed."),
        ("en", f"queue is one of {QUEUES}.", "state is one of running, paused, missed."),
    ],
)
def test_every_fault_is_named_at_once_with_what_is_allowed(language: str, queues: str, states: str) -> None:
    refused = asked("queue=onboarding&state=met&limit=0", language=language)
    assert refused.status == 400
    found = {fault["pointer"]: (fault["code"], fault["detail"]) for fault in refused.body["errors"]}
    assert found["/queue"] == ("unknown-clock-queue", queues)
    assert found["/state"] == ("unknown-clock-state", states)
    assert found["/limit"][0] == "limit-out-of-range"


@pytest.mark.parametrize(
    "query, pointer",
    [
        ("", "/queue"),
        ("queue=", "/queue"),
        ("queue=claims&state=", "/state"),
        ("queue=claims&cursor=x", "/cursor"),
    ],
)
def test_a_queue_is_needed_and_a_cursor_is_checked(query: str, pointer: str) -> None:
    refused = asked(query)
    assert (refused.status, refused.body["errors"][0]["pointer"]) == (400, pointer)


def test_every_subject_of_a_clock_is_a_field_of_the_answer() -> None:
    subjects = {row.subject for row in CLOCKS.values() if row.nature != "reminder"}
    missing = subjects - set(OpenDeadlineAnswer.__annotations__)
    assert missing == set(), "add them to functions/deadlines/deadlines/answers.py"
