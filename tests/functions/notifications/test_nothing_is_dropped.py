"""A person whom no channel reaches: from the event to the task that the staff get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from boto3.dynamodb.types import TypeDeserializer
from functions.decisions.tasks.handler import handler as tasks
from functions.notifications.try_another_channel.handler import handler as try_another_channel

from helsebro.ids import PersonId
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, staff
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.events.messages import comes_again
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.policies import insured_of, payer_of, policy_of


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    """Enrols Anna without an e-mail address or a phone number."""
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email=None, phone=None)


def published(aws: dict[str, Any], event_type: str) -> list[Mapping[str, Any]]:
    """Returns the events of a type as the bus brings them."""
    read = TypeDeserializer().deserialize
    rows = [{name: read(value) for name, value in row.items()} for row in outbox_rows(aws, event_type)]
    named = ("type", "at", "payer", "data")
    return [{"eventId": row["pk"], **{name: row[name] for name in named}} for row in rows]


def came_back(aws: dict[str, Any]) -> None:
    """Hands on every event of what came back, as the bus does, until no new one is published."""
    seen = 0
    while len(events := _returned(aws)) > seen:
        seen = len(events)
        assert comes_again(try_another_channel, *events) == []


def _returned(aws: dict[str, Any]) -> list[Mapping[str, Any]]:
    kinds = ("notification.bounced", "notification.undeliverable")
    return [each for kind in kinds for each in published(aws, kind)]


def open_tasks() -> list[Mapping[str, Any]]:
    """Returns the follow-ups in the queue of claims."""
    answer = ask(tasks, event("GET", "/v1/tasks?queue=claims", by=staff("caseworker")))
    return [each for each in answer.body["items"] if each.get("reason") == "notification-undeliverable"]


def states(found: list[Notification]) -> list[tuple[str, str]]:
    return [(each.channel, each.state) for each in found]


def test_a_person_without_any_contact_leads_to_a_task(aws: dict[str, Any]) -> None:
    claim_id = claim_of()
    notify("claim.reported", claimId=claim_id)
    [planned] = notifications_in(aws)
    assert states([planned]) == [("digital-post", "planned")]
    assert send(planned) == []
    came_back(aws)
    assert states(notifications_in(aws)) == [("digital-post", "failed")]
    assert [task["subject"]["claimId"] for task in open_tasks()] == [claim_id]


def test_a_person_nothing_reaches_has_one_open_task_until_the_staff_close_it(aws: dict[str, Any]) -> None:
    claim_id = claim_of()

    def unreached(kind: str) -> list[Mapping[str, Any]]:
        notify(kind, claimId=claim_id, queue="claims", decision="deny")
        for planned in notifications_in(aws):
            if planned.state == "planned":
                send(planned)
        came_back(aws)
        return open_tasks()

    [task] = unreached("claim.reported")
    assert [each["taskId"] for each in unreached("task.decided")] == [task["taskId"]]
    body, first = {"decision": "approve", "reason": "Called"}, {"if-match": '"1"'}
    path = f"/v1/tasks/{task['taskId']}/decision"
    assert ask(tasks, event("POST", path, by=staff("caseworker"), body=body, headers=first)).status == 200
    [again] = unreached("refund.decided")
    assert again["taskId"] != task["taskId"]


def test_a_person_without_a_login_and_address_leads_to_a_task_at_once(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    claim_id = claim_of()
    contacts = DynamoContacts()
    before = contacts.current(anna)
    contacts.change(before, before.changed(replace(before, has_login=False), clock.now()), "tryg")
    notify("claim.reported", claimId=claim_id)
    assert states(notifications_in(aws)) == [("letter", "failed")]
    came_back(aws)
    assert [task["subject"]["claimId"] for task in open_tasks()] == [claim_id]
