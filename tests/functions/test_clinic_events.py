from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helsebro.slot import Slot
from helsebro_aws import clock
from helsebro_aws.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamo_clinics import DynamoClinics
from helsebro_aws.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.dynamo_slots import DynamoSlots
from helsebro_aws.record import instant
from tests.calls import ask, event, member, signed
from tests.cases import told
from tests.network import (
    BO,
    SECRET,
    Stage,
    begun,
    book,
    clinic_events,
    guarantee_of,
    hold,
    slot_body,
    soon,
    staged,
    stored,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def all_slots(stage: Stage) -> list[Slot]:
    found = DynamoSlots().between(stage.practitioner_id, soon(-48), soon(24 * 365))
    return [slot for slot in found if slot.status != "withdrawn"]


def starts(stage: Stage) -> dict[str, str]:
    return {slot.key: instant(slot.starts_at) for slot in all_slots(stage)}


# Publishing


def test_published_slots_are_there_and_told_once(stage: Stage, aws: dict[str, Any]) -> None:
    answer = stage.publish(*[slot_body(soon(72 + number)) for number in range(3)])
    assert (answer.status, len(answer.body["published"]), answer.body["refused"]) == (202, 3, [])
    assert len(all_slots(stage)) == 3
    assert len(told(aws, "slots.published")) == 1


def test_the_same_slots_again_change_nothing(stage: Stage, aws: dict[str, Any]) -> None:
    slots = [slot_body(soon(72 + number)) for number in range(2)]
    stage.publish(*slots)
    again = stage.publish(*slots)
    assert (again.body["unchanged"], again.body["published"]) == ([slot["key"] for slot in slots], [])
    assert len(told(aws, "slots.published")) == 1


def test_two_hundred_slots_are_taken_over_in_one_event(stage: Stage, aws: dict[str, Any]) -> None:
    slots = [slot_body(soon(72 + number), key=f"k{number}") for number in range(200)]
    assert stage.publish(*slots).status == 202
    assert starts(stage) == {slot["key"]: slot["startsAt"] for slot in slots}
    assert len(told(aws, "slots.published")) == 1
    assert stage.publish(*slots, slot_body(soon(500))).status == 422


def test_a_publication_that_was_cut_short_is_finished_by_sending_it_again(stage: Stage) -> None:
    """As after a kill between its commits: half of it is in place and has no receipt."""
    slots = [slot_body(soon(72 + number), key=f"k{number}") for number in range(100)]
    assert stage.publish(*slots[:40]).status == 202
    answer = stage.publish(*slots)
    assert (len(answer.body["unchanged"]), len(answer.body["published"])) == (40, 60)
    assert len(all_slots(stage)) == 100


def test_a_free_slot_moves_with_its_key(stage: Stage) -> None:
    body = slot_body(key="k")
    old = stage.publish(body).body["published"][0]["slotId"]
    moved = slot_body(soon(90), key="k")
    assert stage.publish(moved).body["published"][0]["slotId"] != old
    assert starts(stage) == {"k": moved["startsAt"]}


def test_a_whole_day_can_be_shifted_at_once(stage: Stage) -> None:
    day = [slot_body(soon(72) + timedelta(minutes=45 * number), key=f"k{number}") for number in range(6)]
    stage.publish(*day)
    shifted = [
        slot_body(soon(72) + timedelta(minutes=45 * number + 30), key=f"k{number}") for number in range(6)
    ]
    assert stage.publish(*shifted).body["refused"] == []
    assert starts(stage) == {slot["key"]: slot["startsAt"] for slot in shifted}


def test_a_slot_can_grow_where_it_is(stage: Stage) -> None:
    stage.publish(slot_body(key="k", minutes=30))
    assert stage.publish(slot_body(key="k", minutes=60)).body["refused"] == []
    [slot] = all_slots(stage)
    assert slot.ends_at - slot.starts_at == timedelta(minutes=60)


def test_a_booked_slot_does_not_move_and_the_rest_is_taken(stage: Stage) -> None:
    slot_id = stage.free_slot(key="k")
    book(guarantee_of(), slot_id)
    answer = stage.publish(slot_body(soon(90), key="k"), slot_body(soon(95), key="n"))
    assert answer.status == 202
    assert answer.body["refused"] == [{"key": "k", "code": "slot-not-free"}]
    assert [slot["key"] for slot in answer.body["published"]] == ["n"]
    assert DynamoSlots().find(slot_id).status == "booked"


def test_a_held_slot_does_not_move(stage: Stage) -> None:
    hold(guarantee_of(), stage.free_slot(key="k"))
    answer = stage.publish(slot_body(soon(90), key="k"))
    assert answer.body["errors"][0]["code"] == "slot-not-free"


@pytest.mark.parametrize(
    ("slot", "code"),
    [
        (lambda: slot_body(soon(72) + timedelta(minutes=30), key="n"), "slot-overlaps"),
        (lambda: slot_body(soon(72), key="n"), "slot-overlaps"),
        (lambda: slot_body(soon(71), minutes=600, key="n"), "slot-overlaps"),
        (lambda: slot_body(soon(-2), key="n"), "slot-in-the-past"),
    ],
)
def test_a_slot_that_does_not_fit_is_refused_with_the_reason(stage: Stage, slot: Any, code: str) -> None:
    stage.free_slot(starts_at=soon(72), key="k")
    answer = stage.publish(slot())
    assert answer.status == 422
    assert [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]] == [("/data/slots/0", code)]
    assert list(starts(stage)) == ["k"]


