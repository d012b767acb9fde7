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
    assert news.decided(TASK, decision) == Event(
        "task.decided", AT + DAY, "tryg", {**IDS, "decision": "deny"}
    )


def test_an_extension_is_named_with_its_guarantee() -> None:
    extended = replace(TASK, subject=ExtensionReview(CLAIM, EXTENSION, GUARANTEE))
    ids = {"claimId": CLAIM, "extensionId": EXTENSION, "guaranteeId": GUARANTEE}
    assert ids.items() <= news.opened(extended).data.items()
