from __future__ import annotations

from typing import Any

import pytest

from helsebro.local_day import local_day
from tests.builders.calls import ask, event, member
from tests.builders.network import (
    act,
    book,
    guarantee_of,
    practitioners,
    refresh_search,
    set_practitioner,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
AARHUS = {"street": "Åboulevarden 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}
IN_AARHUS = {"key": "aarhus", **AARHUS}


def get(path: str) -> Any:
    refresh_search()
    answer = ask(practitioners(), event("GET", path, by=member()))
    assert answer.status == 200, answer.body
    return answer.body["items"]


def test_a_practitioner_is_found_at_the_nearest_of_several_addresses() -> None:
    staged(addresses=[IN_AARHUS])
    [far], [near] = (get(f"/v1/practitioners?postcode={code}") for code in ("8000", "1165"))
    assert (far["address"], far["addressKey"], far["distanceKm"]) == (AARHUS, "aarhus", 0.0)
    assert near["address"]["postcode"] == "1165"
    assert "addressKey" not in near
    assert far["addresses"] == near["addresses"] == [IN_AARHUS]
    assert len(get("/v1/practitioners")) == 1


def test_an_address_that_was_removed_is_no_longer_found() -> None:
    stage = staged(addresses=[IN_AARHUS])
    assert len(get("/v1/practitioners?postcode=8000&withinKm=20")) == 1
    set_practitioner(stage.clinic_id, stage.key)
    assert get("/v1/practitioners?postcode=8000&withinKm=20") == []


@pytest.mark.parametrize("is_booked", [True, False])
@pytest.mark.parametrize("addresses", [[], [{**IN_AARHUS, "street": "Ågade 4"}]])
def test_an_address_stays_as_it_is_while_slots_are_free_or_booked_there(
    is_booked: bool, addresses: list[dict[str, str]]
) -> None:
    stage = staged(addresses=[IN_AARHUS, {**IN_AARHUS, "key": "unused"}])
    slot_id = stage.free_slot(addressKey="aarhus")
    if is_booked:
        book(guarantee_of(), slot_id)
    put = set_practitioner(stage.clinic_id, stage.key, addresses=addresses)
    changed = stage.event("practitioner.changed", {"practitionerKey": stage.key, "addresses": addresses})
    for answer, pointer in ((put, "/addresses"), (changed, "/data/addresses")):
        assert answer.status == 422
        [fault] = answer.body["errors"]
        assert (fault["pointer"], fault["code"]) == (pointer, "address-in-use")
        assert "aarhus" in fault["detail"]
    assert set_practitioner(stage.clinic_id, stage.key, addresses=[IN_AARHUS]).status == 200


def test_an_address_is_removed_once_its_slots_are_withdrawn() -> None:
    stage = staged(addresses=[IN_AARHUS])
    stage.publish(slot_body(key="s", addressKey="aarhus"))
    stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": ["s"]})
    assert set_practitioner(stage.clinic_id, stage.key).status == 200


def test_a_slot_and_its_booking_name_the_address_where_they_are() -> None:
    stage = staged(addresses=[IN_AARHUS])
    there, here = stage.free_slot(addressKey="aarhus"), stage.free_slot(starts_at=soon(90))
    slots = get(f"/v1/practitioners/{stage.practitioner_id}/slots")
    assert [slot.get("addressKey") for slot in slots] == ["aarhus", None]
    booked = book(guarantee_of(), there).body
    moved = act(booked["bookingId"], "reschedule", body={"slotId": here}).body
    assert (booked["addressKey"], moved.get("addressKey")) == ("aarhus", None)


def test_weekly_slots_may_be_at_another_address() -> None:
    stage = staged(addresses=[IN_AARHUS])
    day = local_day(soon(24 * 30))
    weekly = {
        "keyPrefix": "w",
        "weekday": f"{day:%A}".lower(),
        "at": "09:00",
        "minutes": 45,
        "service": "first",
        "addressKey": "aarhus",
        "from": day.isoformat(),
        "until": day.isoformat(),
    }
    assert stage.event("slots.published", {"practitionerKey": stage.key, "recurring": [weekly]}).status == 202
    assert [slot["addressKey"] for slot in get(f"/v1/practitioners/{stage.practitioner_id}/slots")] == [
        "aarhus"
    ]


def test_a_slot_that_is_published_again_at_another_address_moves_there() -> None:
    stage = staged(addresses=[IN_AARHUS])
    slot = slot_body(key="s")
    for again in (slot, {**slot, "addressKey": "aarhus"}):
        assert stage.publish(again).status == 202
    [listed] = get(f"/v1/practitioners/{stage.practitioner_id}/slots")
    assert listed["addressKey"] == "aarhus"


def test_every_slot_at_an_unknown_address_is_a_fault() -> None:
    stage = staged(addresses=[IN_AARHUS])
    answer = stage.publish(
        slot_body(addressKey="odense"), slot_body(soon(80)), slot_body(soon(90), addressKey="ribe")
    )
    assert [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]] == [
        ("/data/slots/0/addressKey", "address-key-unknown"),
        ("/data/slots/2/addressKey", "address-key-unknown"),
    ]


def test_the_clinic_reports_new_addresses_of_a_practitioner() -> None:
    stage = staged()
    moved = {"practitionerKey": stage.key, "address": AARHUS, "addresses": [{**IN_AARHUS, "key": "two"}]}
    assert stage.event("practitioner.changed", moved).status == 202
    [found] = get("/v1/practitioners?postcode=8000&withinKm=1")
    assert (found["address"], [each["key"] for each in found["addresses"]]) == (AARHUS, ["two"])


def test_every_fault_of_addresses_is_reported_at_once() -> None:
    given = [
        {**IN_AARHUS, "key": "a b"},
        {**IN_AARHUS, "lat": 56.1},
        {**IN_AARHUS, "country": "NO", "postcode": "80"},
    ]
    answer = set_practitioner(staged().clinic_id, "y", addresses=given)
    assert {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]} == {
        ("/addresses/0/key", "address-key-malformed"),
        ("/addresses/1/lon", "position-incomplete"),
        ("/addresses/2/key", "address-key-repeated"),
        ("/addresses/2/country", "address-in-another-country"),
        ("/addresses/2/postcode", "postcode-malformed"),
    }
