"""Until when it costs nothing to cancel is said before a session is booked (F0-28)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helsebro.network.clinic_details import ClinicDetails
from helsebro_aws.dynamodb.record import instant
from tests.builders import policies
from tests.builders.calls import ask, event, member
from tests.builders.clinics.waitlist import events, keep_up, listed, waiting
from tests.builders.network import ANNA, Stage, guarantee_of, hold, practitioners, soon, staged

pytestmark = pytest.mark.usefixtures("aws")


def strict() -> Stage:
    """Returns a clinic with a notice window of 48 hours."""
    return staged(clinic_changes={"details": ClinicDetails((), ("da",), 48)})


def test_free_slots_and_holds_say_until_when_it_costs_nothing_to_cancel() -> None:
    stage = strict()
    slot_id = stage.free_slot()
    path = f"/v1/practitioners/{stage.practitioner_id}/slots"
    [slot] = ask(practitioners(), event("GET", path, by=member(ANNA))).body["items"]
    held = hold(guarantee_of(), slot_id).body
    late = instant(soon() - timedelta(hours=48))
    assert [(each["noticeHours"], each["lateFrom"]) for each in (slot, held)] == [(48, late)] * 2


def test_an_offer_of_the_waitlist_says_it_with_the_place() -> None:
    stage = strict()
    policies.payer_of()
    policies.enrol(policies.policy_of())
    waiting(stage, guarantee_of())
    stage.free_slot()
    keep_up()
    [offer] = [each["offer"] for each in listed().body["items"]]
    late = instant(soon() - timedelta(hours=48))
    assert (offer["noticeHours"], offer["lateFrom"]) == (48, late)
    assert (offer["clinicName"], offer["clinicPhone"]) == ("Klinik Nord", "70 22 33 44")
    assert (offer["practitionerName"], offer["address"]["street"]) == ("Anna Holm", "Nørregade 1")
    [offered] = events("waitlist.offered")
    assert offered["lateFrom"] == late
