"""A message that came back takes another channel, or the payer's staff get a task."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from functions.decisions.tasks.handler import handler as tasks_handler
from functions.notifications.try_another_channel.handler import handler

from helsebro.ids import ClaimId, PersonId
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.notification import Notification
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from tests.builders.calls import LambdaContext, ask, event, staff
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.domain.sent_messages import AT, HOME, sent
from tests.builders.messages.notifications import now as found
from tests.builders.messages.notifications import stored
from tests.builders.network import Stage
from tests.builders.policies import insured_of, payer_of, policy_of

Bounced = Callable[..., Notification]
BY = staff("caseworker", payer="tryg")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    payer_of("tryg")
    insured_of(policy_of("tryg"))
    return claim_of()


@pytest.fixture
def bounced(claim_id: ClaimId) -> Bounced:
    """Returns a builder of messages about the claim that came back."""
    person_id = DynamoClaims().find(claim_id).person_id

    def make(**given: Any) -> Notification:
        return stored(sent(**{"state": "bounced", "case_id": claim_id, "recipient": person_id, **given}))

    return make


def reachable(about: Notification, **given: Any) -> None:
    record = ContactRecord(PersonId(about.recipient), **{"changed_at": AT, "version": 1, **given})
    contacts = DynamoContacts()
    contacts.tables.commit([contacts.put(record, 0)])


def published(about: Notification, kind: str = "notification.bounced") -> Any:
    message = {
        "eventId": "evt_b",
        "type": kind,
        "at": AT.isoformat(),
        "payer": about.payer,
        "data": {"notificationId": about.notification_id, _field(about): about.case_id},
    }
    record = {"messageId": "1", "body": json.dumps(message), "eventSource": "aws:sqs"}
    return handler({"Records": [record]}, LambdaContext())["batchItemFailures"]


def _field(about: Notification) -> str:
    return "clinicId" if about.case_id.startswith("cli_") else "claimId"


def all_of(about: Notification) -> list[Notification]:
    return list(DynamoNotifications().page(about.payer, about.case_id, 50, None)[0])


def open_tasks() -> Any:
    return ask(tasks_handler, event("GET", "/v1/tasks?queue=claims", by=BY)).body["items"]


def test_a_bounced_email_becomes_a_letter(bounced: Bounced, aws: dict[str, Any]) -> None:
    before = bounced()
    reachable(before, email="anna@example.org", email_state="bounced", address=HOME)
    assert published(before) == []
    (again,) = [each for each in all_of(before) if each.channel == "letter"]
    assert (again.state, again.instead_of, again.kind) == ("planned", before.notification_id, before.kind)
    (planned,) = outbox_rows(aws, "notification.planned")
    assert planned["data"]["M"]["channel"]["S"] == "letter"


def test_a_second_delivery_plans_nothing_more(bounced: Bounced, aws: dict[str, Any]) -> None:
    before = bounced()
    reachable(before, address=HOME)
    assert published(before) == published(before) == []
    assert (len(all_of(before)), len(outbox_rows(aws, "notification.planned"))) == (2, 1)


def test_each_channel_is_tried_once_and_then_the_message_has_failed(
    bounced: Bounced, aws: dict[str, Any]
) -> None:
    before = bounced()
    reachable(before, address=HOME)
    for channel in ("email", "letter", "digital-post"):
        (now,) = [each for each in all_of(before) if each.channel == channel]
        notifications = DynamoNotifications()
        if now.state == "planned":
            notifications.change(now, replace(now.ended("bounced"), version=now.version + 1))
        published(now)
    states = {each.channel: each.state for each in all_of(before)}
    assert states == {"email": "bounced", "letter": "bounced", "digital-post": "failed"}
    assert len(outbox_rows(aws, "notification.undeliverable")) == 1


def test_a_message_that_another_channel_carries_is_not_planned_again(bounced: Bounced) -> None:
    before = bounced()
    reachable(before, address=HOME)
    stored(sent(case_id=before.case_id, recipient=before.recipient, channel="digital-post"))
    published(before)
    assert len(all_of(before)) == 2


def test_an_sms_that_was_sent_does_not_replace_the_email(bounced: Bounced) -> None:
    before = bounced()
    reachable(before, address=HOME)
    stored(sent(case_id=before.case_id, recipient=before.recipient, channel="sms"))
    published(before)
    assert {each.channel for each in all_of(before)} == {"email", "sms", "letter"}


def test_a_message_that_has_not_bounced_is_left_alone(bounced: Bounced) -> None:
    before = bounced(state="delivered")
    assert published(before) == []
    assert all_of(before) == [before]


def test_the_notice_to_a_former_address_takes_no_other_channel(bounced: Bounced) -> None:
    before = bounced(kind="contact-changed")
    published(before)
    assert found(before).state == "failed"


def test_what_cannot_be_delivered_opens_one_task_that_staff_close(bounced: Bounced) -> None:
    before = bounced()
    assert published(before, "notification.undeliverable") == []
    assert published(before, "notification.undeliverable") == []
    (task,) = [each for each in open_tasks() if each.get("reason") == "notification-undeliverable"]
    assert task["subject"]["claimId"] == before.case_id
    path = f"/v1/tasks/{task['taskId']}/decision"
    headers = {"if-match": '"1"'}
    denied = {"decision": "deny", "reason": "No"}
    refused = ask(tasks_handler, event("POST", path, by=BY, body=denied, headers=headers))
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "only-close")
    done = {"decision": "approve", "reason": "Called"}
    assert ask(tasks_handler, event("POST", path, by=BY, body=done, headers=headers)).status == 200
    assert open_tasks() == []


def test_a_closed_task_decides_nothing_about_the_claim(bounced: Bounced, aws: dict[str, Any]) -> None:
    before = bounced()
    published(before, "notification.undeliverable")
    (task,) = open_tasks()
    claim = DynamoClaims().find(ClaimId(before.case_id))
    body = {"decision": "approve", "reason": "Called"}
    path, headers = f"/v1/tasks/{task['taskId']}/decision", {"if-match": '"1"'}
    ask(tasks_handler, event("POST", path, by=BY, body=body, headers=headers))
    assert DynamoClaims().find(claim.claim_id) == claim
    assert outbox_rows(aws, "task.decided") == []
    assert len(outbox_rows(aws, "task.closed")) == 1


def test_a_person_who_has_entered_nothing_is_reached_as_enrolled(bounced: Bounced) -> None:
    before = bounced(channel="letter")
    published(before)
    assert {each.channel for each in all_of(before)} > {"letter"}


def test_a_clinic_that_cannot_be_reached_opens_no_task(stage: Stage, aws: dict[str, Any]) -> None:
    before = stored(
        sent(
            state="bounced",
            kind="webhook-disabled",
            payer="",
            case_id=stage.clinic_id,
            recipient=stage.clinic_id,
        )
    )
    published(before)
    published(before, "notification.undeliverable")
    assert found(before).state == "failed"
    assert outbox_rows(aws, "task.opened") == []