def test_slots_may_touch(stage: Stage) -> None:
    stage.free_slot(starts_at=soon(72), minutes=60)
    assert stage.publish(slot_body(soon(73))).status == 202


def test_two_practitioners_have_calendars_of_their_own(stage: Stage) -> None:
    stage.free_slot()
    assert staged("other").publish(slot_body()).status == 202


# Withdrawing


@pytest.mark.parametrize("named", ["slots", "keys"])
def test_a_withdrawn_slot_is_gone_and_may_come_back(stage: Stage, named: str) -> None:
    body = slot_body(key="k")
    stage.publish(body)
    data = {"slots": [{"key": "k"}]} if named == "slots" else {"keys": ["k"]}
    answer = stage.event("slots.withdrawn", {"practitionerKey": stage.key, **data})
    assert (answer.status, [slot["key"] for slot in answer.body["withdrawn"]]) == (202, ["k"])
    assert all_slots(stage) == []
    assert stage.publish(body).status == 202
    assert starts(stage) == {"k": body["startsAt"]}


def test_a_booked_slot_is_not_withdrawn_and_an_unknown_one_is_told(stage: Stage) -> None:
    book(guarantee_of(), stage.free_slot(key="k"))
    stage.free_slot(starts_at=soon(90), key="n")
    answer = stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["k", "n", "x"]})
    codes = {one["key"]: one["code"] for one in answer.body["refused"]}
    assert codes == {"k": "slot-not-free", "x": "slot-unknown"}
    assert list(starts(stage)) == ["k"]


def test_a_hold_does_not_keep_the_clinic_from_withdrawing(stage: Stage) -> None:
    guarantee, slot_id = guarantee_of(), stage.free_slot(key="k")
    hold(guarantee, slot_id)
    assert stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["k"]}).status == 202
    assert book(guarantee, slot_id).body["code"] == "slot-taken"


# Sessions


@pytest.fixture
def booked(stage: Stage) -> str:
    return str(book(guarantee_of(), stage.free_slot()).body["bookingId"])


def guarantee_counts(booking_id: str) -> tuple[int, int]:
    from helsebro_aws.dynamo_guarantees import DynamoGuarantees

    guarantee = DynamoGuarantees().find(DynamoBookings().find(booking_id).guarantee_id)
    return guarantee.sessions_booked, guarantee.sessions_used


@pytest.mark.parametrize(
    ("kind", "status", "counts"), [("session.held", "held", (1, 1)), ("session.missed", "missed", (0, 0))]
)
def test_a_session_is_reported_once_however_often_it_is_sent(
    stage: Stage, booked: str, aws: dict[str, Any], kind: str, status: str, counts: tuple[int, int]
) -> None:
    begun(booked)
    assert [stage.event(kind, {"bookingId": booked}).status for _ in range(2)] == [202, 202]
    assert DynamoBookings().find(booked).status == status
    assert guarantee_counts(booked) == counts
    assert len(told(aws, kind)) == 1


@pytest.mark.parametrize("kind", ["session.held", "session.missed"])
def test_the_clinics_word_counts_before_the_published_start(stage: Stage, booked: str, kind: str) -> None:
    assert stage.event(kind, {"bookingId": booked}).status == 202


def test_a_missed_session_was_not_held(stage: Stage, booked: str) -> None:
    begun(booked)
    stage.event("session.missed", {"bookingId": booked})
    assert stage.event("session.held", {"bookingId": booked}).status == 409


