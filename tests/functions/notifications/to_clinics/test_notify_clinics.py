"""What a clinic without a system is told of its clients, and when a system is told instead (F1-10, F2-08)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.platform import clock
from tests.builders.calls import ask, signed
from tests.builders.clinics.matches import decline, match
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, now, send
from tests.builders.network import SECRET, Stage, act, book, book_series, guarantee_of, soon, staged
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
NAME, PHONE = "Anna Holm", "+4570223344"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email="anna@example.org", phone="20 12 34 56")


def to_clinic(aws: dict[str, Any]) -> list[tuple[str, str]]:
    """Returns the kind and the channel of everything that is planned for the clinic."""
    return sorted((each.kind, each.channel) for each in notifications_in(aws) if each.payer == "")


def booked(stage: Stage, hours: float = 72) -> dict[str, Any]:
    """Returns the data of the event of a booking that starts in so many hours."""
    guarantee = guarantee_of()
    answer = book(guarantee, stage.free_slot(starts_at=soon(hours)))
    assert answer.status == 201, answer.body
    ids = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    return {**ids, "bookingId": answer.body["bookingId"], "slotId": answer.body["slotId"]}


def told(event_type: str, stage: Stage, event_id: str = "evt_1", **data: Any) -> None:
    """Plans what is sent for an event of the clinic."""
    assert notify(event_type, event_id=event_id, clinic_id=stage.clinic_id, **data) == []


def matched(stage: Stage) -> dict[str, Any]:
    """Returns the data of the event of a match with the clinic."""
    guarantee = guarantee_of()
    answer = match(guarantee, stage)
    assert answer.status == 200, answer.body
    ids = {"guaranteeId": guarantee.guarantee_id, "claimId": guarantee.claim_id}
    return {**ids, "matchedAt": answer.body["match"]["matchedAt"]}


def endpoint(stage: Stage, path: str = "", method: str = "POST", body: Any = None) -> Any:
    """Calls the routes of the webhook endpoints as the clinic's system."""
    from functions.webhooks.webhook_endpoints.handler import handler

    to = f"/v1/clinics/{stage.clinic_id}/webhook-endpoints{path}"
    return ask(handler, signed(method, to, clinic_id=stage.clinic_id, secret=SECRET, body=body))


def test_a_booking_is_mailed_to_the_clinic_and_sent_by_sms_when_it_is_near(
    stage: Stage, aws: dict[str, Any]
) -> None:
    told("booking.created", stage, **booked(stage))
    assert to_clinic(aws) == [("client-session", "email")]
    told("booking.created", stage, "evt_2", **booked(stage, hours=20))
    assert to_clinic(aws) == [("client-session", "email")] * 2 + [("client-session", "sms")]
    [sms] = [each for each in notifications_in(aws) if not each.payer and each.channel == "sms"]
    assert (sms.address, sms.variables["soon"]) == (PHONE, "yes")


def test_each_change_of_a_session_is_mailed_with_its_id_and_time_and_no_name(
    stage: Stage, aws: dict[str, Any]
) -> None:
    mailbox.opened("no-reply@helsebro.example")
    data = booked(stage)
    told("booking.created", stage, "evt_1", **data)
    slot = stage.free_slot(starts_at=soon(96))
    assert act(data["bookingId"], "reschedule", body={"slotId": slot}).status == 200
    told("booking.rescheduled", stage, "evt_2", **{**data, "slotId": slot})
    assert act(data["bookingId"], "cancel").status == 200
    told("booking.cancelled", stage, "evt_3", **{**data, "slotId": slot})
    planned = [each for each in notifications_in(aws) if not each.payer]
    assert {each.variables["change"] for each in planned} == {"booked", "moved", "cancelled"}
    assert {each.recipient for each in planned} == {stage.clinic_id}
    assert send(*planned) == []
    # What no longer holds when it leaves is not sent.
    states = {each.variables["change"]: now(each).state for each in planned}
    assert states == {"booked": "withdrawn", "moved": "withdrawn", "cancelled": "sent"}
    [mail] = mailbox.mails()
    assert data["bookingId"] in mail.body
    assert not [word for word in (NAME, "Tryg", "fysio") if word in mail.body]


@pytest.mark.parametrize(("hours", "owed"), [(20, "yes"), (72, "")])
@pytest.mark.parametrize("change", ["moved", "cancelled"])
def test_the_clinic_is_told_when_a_change_came_too_late_and_it_sends_the_bill(
    stage: Stage, aws: dict[str, Any], change: str, hours: float, owed: str
) -> None:
    data = booked(stage, hours)
    slot = stage.free_slot(starts_at=soon(96))
    verb, body = ("reschedule", {"slotId": slot}) if change == "moved" else ("cancel", {})
    assert act(data["bookingId"], verb, body=body).status == 200
    told(f"booking.{'rescheduled' if body else 'cancelled'}", stage, **{**data, **body})
    [mail, *_] = [each for each in notifications_in(aws) if not each.payer]
    assert (mail.variables["change"], mail.variables.get("owed", "")) == (change, owed)


