from __future__ import annotations

from dataclasses import replace

from helsebro.events import Event
from helsebro.tasks import news, task
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ExtensionReview, RefundReview
from tests.domain.tasks.test_task import AT, CLAIM, DAY, EXTENSION, GUARANTEE, REFUND

TASK = task.opened("refunds", RefundReview(CLAIM, REFUND), AT, DAY)
IDS = {"taskId": TASK.task_id, "queue": "refunds", "claimId": CLAIM, "refundId": REFUND}


def test_the_events_of_a_task_name_it_and_what_it_is_about() -> None:
    decision = StaffDecision("deny", "finance", AT + DAY, "Nej")
    assert news.opened(TASK) == Event("task.opened", AT, "tryg", IDS)
    decided = news.decided(TASK, decision)
    data = {**IDS, "decision": "deny"}
    assert decided == Event("task.decided", AT + DAY, "tryg", data, event_id=decided.event_id)
    assert news.workflow_failed(TASK, "States.Timeout", AT) == Event(
        "workflow.failed", AT, "tryg", {**IDS, "error": "States.Timeout"}
    )


def test_a_task_is_decided_by_one_event_with_an_id_of_its_own() -> None:
    decision = StaffDecision("deny", "finance", AT + DAY, "Nej")
    other = replace(TASK, task_id=task.id_for(CLAIM, 2))
    assert news.decided(TASK, decision).event_id == news.decided(TASK, decision).event_id
    assert news.decided(TASK, decision).event_id != news.decided(other, decision).event_id


def test_an_extension_is_named_with_its_guarantee() -> None:
    extended = replace(TASK, subject=ExtensionReview(CLAIM, EXTENSION, GUARANTEE))
    ids = {"claimId": CLAIM, "extensionId": EXTENSION, "guaranteeId": GUARANTEE}
    assert ids.items() <= news.opened(extended).data.items()