@pytest.mark.parametrize(("by", "left"), [("clinic", "withdrawn"), ("client", "free")])
def test_a_cancelled_session_gives_the_session_back_once(
    stage: Stage, booked: str, aws: dict[str, Any], by: str, left: str
) -> None:
    data = {"bookingId": booked, "by": by}
    stage.event("session.cancelled", data)
    assert DynamoSlots().find(DynamoBookings().find(booked).slot_id).status == left
    assert guarantee_counts(booked) == (0, 0)
    assert len(told(aws, "session.cancelled")) == 1


def test_a_clinic_may_tell_twice_that_it_cancelled(stage: Stage, booked: str) -> None:
    statuses = [stage.event("session.cancelled", {"bookingId": booked}).status for _ in range(2)]
    assert statuses == [202, 202]
    assert guarantee_counts(booked) == (0, 0)


@pytest.mark.parametrize("kind", ["session.held", "session.missed", "session.cancelled"])
def test_another_clinics_booking_is_as_unknown_as_none(booked: str, kind: str) -> None:
    other = staged("other")
    foreign = other.event(kind, {"bookingId": booked})
    unknown = other.event(kind, {"bookingId": f"{booked[:-1]}{'a' if booked[-1] != 'a' else 'q'}"})
    assert (foreign.status, foreign.body) == (unknown.status, unknown.body)
    assert foreign.status == 404


def test_a_replayed_message_has_no_second_effect(stage: Stage, booked: str, aws: dict[str, Any]) -> None:
    begun(booked)
    call = stage.event_call("session.held", {"bookingId": booked})
    first, second = ask(clinic_events(), call), ask(clinic_events(), call)
    assert (first.status, second.status) == (202, 202)
    assert second.headers["idempotency-replayed"] == "true"
    assert guarantee_counts(booked) == (1, 1)
    assert len(told(aws, "session.held")) == 1


def test_one_webhook_id_is_good_for_one_event(stage: Stage, aws: dict[str, Any]) -> None:
    first = stage.event_call("clinic.changed", {"name": "Ny"})
    ask(clinic_events(), first)
    second = stage.event_call("clinic.changed", {"name": "Anden"})
    from helsebro import webhook_signature
    from helsebro.webhook_secret import WebhookSecret

    message_id = first["headers"]["webhook-id"]
    secret = [WebhookSecret.parse(SECRET)]
    second["headers"] |= webhook_signature.sign(message_id, clock.now(), second["body"].encode(), secret)
    assert ask(clinic_events(), second).status == 422
    assert len(told(aws, "clinic.changed")) == 1


# Courses


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("client.contacted", {"by": "sms"}),
        ("course.ended", {}),
        ("client.referred-on", {"to": "psychiatry"}),
        ("extension.requested", {"sessions": 3, "justification": "Fortsat nedsat bevægelighed"}),
    ],
)
def test_what_a_clinic_tells_of_a_course_is_kept_and_told_without_words(
    stage: Stage, booked: str, aws: dict[str, Any], kind: str, data: dict[str, Any]
) -> None:
    guarantee_id = DynamoBookings().find(booked).guarantee_id
    assert stage.event(kind, {"guaranteeId": guarantee_id, **data}).status == 202
    [row] = told(aws, kind)
    assert row["data"]["M"]["guaranteeId"]["S"] == guarantee_id
    assert "bevægelighed" not in str(row)
    assert staged("other").event(kind, {"guaranteeId": guarantee_id, **data}).status == 404


def test_only_the_first_contact_counts(stage: Stage, booked: str, aws: dict[str, Any]) -> None:
    by_guarantee = {"guaranteeId": DynamoBookings().find(booked).guarantee_id, "by": "phone"}
    for data in ({"bookingId": booked, "by": "sms"}, by_guarantee):
        assert stage.event("client.contacted", data).status == 202
    assert len(told(aws, "client.contacted")) == 1


def test_crisis_help_is_not_extended_and_its_client_is_phoned() -> None:
    stage = staged(crisisHelp=True)
    guarantee = guarantee_of(treatment="crisis-help")
    assert book(guarantee, stage.free_slot()).status == 201
    named = {"guaranteeId": guarantee.guarantee_id}
    asked = stage.event("extension.requested", {**named, "sessions": 2, "justification": "x"})
    texted = stage.event("client.contacted", {**named, "by": "sms"})
    assert [asked.body["code"], texted.body["code"]] == ["not-extendable", "crisis-by-phone-only"]
    assert stage.event("client.contacted", {**named, "by": "phone"}).status == 202


# The clinic itself


def test_a_clinic_reports_what_is_new_and_its_secret_stays(stage: Stage, aws: dict[str, Any]) -> None:
    for _ in range(2):
        assert stage.event("clinic.changed", {"phone": "70 99 88 77"}).status == 202
    assert DynamoClinics().find(stage.clinic_id).contact.phone == "70 99 88 77"
    assert len(told(aws, "clinic.changed")) == 1


