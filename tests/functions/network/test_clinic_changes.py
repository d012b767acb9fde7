from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.identity import pseudonym
from tests.builders.calls import ask, event, signed, staff
from tests.builders.clinics.users import SIGNATORY, TREATS, SignedIn, bind
from tests.builders.network import (
    SECRET,
    Stage,
    clinic_practitioners,
    clinics,
    practitioner_body,
    set_practitioner,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
NETWORK = staff("network", payer=None)
AARHUS = {"street": "Åboulevarden 1", "postcode": "8000", "city": "Aarhus", "country": "DK"}


def changes(stage: Stage, query: str = "") -> list[dict[str, Any]]:
    """Returns what the network reads of the clinic's changes, the latest first."""
    answer = ask(clinics(), event("GET", f"/v1/clinics/{stage.clinic_id}/changes{query}", by=NETWORK))
    assert answer.status == 200, answer.body
    items: list[dict[str, Any]] = answer.body["items"]
    return items


def test_the_network_reads_which_fields_a_clinic_changed_and_not_what_they_hold() -> None:
    stage = staged()
    stage.event("clinic.changed", {"phone": "70 99 88 77", "address": AARHUS})
    latest = changes(stage)[0]
    assert {name: latest[name] for name in ("type", "by", "fields", "verifiedAgain")} == {
        "type": "clinic.changed",
        "by": "system",
        "fields": ["phone", "address"],
        "verifiedAgain": ["address"],
    }
    assert "70 99" not in str(latest)


def test_a_practitioners_changes_are_listed_from_registration_to_the_end() -> None:
    stage = staged()
    set_practitioner(stage.clinic_id, stage.key, name="Anna Nord", authorised=False, languages=["da"])
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    ask(clinic_practitioners(), signed("DELETE", path, clinic_id=stage.clinic_id, secret=SECRET))
    ended, changed, registered = changes(stage)
    assert [change["type"] for change in (registered, changed, ended)] == [
        "practitioner.registered",
        "practitioner.changed",
        "practitioner.ended",
    ]
    assert changed["fields"] == ["name", "authorised", "languages"]
    assert changed["verifiedAgain"] == ["name", "authorised"]
    assert (ended["practitionerKey"], ended["fields"]) == (stage.key, [])
    assert {change["practitionerId"] for change in (registered, changed, ended)} == {stage.practitioner_id}


def test_a_report_that_changes_nothing_is_no_change() -> None:
    stage = staged()
    set_practitioner(stage.clinic_id, stage.key)
    stage.event("clinic.changed", {"name": "Klinik Nord"})
    assert [change["type"] for change in changes(stage)] == ["practitioner.registered"]


def test_a_change_says_who_of_the_clinic_made_it() -> None:
    stage = staged(clinic_changes={"signatory_id": pseudonym.person_id("DK", SIGNATORY)})
    bind(stage.clinic_id, TREATS, stage.practitioner_id)
    path = f"/v1/clinics/{stage.clinic_id}/practitioners/{stage.key}"
    for cpr, languages in ((SIGNATORY, ["da"]), (TREATS, ["da", "en"])):
        body = practitioner_body(languages=languages)
        assert ask(clinic_practitioners(), SignedIn(cpr).call("PUT", path, body)).status == 200
    assert [change["by"] for change in changes(stage)] == ["practitioner", "signatory", "system"]


def test_changes_are_read_page_by_page() -> None:
    stage = staged()
    for number in range(3):
        stage.event("clinic.changed", {"name": f"Klinik {number}"})
    assert len(changes(stage, "?limit=3")) == 3
    assert len(changes(stage)) == 4
