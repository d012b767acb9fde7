"""While the member is asked about a refund or an extension, the time of its task stands still."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import ClaimId, TaskId
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.platform import clock
from helsebro_aws.tasks.keys import task_key
from tests.builders.calls import staff
from tests.builders.claims import document_of, state_facts
from tests.builders.decisions import (
    claim_in_review,
    decide,
    insured_anna,
    refund_of,
    refund_task_of,
    tasks_in,
)
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.extensions import extension_of, extension_task_of, guaranteed
from tests.builders.messages.threads import of_case, written

QUESTION = {"decision": "clarify", "question": "Hvem behandlede?"}
ASKED_FOR = timedelta(days=3)
WITHIN = timedelta(minutes=5)
"""More time than a test takes: the clock goes on while it runs."""


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def refund_asked() -> tuple[ClaimId, str, datetime]:
    """Returns the case, queue and due time of a refund about which the member was asked three days ago."""
    claim_id = claim_in_review()
    task_id = refund_task_of(refund_of(claim_id))
    return claim_id, "refunds", asked("refunds", task_id)


def extension_asked() -> tuple[ClaimId, str, datetime]:
    """The same of an extension."""
    guarantee = guaranteed()
    task_id = extension_task_of(extension_of(guarantee))
    return guarantee.claim_id, "extensions", asked("extensions", task_id)


BOTH = pytest.mark.parametrize("begun", [refund_asked, extension_asked])


def by(queue: str) -> dict[str, Any]:
    return staff("finance" if queue == "refunds" else "caseworker")


def shown(queue: str) -> dict[str, Any]:
    [task] = tasks_in(queue, by=by(queue)).body["items"]
    return dict(task)


def due(queue: str) -> datetime:
    return datetime.fromisoformat(shown(queue)["dueAt"])


def asked(queue: str, task_id: TaskId) -> datetime:
    """Asks the member, as if it had been three days ago; returns when the task was due before."""
    before = due(queue)
    assert decide(task_id, QUESTION, by=by(queue)).status == 200
    since = instant(clock.now() - ASKED_FOR)
    change = Update(tables.settings.cases_table, *task_key(task_id), set={"pausedSince": since})
    tables.commit([change])
    return before


@BOTH
def test_the_due_time_moves_on_while_the_member_is_asked(begun: Any) -> None:
    _, queue, before = begun()
    moved = due(queue) - before
    assert ASKED_FOR <= moved < ASKED_FOR + WITHIN
    assert shown(queue)["pausedSince"]


@BOTH
@pytest.mark.parametrize("way", ["facts", "message", "paper"])
def test_an_answer_lets_the_task_go_on_with_the_time_that_was_left(begun: Any, way: str) -> None:
    claim_id, queue, before = begun()
    if way == "facts":
        assert state_facts(claim_id, answer={"text": "Kiropraktor Bo"}).status == 200
    elif way == "message":
        written(of_case(claim_id), "Kiropraktor Bo")
    else:
        paper = document_of(claim_id, fileType="other")
        assert check_by_the_function(claim_id, paper) == "accepted"
    task = shown(queue)
    assert "pausedSince" not in task
    assert ASKED_FOR <= due(queue) - before < ASKED_FOR + WITHIN
    assert due(queue) == due(queue), "its time is stored, and no longer that of the reader"
    row = tables.get(tables.settings.cases_table, *task_key(TaskId(task["taskId"])))
    assert row
    assert row["listSk"] == f"{row['dueAt']}#{task['taskId']}", (
        "it has its place in the queue by the new time"
    )


def test_a_second_question_before_the_answer_pauses_from_the_first_one() -> None:
    claim_id = claim_in_review()
    task_id = refund_task_of(refund_of(claim_id))
    asked("refunds", task_id)
    since = shown("refunds")["pausedSince"]
    assert decide(task_id, QUESTION, by=by("refunds"), version=2).status == 200
    assert shown("refunds")["pausedSince"] == since


def test_the_answer_leaves_the_version_that_the_staff_have_read() -> None:
    claim_id, queue, _ = refund_asked()
    version = shown(queue)["version"]
    assert state_facts(claim_id, answer={"text": "Bo"}).status == 200
    assert shown(queue)["version"] == version


def test_a_paused_task_comes_after_all_others_and_takes_its_place_again_after_the_answer() -> None:
    first, later = claim_in_review(), claim_in_review()
    asked_about, other = (refund_task_of(refund_of(claim_id)) for claim_id in (first, later))
    assert listed() == [asked_about, other]
    assert decide(asked_about, QUESTION, by=by("refunds")).status == 200
    assert listed() == [other, asked_about]
    assert decide(asked_about, QUESTION, by=by("refunds"), version=2).status == 200
    assert listed() == [other, asked_about]
    assert state_facts(first, answer={"text": "Kiropraktor Bo"}).status == 200
    # It is due later now by the time that the member took.
    assert sorted(listed()) == sorted([asked_about, other])
    assert decide(other, QUESTION, by=by("refunds")).status == 200
    assert listed() == [asked_about, other]


def test_a_paused_task_that_is_decided_leaves_the_queue() -> None:
    task_id = refund_task_of(refund_of(claim_in_review()))
    assert decide(task_id, QUESTION, by=by("refunds")).status == 200
    denial = {"decision": "deny", "reason": "Ikke dækket"}
    assert decide(task_id, denial, by=by("refunds"), version=2).status == 200
    assert listed() == []


def listed() -> list[str]:
    return [task["taskId"] for task in tasks_in("refunds", by=by("refunds")).body["items"]]