def test_a_practitioner_is_switched_off_for_insurance_clients(stage: Stage) -> None:
    slot_id = stage.free_slot()
    stage.event("practitioner.changed", {"practitionerKey": stage.key, "insuranceClients": False})
    assert not DynamoPractitioners().find(stage.practitioner_id).insurance_clients
    assert book(guarantee_of(BO), slot_id, by=member(BO)).body["code"] == "treatment-not-offered"


def test_crisis_help_is_not_switched_on_for_who_is_not_authorised() -> None:
    stage = staged(authorised=False)
    answer = stage.event("practitioner.changed", {"practitionerKey": stage.key, "crisisHelp": True})
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/data/crisisHelp"]


# Bad input


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"type": "slots.eaten", "timestamp": "now", "data": {}}, {"/type", "/timestamp"}),
        ({"data": 1}, {"/type", "/timestamp"}),
        ({"type": "session.held"}, {"/timestamp", "/data"}),
        ({"type": "session.held", "data": {"x": 1}}, {"/timestamp", "/data/bookingId", "/data/x"}),
        (
            {
                "type": "slots.published",
                "data": {"slots": [{"key": "", "startsAt": "x", "endsAt": 7, "service": "third"}]},
            },
            {
                "/timestamp",
                "/data/practitionerKey",
                "/data/slots/0/key",
                "/data/slots/0/startsAt",
                "/data/slots/0/endsAt",
                "/data/slots/0/service",
            },
        ),
        ({"type": "client.contacted", "data": {"by": "mail"}}, {"/timestamp", "/data/by"}),
    ],
)
def test_every_fault_of_an_event_is_told_at_once(
    stage: Stage, body: dict[str, Any], pointers: set[str]
) -> None:
    call = signed("POST", "/v1/clinic-events", clinic_id=stage.clinic_id, secret=SECRET, body=body)
    answer = ask(clinic_events(), call)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ([slot_body(key="k"), slot_body(soon(90), key="k")], "slot-key-twice"),
        ([slot_body(), slot_body(soon(72) + timedelta(minutes=5))], "slot-overlaps"),
        ([slot_body(minutes=-5)], "slot-ends-before-it-starts"),
        ([slot_body(minutes=1)], "slot-length"),
        ([], "no-slots"),
    ],
)
def test_slots_that_contradict_one_another_are_refused_as_a_whole(
    stage: Stage, slots: list[dict[str, Any]], code: str
) -> None:
    answer = stage.publish(*slots)
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, code)
    assert all_slots(stage) == []


def test_an_unknown_practitioner_and_a_time_to_come_are_faults(stage: Stage) -> None:
    unknown = stage.event("slots.published", {"practitionerKey": "nobody", "slots": [slot_body()]})
    assert unknown.body["errors"][0]["pointer"] == "/data/practitionerKey"
    ahead = stage.event("clinic.changed", {"name": "x"}, timestamp=instant(soon(2)))
    assert ahead.body["errors"][0]["code"] == "event-in-the-future"


def test_an_unsigned_a_stale_and_a_wrongly_signed_event_are_401(stage: Stage) -> None:
    body = {"type": "clinic.changed", "timestamp": instant(clock.now()), "data": {"name": "x"}}
    path, late = "/v1/clinic-events", clock.now() - timedelta(seconds=302)
    other = staged("other")
    calls = [
        event("POST", path, body=body),
        signed("POST", path, clinic_id=stage.clinic_id, secret=SECRET, body=body, at=late),
        signed("POST", path, clinic_id=stage.clinic_id, secret="whsec_" + "A" * 32, body=body),
        signed("POST", path, clinic_id="cli_unknown", secret=SECRET, body=body),
    ]
    assert [ask(clinic_events(), call).status for call in calls] == [401] * 4
    assert DynamoClinics().find(other.clinic_id).name == "Klinik Nord"


def test_the_guarantees_counts_never_part_from_its_bookings(stage: Stage) -> None:
    guarantee = guarantee_of()
    ids = [
        str(book(guarantee, stage.free_slot(starts_at=soon(hours))).body["bookingId"])
        for hours in (72, 74, 76)
    ]
    begun(ids[0])
    stage.event("session.held", {"bookingId": ids[0]})
    stage.event("session.cancelled", {"bookingId": ids[1]})
    item = stored(guarantee)
    assert (item["sessionsBooked"], item["sessionsUsed"]) == (2, 1)
