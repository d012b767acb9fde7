"""The waitlist for tests: entries of Anna and Bo, and the events that the function has to keep up with."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.bookings.waitlist.occasions import OCCASIONS, OFFER_CLOCK, WINDOW_CLOCK
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import WaitlistId
from helsebro.local_day import local_day
from helsebro_aws.bookings.waitlist.dynamo_waitlist import DynamoWaitlist
from helsebro_aws.bookings.waitlist.keys import waitlist_key
from helsebro_aws.calendars.keys import slot_key
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member
from tests.builders.events.messages import comes_again, event_of
from tests.builders.network import ANNA, Stage, soon


def waitlist() -> Any:
    """Returns the function's handler."""
    from functions.bookings.waitlist.handler import handler

    return handler


def join(guarantee: Guarantee, by: dict[str, Any] | None = None, key: str = "", **changes: Any) -> Answered:
    """Returns the answer to a member, Anna by default, who joins the waitlist for the next two weeks."""
    days = [str(local_day(soon(24 * ahead))) for ahead in (0, 15)]
    body = {"guaranteeId": guarantee.guarantee_id, "earliest": days[0], "latest": days[1], **changes}
    given = {name: part for name, part in body.items() if part is not None}
    return ask(waitlist(), event("POST", "/v1/waitlist", by=by or member(ANNA), body=given, key=key))


def waiting(stage: Stage, guarantee: Guarantee, cpr: str = ANNA, **changes: Any) -> WaitlistId:
    """Returns the id of a new entry for the practitioner of the stage."""
    answer = join(guarantee, member(cpr), practitionerId=stage.practitioner_id, **changes)
    assert answer.status == 201, answer.body
    return WaitlistId(answer.body["waitlistId"])


def choose(waitlist_id: str, verb: str, cpr: str = ANNA, key: str = "") -> Answered:
    """Returns the answer to ``accept`` or ``decline``."""
    call = event("POST", f"/v1/waitlist/{waitlist_id}/{verb}", by=member(cpr), key=key)
    return ask(waitlist(), call)


def leave(waitlist_id: str, cpr: str = ANNA) -> Answered:
    """Returns the answer to a member who leaves."""
    return ask(waitlist(), event("DELETE", f"/v1/waitlist/{waitlist_id}", by=member(cpr)))


def listed(cpr: str = ANNA, query: str = "") -> Answered:
    """Returns the list of a person."""
    return ask(waitlist(), event("GET", f"/v1/waitlist{query}", by=member(cpr)))


def keep_up() -> None:
    """Keeps the waitlist as all events of the outbox require, with those that this makes."""
    seen = -1
    while seen != len(known := occasions()):
        seen = len(known)
        assert comes_again(_keep(), *known) == []


def keep(event_type: str, **data: Any) -> None:
    """Keeps the waitlist as one event requires."""
    content = {**event_of(event_type), "data": data}
    assert comes_again(_keep(), content) == []


def events(event_type: str) -> list[dict[str, Any]]:
    """Returns the data of the stored events of a type."""
    rows, _, *_ = tables.client.sync_scan_page(tables.settings.outbox_table)
    return [dict(row["data"]) for row in rows if row["type"] == event_type]


def occasions() -> list[dict[str, Any]]:
    """Returns the stored events on which the waitlist may change, in their order."""
    rows, _, *_ = tables.client.sync_scan_page(tables.settings.outbox_table)
    wanted = [row for row in rows if row["type"] in OCCASIONS]
    return [{**row, "eventId": row["pk"]} for row in sorted(wanted, key=lambda row: str(row["pk"]))]


def _keep() -> Any:
    from functions.bookings.keep_waitlist.handler import handler

    return handler


def entry_of(waitlist_id: str) -> WaitlistEntry:
    """Returns the entry as it is now."""
    return DynamoWaitlist().find(WaitlistId(waitlist_id))


def expire(waitlist_id: str) -> None:
    """Lets the 30 minutes of an offer pass, and its clock reach its end."""
    offer = entry_of(waitlist_id).present_offer()
    past = instant(clock.now().replace(microsecond=0) - timedelta(seconds=1))
    item = tables.get("cases", *waitlist_key(WaitlistId(waitlist_id))) or {}
    held = slot_key(offer.practitioner_id, offer.starts_at)
    stored = {**item["offer"], "expiresAt": past}
    slot = tables.get("network", *held) or {}
    operations = [Update("cases", *waitlist_key(WaitlistId(waitlist_id)), set={"offer": stored})]
    if slot.get("holdId") == offer.hold_id:
        operations.append(Update("network", *held, set={"heldUntil": past}))
    tables.commit(operations)


def time_is_up(waitlist_id: str, kind: str = OFFER_CLOCK) -> None:
    """Reports that a clock of the entry has reached its end."""
    assert kind in (OFFER_CLOCK, WINDOW_CLOCK)
    keep("deadline.reached", kind=kind, waitlistId=waitlist_id)
