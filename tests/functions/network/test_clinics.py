from __future__ import annotations

from typing import Any, get_args

import pytest

from helsebro.calendars.subscriptions.calendar_fault import CalendarFault, fault_texts
from helsebro.ids import PractitionerId
from helsebro.network.clinic import Checklist
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, member, staff
from tests.builders.clinics.calendars import GivenCalendar, reading, subscribe
from tests.builders.clinics.contracts import BO, METTE
from tests.builders.clinics.users import bind
from tests.builders.network import SECRET, Stage, clinic, clinics, set_practitioner, slot_body, soon, staged

pytestmark = pytest.mark.usefixtures("aws")
NETWORK = staff("network", payer=None)


def read(clinic_id: str, by: dict[str, Any]) -> Any:
    return ask(clinics(), event("GET", f"/v1/clinics/{clinic_id}", by=by))


def test_the_clinics_system_and_the_network_read_the_checklist() -> None:
    stage = staged()
    own, seen = stage.get(f"/v1/clinics/{stage.clinic_id}"), read(stage.clinic_id, NETWORK)
    assert (own.status, seen.status) == (200, 200)
    assert own.body == seen.body
    assert list(own.body["checklist"]) == [
        "applied",
        "systemConnected",
        "contractSigned",
        "detailsFilled",
        "servicesPublished",
        "active",
    ]


def test_no_secret_of_a_clinic_is_ever_shown() -> None:
    stage = staged()
    assert "ecret" not in str(read(stage.clinic_id, NETWORK).body)


def test_another_clinic_and_another_member_get_the_404_of_an_unknown_clinic() -> None:
    stage, other = staged(), staged("other")
    assert other.get(f"/v1/clinics/{stage.clinic_id}").status == 404
    statuses = [read(clinic_id, member()).status for clinic_id in (stage.clinic_id, "cli_unknown")]
    assert statuses == [404, 404]


def test_staff_of_a_payer_cannot_read_a_clinic() -> None:
    assert read(staged().clinic_id, staff("caseworker")).status == 403


def test_a_clinic_goes_live_once_both_services_are_published_and_not_before() -> None:
    at = clock.now()
    waiting = {
        "status": "applied",
        "checklist": Checklist(at, at, at, at),
        "first_published_at": None,
        "follow_up_published_at": None,
    }
    stage = staged(clinic_changes=waiting)
    path = f"/v1/clinics/{stage.clinic_id}"
    stage.publish(slot_body())
    one = stage.get(path).body
    assert (one["status"], one["checklist"]["servicesPublished"]) == ("applied", None)
    stage.publish(slot_body(soon(80), service="follow-up"))
    both = stage.get(path).body
    assert both["status"] == "active"
    assert both["checklist"]["servicesPublished"] == both["checklist"]["active"] is not None


def test_both_services_do_not_make_a_clinic_live_without_a_signed_contract() -> None:
    at = clock.now()
    unsigned = {
        "status": "applied",
        "checklist": Checklist(applied=at, system_connected=at, details_filled=at),
        "first_published_at": None,
        "follow_up_published_at": None,
    }
    stage = staged(clinic_changes=unsigned)
    stage.publish(slot_body(), slot_body(soon(80), service="follow-up"))
    shown = stage.get(f"/v1/clinics/{stage.clinic_id}").body
    assert (shown["status"], shown["checklist"]["active"]) == ("applied", None)


def test_registering_a_clinic_again_changes_nothing() -> None:
    registered = clinic()
    for _ in range(2):
        DynamoClinics().register(registered, SECRET)
    assert DynamoClinics().find(registered.clinic_id) == registered


def failing(stage: Stage) -> Stage:
    """Returns the stage whose practitioner's own calendar cannot be read."""
    assert subscribe(stage).status == 200
    assert reading(GivenCalendar(fault="not-found")).run(stage.practitioner_id) == "failed"
    return stage


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_a_clinic_sees_with_itself_how_its_calendars_are_read(language: str) -> None:
    stage = failing(staged())
    other = set_practitioner(stage.clinic_id, "bo").body["practitionerId"]
    call = event("GET", f"/v1/clinics/{stage.clinic_id}", by=NETWORK, headers={"accept-language": language})
    [calendar] = ask(clinics(), call).body["calendars"]
    assert calendar.pop("failingSince")
    assert calendar == {
        "practitionerId": stage.practitioner_id,
        "key": stage.key,
        "state": "failing",
        "fetchedAt": None,
        "fault": "not-found",
        "faultText": fault_texts()["not-found"][language],
    }
    assert stage.get(f"/v1/clinics/{stage.clinic_id}").body["calendars"][0]["fault"] == "not-found"
    assert other not in str(calendar)


def test_a_practitioner_sees_the_own_calendar_only() -> None:
    stage = failing(staged())
    second = PractitionerId(set_practitioner(stage.clinic_id, "bo").body["practitionerId"])
    for cpr, practitioner_id in ((METTE, stage.practitioner_id), (BO, second)):
        bind(stage.clinic_id, cpr, practitioner_id)
    seen = [read(stage.clinic_id, member(cpr)).body for cpr in (METTE, BO)]
    assert [len(clinic.get("calendars", ())) for clinic in seen] == [1, 0]


def test_a_clinic_with_a_system_or_without_calendars_shows_none() -> None:
    with_system = staged(clinic_changes={"clinic_system": "compugroup"})
    for stage in (with_system, staged()):
        assert "calendars" not in read(stage.clinic_id, NETWORK).body


def test_every_fault_of_a_calendar_has_its_words() -> None:
    assert {*fault_texts()} == {*get_args(CalendarFault)}
    assert all({*texts} == {"da", "nb", "en"} for texts in fault_texts().values())
