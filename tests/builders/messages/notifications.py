"""Planned notifications, as the functions of tests store and hand them on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro.notifications import news
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.variables import checked
from helsebro_aws.claims.keys import claim_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.outgoing import Rendered
from tests.builders.domain.claims import claim
from tests.builders.events.messages import comes_again

TEXT = Rendered(subject="Nyt i din sag", text="Hej\n\nLog ind.\n", html="<p>Log ind.</p>", sms="Log ind.")
"""What a message says, where no test depends on it."""

NAME_OF_NOTIFICATION = "NOTIFICATION#"


AT = "2026-11-21T10:15:00+00:00"


def notify(
    event_type: str, *, event_id: str = "evt_1", payer: str = "tryg", at: str = AT, **data: Any
) -> list[str]:
    """Plans what is sent for an event; returns the messages that come again."""
    from functions.notifications.notify.handler import handler

    clinic = {"clinicId": data.pop("clinic_id")} if "clinic_id" in data else {}
    event = {"eventId": event_id, "type": event_type, "at": at, "payer": payer, "data": data, **clinic}
    return comes_again(handler, event)


def send(*planned: Notification) -> list[str]:
    """Sends planned notifications; returns the messages that come again."""
    from functions.notifications.send_notification.handler import handler

    return comes_again(handler, *(as_message(news.planned(each)) for each in planned))


def as_message(event: Event) -> Mapping[str, Any]:
    """Returns an event as the bus brings it."""
    return {
        "eventId": event.event_id,
        "type": event.type,
        "at": event.at.isoformat(),
        "payer": event.payer,
        "data": dict(event.data),
    }


def stored(notification: Notification) -> Notification:
    """Stores a notification as planned, with a case whose consent is in force, and returns it."""
    tables.commit([DynamoNotifications().creation(notification), *_case(notification)])
    return notification


def _case(notification: Notification) -> list[Put]:
    if not notification.case_id.startswith("clm_"):
        return []
    claim_id, table = ClaimId(notification.case_id), tables.settings.cases_table
    key = claim_key(claim_id)
    if tables.get(table, *key):
        return []
    known = claim(claim_id=claim_id, payer=notification.payer, consent="given")
    return [Put(table, {**as_attributes(key), **to_item(known)})]


def now(notification: Notification) -> Notification:
    """Returns the notification as it is stored now."""
    return DynamoNotifications().find(notification.payer, notification.case_id, notification.notification_id)


def notifications_in(aws: Mapping[str, Any]) -> list[Notification]:
    """Returns every notification, the latest planned last; the texts can use the variables of each."""
    scanned = aws["dynamodb"].scan(
        TableName="cases",
        ProjectionExpression="pk, sk",
        FilterExpression="begins_with(sk, :named)",
        ExpressionAttributeValues={":named": {"S": NAME_OF_NOTIFICATION}},
    )
    keys = [(item["pk"]["S"], item["sk"]["S"]) for item in scanned["Items"]]
    found = [from_item(Notification, item) for item in tables.get_many("cases", keys)]
    for each in found:
        checked(KINDS[each.kind], each.variables)
    return sorted(found, key=lambda each: (each.planned_at, each.channel))
