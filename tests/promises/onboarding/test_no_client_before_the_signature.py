"""No client reaches a clinic before its contract is signed, by any path (F0-06).

The clinic here has done everything else: practitioners, free slots, an endpoint for webhooks. Each path is
also tried at the same clinic once it is active, so that none is refused for another reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from functions.webhooks.webhook_endpoints.handler import handler as webhook_endpoints

from helsebro.network.clinic import Checklist
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, signed
from tests.builders.claims import outbox_rows
from tests.builders.decisions import approval, claim_in_review, decide, insured_anna, task_of
from tests.builders.network import (
    ANNA,
    SECRET,
    Stage,
    book,
    guarantee_of,
    hold,
    practitioners,
    refresh_search,
    slot_body,
    soon,
    staged,
)

pytestmark = pytest.mark.usefixtures("aws")
TREATMENT = "chiropractic"


def endpoint_at(stage: Stage) -> int:
    """Returns the status of creating an endpoint for webhooks."""
    path = f"/v1/clinics/{stage.clinic_id}/webhook-endpoints"
    body = {"url": "https://clinic.example/hooks", "events": ["*"]}
    sent = signed("POST", path, clinic_id=stage.clinic_id, secret=SECRET, body=body)
    return ask(webhook_endpoints, sent).status


def unsigned() -> Stage:
    """Returns a clinic that has done every step but the signature, with a free slot.

    Its endpoint is from before endpoints needed the signature.
    """
    stage, at = staged(treatments=[TREATMENT, "physiotherapy", "chiropractic"]), clock.now()
    assert stage.publish(slot_body(soon(72)), slot_body(soon(80), service="follow-up")).status == 202
    assert endpoint_at(stage) == 201
    signed_one = DynamoClinics().find(stage.clinic_id)
    checklist = Checklist(at, at, None, at, at)
    changed = replace(signed_one, status="applied", checklist=checklist, version=signed_one.version + 1)
    DynamoClinics().change(signed_one, changed)
    assert endpoint_at(stage) == 409
    return stage


def activate(stage: Stage) -> None:
    """Makes the clinic active, as its signature does."""
    before = DynamoClinics().find(stage.clinic_id)
    DynamoClinics().change(before, replace(before, status="active", version=before.version + 1))


def get(path: str) -> Answered:
    return ask(practitioners(), event("GET", path, by=member(ANNA)))


def search(stage: Stage) -> bool:
    """Whether a member finds the clinic."""
    refresh_search()
    found = get(f"/v1/practitioners?treatment={TREATMENT}&limit=100").body["items"]
    return stage.clinic_id in {each["clinicId"] for each in found}


def list_slots(stage: Stage) -> bool:
    """Whether a member sees free slots."""
    return bool(get(f"/v1/practitioners/{stage.practitioner_id}/slots").body["items"])


def slot_of(stage: Stage) -> str:
    """Returns the id of the free slot of a first session."""
    from helsebro.ids import slot_id

    return slot_id(stage.practitioner_id, soon(72))


def booking(stage: Stage) -> bool:
    """Whether a member can book."""
    return book(guarantee_of(), slot_of(stage)).status == 201


def placed_hold_then_booking(stage: Stage) -> bool:
    """Whether a member who holds a slot can book it."""
    guarantee = guarantee_of()
    held = hold(guarantee, slot_of(stage))
    body = {"holdId": held.body["holdId"]} if held.status == 201 else {}
    return book(guarantee, slot_of(stage), **body).status == 201


def grant_of_clinic(stage: Stage) -> bool:
    """Whether staff can grant sessions at the clinic."""
    insured_anna()
    return decide(task_of(claim_in_review()), approval(clinicId=stage.clinic_id)).status == 200


def grant_of_practitioner(stage: Stage) -> bool:
    """Whether staff can grant sessions with the practitioner."""
    insured_anna()
    return decide(task_of(claim_in_review()), approval(practitionerId=stage.practitioner_id)).status == 200


PATHS = (search, list_slots, booking, placed_hold_then_booking, grant_of_clinic, grant_of_practitioner)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
def test_no_client_reaches_a_clinic_before_the_signature(path: Callable[[Stage], bool], aws: Any) -> None:
    stage = unsigned()
    assert not path(stage)
    about = [row for row in outbox_rows(aws, "booking.created") if row["clinicId"]["S"] == stage.clinic_id]
    assert about == [], "no webhook tells the clinic of a client"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__)
def test_control_the_same_path_leads_to_the_clinic_once_it_is_active(path: Callable[[Stage], bool]) -> None:
    stage = unsigned()
    activate(stage)
    assert path(stage)