def test_sessions_that_were_booked_in_one_act_are_one_mail(stage: Stage, aws: dict[str, Any]) -> None:
    slots = [stage.free_slot(starts_at=soon(hours), service="follow-up") for hours in (72, 240)]
    made = book_series(guarantee_of(), slots)
    for number, booking in enumerate(made.body["bookings"]):
        named = {name: booking[name] for name in ("bookingId", "guaranteeId", "claimId", "slotId")}
        told("booking.created", stage, f"evt_{number}", **named)
    [planned] = [each for each in notifications_in(aws) if not each.payer]
    assert planned.variables["booked"] == "2"


def test_a_match_and_its_duty_come_by_mail_and_sms(stage: Stage, aws: dict[str, Any]) -> None:
    data = matched(stage)
    told("guarantee.issued", stage, **data)
    assert to_clinic(aws) == [("client-matched", "email"), ("client-matched", "sms")]
    due = {"dueAt": instant(clock.now() + timedelta(hours=8)), "by": "phone-or-sms"}
    told("contact.due", stage, "evt_2", **data, **due)
    assert ("contact-due", "sms") in to_clinic(aws)
    assert {each.variables.get("hours") for each in notifications_in(aws)} == {"24", None}


def test_a_match_that_is_over_is_told_unless_the_clinic_declined_it_itself(
    stage: Stage, aws: dict[str, Any]
) -> None:
    data = matched(stage)
    told("match.ended", stage, **data)
    assert to_clinic(aws) == [("client-ended", "email")]
    own = matched(stage)
    from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees

    guarantee = DynamoGuarantees().find(own["guaranteeId"])
    declined = decline(guarantee, stage)
    assert declined.status == 200
    at = declined.body["match"]["declinedAt"]
    notify("match.ended", event_id="evt_2", at=at, clinic_id=stage.clinic_id, **own)
    assert to_clinic(aws) == [("client-ended", "email")]
    # A warning that is late is about a client whom the clinic no longer has.
    told("contact.due", stage, "evt_3", **own, dueAt=instant(clock.now()), by="phone")
    assert len(to_clinic(aws)) == 1


def test_a_clinic_whose_system_is_told_gets_no_mail_until_its_endpoint_is_gone(
    stage: Stage, aws: dict[str, Any]
) -> None:
    created = endpoint(stage, body={"url": "https://system.example/hooks", "events": ["*"]})
    assert created.status == 201, created.body
    data = booked(stage)
    told("booking.created", stage, **data)
    assert to_clinic(aws) == []
    assert endpoint(stage, f"/{created.body['endpointId']}", "DELETE").status == 204
    told("booking.created", stage, "evt_2", **data)
    assert to_clinic(aws) == [("client-session", "email")]


def test_a_clinic_with_a_system_reads_its_feed_and_gets_no_mail(aws: dict[str, Any]) -> None:
    stage = staged(clinic_changes={"clinic_system": "compugroup"})
    told("booking.created", stage, **booked(stage))
    assert to_clinic(aws) == []


def test_the_member_hears_of_a_match_and_of_a_decline_but_of_no_match_that_staff_replaced(
    stage: Stage, aws: dict[str, Any]
) -> None:
    from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees

    data = matched(stage)
    named = {**data, "clinicId": stage.clinic_id}
    notify("client.matched", event_id="evt_1", **named)
    kinds = [(each.kind, each.channel) for each in notifications_in(aws) if each.payer]
    assert sorted(kinds) == [("clinic-found", "email"), ("clinic-found", "sms")]
    notify("match.ended", event_id="evt_2", **named)
    assert len(notifications_in(aws)) == 2
    assert decline(DynamoGuarantees().find(data["guaranteeId"]), stage).status == 200
    notify("match.ended", event_id="evt_3", **named)
    assert [each.kind for each in notifications_in(aws)].count("clinic-declined") == 1
    # A word that is late says nothing that is not so any more.
    notify("client.matched", event_id="evt_4", **named)
    assert len(notifications_in(aws)) == 3


def test_a_guarantee_that_is_for_no_clinic_yet_is_told_to_none(aws: dict[str, Any]) -> None:
    guarantee = guarantee_of()
    assert notify("guarantee.issued", guaranteeId=guarantee.guarantee_id, claimId=guarantee.claim_id) == []
    assert to_clinic(aws) == []
