"""Where a member waits: at a practitioner, at any of a clinic, or at any near a postcode."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro import ids
from helsebro.ids import WaitlistId
from helsebro.local_day import local_day
from helsebro_aws.bookings.waitlist.dynamo_waitlist import entry_item
from helsebro_aws.dynamodb.filtered_page import MOST_PAGES
from tests.builders.calls import member
from tests.builders.clinics.matches import decline, insured_guarantee, match
from tests.builders.clinics.waitlist import entry_of, join, keep, keep_up, waiting
from tests.builders.network import BO, Stage, book, guarantee_of, set_practitioner, soon, staged
from tests.promises.lists.counted_reads import counted
from tests.promises.lists.rows import store

IN_AARHUS = {
    "key": "aarhus",
    "street": "Nørregade 1",
    "postcode": "8000",
    "city": "Aarhus C",
    "country": "DK",
}
pytestmark = pytest.mark.usefixtures("aws")


def in_days(days: int) -> date:
    """Returns the day so many days from now."""
    return local_day(soon(24 * days))


def offered(waitlist_id: str) -> str | None:
    """Returns the slot that is offered to an entry."""
    offer = entry_of(waitlist_id).offer
    return offer.slot_id if offer else None


def test_a_member_waits_for_any_practitioner_near_a_postcode(stage: Stage) -> None:
    near = join(guarantee_of(), postcode="2900").body["waitlistId"]
    sooner = guarantee_of(BO, valid_until=in_days(60))
    far = join(sooner, member(BO), postcode="8000")
    slot_id = stage.free_slot()
    keep_up()
    assert (offered(near), offered(far.body["waitlistId"])) == (slot_id, None)


def test_a_guarantee_of_a_clinic_waits_for_any_practitioner_of_it(stage: Stage) -> None:
    entry = join(guarantee_of(clinic_id=stage.clinic_id)).body["waitlistId"]
    stage.free_slot()
    keep_up()
    assert entry_of(entry).status == "offered"


def test_a_guarantee_that_is_bound_elsewhere_meanwhile_is_passed_over(stage: Stage) -> None:
    other, guarantee = staged("other"), guarantee_of()
    entry, next_in_line = waiting(stage, guarantee), waiting(stage, guarantee_of(BO), BO)
    book(guarantee, other.free_slot())
    slot_id = stage.free_slot()
    keep("slots.published", practitionerId=stage.practitioner_id)
    assert (offered(entry), offered(next_in_line)) == (None, slot_id)


def test_all_lines_of_a_practitioner_have_one_order(stage: Stage) -> None:
    at_clinic, near = (
        guarantee_of(clinic_id=stage.clinic_id, valid_until=in_days(40)),
        guarantee_of(BO, valid_until=in_days(30)),
    )
    entries = [
        waiting(stage, guarantee_of()),
        join(at_clinic).body["waitlistId"],
        join(near, member(BO), postcode="2900").body["waitlistId"],
    ]
    stage.free_slot()
    keep_up()
    assert [entry_of(entry).status for entry in entries] == ["waiting", "waiting", "offered"]


def test_a_slot_at_a_second_address_goes_to_those_who_wait_there() -> None:
    stage = staged(addresses=[IN_AARHUS])
    here = join(guarantee_of(valid_until=in_days(30)), postcode="2900").body["waitlistId"]
    there = join(guarantee_of(BO), member(BO), postcode="8200").body["waitlistId"]
    slot_id = stage.free_slot(addressKey=IN_AARHUS["key"])
    keep_up()
    assert (offered(here), offered(there)) == (None, slot_id)


@pytest.mark.parametrize("count", [45, 450])
def test_those_who_want_other_days_take_a_bounded_number_of_reads(
    stage: Stage, aws: dict[str, Any], count: int
) -> None:
    entry = waiting(stage, guarantee_of())
    sooner = replace(entry_of(entry), latest=in_days(1), valid_until=in_days(2))
    others = (
        replace(
            sooner,
            waitlist_id=WaitlistId(ids.within("wtl", sooner.guarantee_id, bytes([0, *divmod(n, 256)] * 2))),
        )
        for n in range(count)
    )
    store(aws["dynamodb"], (("cases", entry_item(other)) for other in others))
    slot_id = stage.free_slot()
    with counted() as reads:
        keep("slots.published", practitionerId=stage.practitioner_id)
    assert offered(entry) == slot_id
    assert reads.pages <= 3 * (MOST_PAGES + 1)


def test_an_entry_that_named_no_one_moves_with_the_match_and_one_for_another_ends(stage: Stage) -> None:
    chosen, guarantee = staged("chosen"), insured_guarantee()
    anywhere = join(guarantee, postcode="2100").body["waitlistId"]
    elsewhere = waiting(stage, guarantee)
    assert match(guarantee, chosen).status == 200
    keep_up()
    assert entry_of(anywhere).practitioner_id == chosen.practitioner_id
    assert (entry_of(elsewhere).status, entry_of(elsewhere).ended_because) == ("ended", "bound-elsewhere")
    stage.free_slot()
    slot_id = chosen.free_slot(starts_at=soon(80))
    keep_up()
    assert offered(anywhere) == slot_id


def test_an_entry_waits_near_its_postcode_again_after_a_clinic_declined(stage: Stage) -> None:
    declining, guarantee = staged("declining"), insured_guarantee()
    near = join(guarantee, postcode="2100").body["waitlistId"]
    assert match(guarantee, declining).status == 200
    keep_up()
    assert entry_of(near).clinic_id == declining.clinic_id
    assert decline(guarantee, declining).status == 200
    keep_up()
    assert entry_of(near).clinic_id is None
    slot_id = stage.free_slot()
    keep_up()
    assert offered(near) == slot_id


def test_an_entry_without_a_postcode_waits_for_the_next_match(stage: Stage) -> None:
    declining, guarantee = staged("declining"), insured_guarantee()
    assert match(guarantee, declining).status == 200
    entry = join(guarantee).body["waitlistId"]
    assert decline(guarantee, declining).status == 200
    keep_up()
    stage.free_slot()
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).clinic_id) == ("waiting", None)
    assert match(guarantee, stage, version=3).status == 200
    keep_up()
    stage.free_slot(starts_at=soon(90))
    keep_up()
    assert entry_of(entry).status == "offered"


@pytest.mark.parametrize("joins_first", [True, False])
def test_the_slots_of_a_pause_that_ends_early_are_offered(joins_first: bool) -> None:
    stage = staged(pausedFrom=in_days(0).isoformat(), pausedUntil=in_days(6).isoformat())
    guarantee = guarantee_of()
    entry = waiting(stage, guarantee) if joins_first else ""
    slot_id = stage.free_slot()
    entry = entry or waiting(stage, guarantee)
    keep_up()
    assert entry_of(entry).status == "waiting"
    ended = {"practitionerKey": stage.key, "pausedFrom": None, "pausedUntil": None}
    assert stage.event("practitioner.changed", ended).status == 202
    keep_up()
    assert offered(entry) == slot_id


def test_a_slot_that_was_free_before_is_not_offered_after_another_change(stage: Stage) -> None:
    stage.free_slot()
    entry = waiting(stage, guarantee_of())
    set_practitioner(stage.clinic_id, stage.key, languages=["da"])
    keep_up()
    assert entry_of(entry).status == "waiting"


def test_the_slots_of_a_practitioner_who_takes_insurance_clients_again_are_offered() -> None:
    stage = staged()
    stage.free_slot()
    entry = waiting(stage, guarantee_of())
    for takes in (False, True):
        assert entry_of(entry).status == "waiting"
        set_practitioner(stage.clinic_id, stage.key, insuranceClients=takes)
        keep_up()
    assert entry_of(entry).status == "offered"
