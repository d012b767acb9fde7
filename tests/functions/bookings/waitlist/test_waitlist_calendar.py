"""The waitlist when a clinic changes its calendar, and when a practitioner treats no one any more."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.onboarding.practitioner_logins.practitioner_ending import PractitionerEnding
from tests.builders.calls import member
from tests.builders.clinics.waitlist import choose, entry_of, join, keep_up, waiting
from tests.builders.network import BO, Stage, guarantee_of, set_practitioner, slot_body, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


def test_an_offer_ends_at_once_when_the_clinic_withdraws_its_slot(stage: Stage) -> None:
    entry, slot = waiting(stage, guarantee_of()), slot_body()
    stage.publish(slot)
    keep_up()
    stage.event("slots.withdrawn", {"practitionerKey": stage.key, "keys": [slot["key"]]})
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).passed) == ("waiting", ())
    second = stage.free_slot(starts_at=soon(80))
    keep_up()
    assert entry_of(entry).present_offer().slot_id == second


@pytest.mark.parametrize("minutes", [30, 45])
def test_a_slot_that_replaces_the_offered_one_is_offered_in_its_place(stage: Stage, minutes: int) -> None:
    entry = waiting(stage, guarantee_of())
    slot_id = stage.free_slot()
    keep_up()
    before = entry_of(entry).present_offer()
    slot = slot_body(minutes=minutes)
    span = {"from": slot["startsAt"], "to": slot["endsAt"]}
    answer = stage.event("slots.replaced", {"practitionerKey": stage.key, **span, "slots": [slot]})
    assert answer.status == 202
    keep_up()
    after = entry_of(entry).present_offer()
    assert (after.slot_id, after.hold_id != before.hold_id) == (slot_id, True)
    assert choose(entry, "accept").status == 201


def test_an_offer_stays_while_the_clinic_publishes_other_slots(stage: Stage) -> None:
    entry = waiting(stage, guarantee_of())
    stage.free_slot()
    keep_up()
    before = entry_of(entry)
    stage.free_slot(starts_at=soon(80))
    keep_up()
    assert entry_of(entry) == before


@pytest.mark.parametrize("changes", [{"treatments": ["dietitian"]}, {"insuranceClients": False}])
def test_an_offer_of_a_practitioner_who_no_longer_treats_is_taken_back_and_the_entry_waits(
    stage: Stage, changes: dict[str, Any]
) -> None:
    entry = waiting(stage, guarantee_of())
    stage.free_slot()
    keep_up()
    assert entry_of(entry).status == "offered"
    assert set_practitioner(stage.clinic_id, stage.key, **changes).status == 200
    keep_up()
    assert (entry_of(entry).status, entry_of(entry).passed) == ("waiting", ())


def test_an_entry_at_a_practitioner_who_left_ends_and_one_at_any_waits_on(stage: Stage) -> None:
    named, other = waiting(stage, guarantee_of()), staged("carla")
    anyone = join(guarantee_of(BO), member(BO), postcode="1165").body["waitlistId"]
    elsewhere = waiting(other, guarantee_of())
    PractitionerEnding().run(stage.practitioner_id, "system")
    keep_up()
    known = [(each.status, each.ended_because) for each in map(entry_of, (named, anyone, elsewhere))]
    refused = join(guarantee_of(), practitionerId=stage.practitioner_id)
    assert refused.body["code"] == "treatment-not-offered"
    assert known == [("ended", "practitioner-left"), ("waiting", None), ("waiting", None)]
