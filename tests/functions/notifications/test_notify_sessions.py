"""What is planned about a session: its confirmation, its reminder, and what takes them back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PersonId
from helsebro.local_day import zone
from tests.builders.messages.notifications import notifications_in, notify, now
from tests.builders.network import Stage, act, begun, book, book_series, change_booking, guarantee_of, soon
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    policy = policy_of("tryg")
    return insured_of(policy, email="anna@example.org", phone="20 12 34 56")


def booked(stage: Stage, guarantee: Guarantee, hours: float = 72) -> dict[str, Any]:
    """Returns the data of the event of a booking that starts in so many hours."""
    answer = book(guarantee, stage.free_slot(starts_at=soon(hours)))
    assert answer.status == 201, answer.body
    return {
        "bookingId": answer.body["bookingId"],
        "guaranteeId": guarantee.guarantee_id,
        "claimId": guarantee.claim_id,
        "slotId": answer.body["slotId"],
    }


def local(at: datetime) -> dict[str, str]:
    """Returns when a session starts, and until when it costs nothing to cancel it, as a confirmation says."""
    late = at - timedelta(hours=24)
    return {
        name: f"{each.astimezone(zone('DK')):%Y-%m-%dT%H:%M}"
        for name, each in (("starts", at), ("late", late))
    }


def test_a_booked_session_is_confirmed_with_its_local_time(stage: Stage, aws: dict[str, Any]) -> None:
    notify("booking.created", **booked(stage, guarantee_of()))
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.variables) == ("session-booked", local(soon()))
    assert not {"physio", "fysio"} & set(str(planned).lower().split())


def test_a_session_that_cannot_be_cancelled_for_free_any_more_says_so(
    stage: Stage, aws: dict[str, Any]
) -> None:
    notify("booking.created", **booked(stage, guarantee_of(), hours=20))
    [planned] = notifications_in(aws)
    assert planned.variables["close"] == "yes"


def test_sessions_that_were_booked_in_one_act_are_confirmed_in_one_mail(
    stage: Stage, aws: dict[str, Any]
) -> None:
    """The mail is about the first of them by time, in whatever order they were named and reported."""
    guarantee = guarantee_of()
    slot_ids = [stage.free_slot(starts_at=soon(each), service="follow-up") for each in (240, 72, 408)]
    made = book_series(guarantee, slot_ids)
    assert made.status == 201, made.body
    for number, booking in enumerate(made.body["bookings"]):
        named = {name: booking[name] for name in ("bookingId", "guaranteeId", "claimId", "slotId")}
        notify("booking.created", event_id=f"evt_{number}", **named)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.variables) == ("session-booked", {**local(soon(72)), "booked": "3"})


def test_when_a_session_moves_what_still_waits_about_the_old_time_is_withdrawn(
    stage: Stage, aws: dict[str, Any]
) -> None:
    first = booked(stage, guarantee_of())
    notify("booking.created", **first)
    [waiting] = notifications_in(aws)
    later = stage.free_slot(starts_at=soon(96))
    assert act(first["bookingId"], "reschedule", body={"slotId": later}).status == 200
    notify("booking.rescheduled", event_id="evt_2", **{**first, "slotId": later})
    assert now(waiting).state == "withdrawn"
    about = [(each.kind, each.variables) for each in notifications_in(aws) if each.is_open]
    assert set(kind for kind, _ in about) == {"session-moved"}
    assert all(variables == local(soon(96)) for _, variables in about)


def test_an_event_of_an_old_time_that_comes_late_plans_nothing_and_withdraws_nothing(
    stage: Stage, aws: dict[str, Any]
) -> None:
    first = booked(stage, guarantee_of())
    later = stage.free_slot(starts_at=soon(96))
    act(first["bookingId"], "reschedule", body={"slotId": later})
    notify("booking.rescheduled", event_id="evt_2", **{**first, "slotId": later})
    before = notifications_in(aws)
    notify("booking.created", **first)
    assert notifications_in(aws) == before
    assert {each.state for each in before} == {"planned"}


def test_a_cancelled_session_takes_its_reminder_back_and_none_is_planned_later(
    stage: Stage, aws: dict[str, Any]
) -> None:
    session = booked(stage, guarantee_of(), hours=20)
    reached = {**session, "kind": "session-reminder", "queue": "claims"}
    del reached["slotId"]
    notify("deadline.reached", **reached)
    reminders = notifications_in(aws)
    assert {each.kind for each in reminders} == {"session-reminder"}
    assert act(session["bookingId"], "cancel").status == 200
    notify("booking.cancelled", event_id="evt_2", **session)
    assert {now(each).state for each in reminders} == {"withdrawn"}
    notify("deadline.reached", event_id="evt_3", **reached)
    assert {each.kind for each in notifications_in(aws) if each.is_open} == {"session-cancelled"}


@pytest.mark.parametrize(("hours", "owed"), [(72, ""), (20, "yes")])
def test_a_late_cancellation_is_confirmed_with_who_pays(
    stage: Stage, aws: dict[str, Any], hours: float, owed: str
) -> None:
    session = booked(stage, guarantee_of(), hours)
    assert act(session["bookingId"], "cancel").status == 200
    notify("booking.cancelled", **session)
    [by_mail, *_] = notifications_in(aws)
    assert (by_mail.kind, by_mail.variables.get("owed", "")) == ("session-cancelled", owed)


def test_a_late_cancellation_says_what_it_costs(stage: Stage, aws: dict[str, Any]) -> None:
    session = booked(stage, guarantee_of(), hours=20)
    assert act(session["bookingId"], "cancel").status == 200
    notify("booking.cancelled", **session)
    [by_mail, *_] = notifications_in(aws)
    assert by_mail.variables == {"starts": local(soon(20))["starts"], "owed": "yes", "price": "450"}


def test_a_clinic_that_cancels_is_named_and_nothing_is_paid(stage: Stage, aws: dict[str, Any]) -> None:
    session = booked(stage, guarantee_of(), hours=20)
    said = {"bookingId": session["bookingId"], "by": "clinic", "reason": "practitioner-absent"}
    assert stage.event("session.cancelled", said).status == 202
    notify("session.cancelled", **session)
    [by_mail, *_] = notifications_in(aws)
    assert by_mail.variables == {"starts": local(soon(20))["starts"], "by": "clinic"}


@pytest.mark.parametrize("outcome", ["missed", "held"])
def test_who_did_not_come_is_told_what_it_costs_and_who_came_is_told_nothing(
    stage: Stage, aws: dict[str, Any], outcome: str
) -> None:
    session = booked(stage, guarantee_of())
    begun(session["bookingId"])
    assert stage.event(f"session.{outcome}", {"bookingId": session["bookingId"]}).status == 202
    notify(f"session.{outcome}", **session)
    told = [(each.kind, each.variables.get("price")) for each in notifications_in(aws)]
    assert set(told) == ({("session-missed", "450")} if outcome == "missed" else set())


@pytest.mark.parametrize(("hours", "close"), [(30, None), (20, "yes")])
def test_a_reminder_says_whether_it_still_costs_nothing_to_cancel(
    stage: Stage, aws: dict[str, Any], hours: float, close: str | None
) -> None:
    session = booked(stage, guarantee_of(), hours=hours)
    del session["slotId"]
    notify("deadline.reached", **session, kind="session-reminder", queue="claims")
    [by_mail, *_] = notifications_in(aws)
    assert (by_mail.variables["late"], by_mail.variables.get("close")) == (local(soon(hours))["late"], close)


def test_a_late_move_is_confirmed_with_who_pays(stage: Stage, aws: dict[str, Any]) -> None:
    first, later = booked(stage, guarantee_of(), hours=20), stage.free_slot(starts_at=soon(96))
    assert act(first["bookingId"], "reschedule", body={"slotId": later}).status == 200
    notify("booking.rescheduled", **{**first, "slotId": later})
    [by_mail, *_] = notifications_in(aws)
    assert (by_mail.kind, by_mail.variables) == (
        "session-moved",
        {**local(soon(96)), "owed": "yes", "price": "450"},
    )


def test_a_late_move_is_told_also_when_the_session_was_held_before_its_mail(
    stage: Stage, aws: dict[str, Any]
) -> None:
    session = booked(stage, guarantee_of(), hours=20)
    session |= {"slotId": stage.free_slot(starts_at=soon(96))}
    assert act(session["bookingId"], "reschedule", body={"slotId": session["slotId"]}).status == 200
    change_booking(session["bookingId"], status="held")
    notify("booking.rescheduled", **session)
    [by_mail, *_] = notifications_in(aws)
    assert by_mail.variables == {"starts": local(soon(96))["starts"], "owed": "yes", "price": "450"}


@pytest.mark.parametrize(
    ("changes", "kind", "owed", "price", "times"),
    [
        (["reschedule 120"], "session-moved", "before", "450", ""),
        (["reschedule 10", "reschedule 120"], "session-moved", "yes", "900", "2"),
        (["cancel"], "session-cancelled", "before", "450", ""),
        (["reschedule 10", "cancel"], "session-cancelled", "yes", "900", "2"),
    ],
)
def test_after_a_late_move_each_mail_says_all_that_the_member_pays(
    stage: Stage, aws: dict[str, Any], changes: list[str], kind: str, owed: str, price: str, times: str
) -> None:
    session = booked(stage, guarantee_of(), hours=20)
    for number, change in enumerate(["reschedule 96", *changes]):
        verb, _, hours = change.partition(" ")
        body = {"slotId": stage.free_slot(starts_at=soon(float(hours)))} if hours else {}
        assert act(session["bookingId"], verb, body=body).status == 200
        session |= body
        kinds = {"reschedule": "booking.rescheduled", "cancel": "booking.cancelled"}
        notify(kinds[verb], **session, event_id=f"evt_{number}")
    [last, *_] = [each for each in notifications_in(aws) if each.is_open and each.kind == kind]
    said = last.variables
    assert (said["owed"], said["price"], said.get("times", "")) == (owed, price, times)


def test_no_reminder_is_planned_two_days_before_the_session(stage: Stage, aws: dict[str, Any]) -> None:
    session = booked(stage, guarantee_of(), hours=72)
    del session["slotId"]
    notify("deadline.reached", **session, kind="session-reminder", queue="claims")
    assert notifications_in(aws) == []


def test_a_disabled_webhook_goes_to_the_clinic(stage: Stage, aws: dict[str, Any]) -> None:
    notify("webhook.disabled", payer="", clinic_id=stage.clinic_id, endpointId="whe_1", because="gone")
    [planned] = notifications_in(aws)
    assert (planned.recipient, planned.address) == (stage.clinic_id, "klinik@example.org")
