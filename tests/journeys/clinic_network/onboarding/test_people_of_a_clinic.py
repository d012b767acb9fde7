"""A clinic without a system works in the browser: its people publish, book in and report what happened."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

import pytest

from local.journey.people import StackAddresses, User, new_cpr
from local.stack.stack import Stack
from tests.journeys.clinic_network.joining import Joining, accept, signer


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


def publish(person: User, stack: StackAddresses, key: str, place: int, **headers: str) -> Any:
    """Returns the answer to a slot of each service that a person publishes."""
    now = stack.clock.now().replace(microsecond=0)
    slots = []
    for number, service in enumerate(("first", "follow-up")):
        start = now + timedelta(days=20 + place, hours=number)
        end = start + timedelta(minutes=45)
        times = {"startsAt": f"{start:%Y-%m-%dT%H:%M:%SZ}", "endsAt": f"{end:%Y-%m-%dT%H:%M:%SZ}"}
        slots.append({"key": secrets.token_hex(6), "service": service, **times})
    data = {"practitionerKey": key, "slots": slots}
    body = {"type": "slots.published", "timestamp": f"{now:%Y-%m-%dT%H:%M:%SZ}", "data": data}
    return person.post("/v1/clinic-events", body, **headers)


def test_the_people_of_a_clinic_without_a_system_work_in_the_browser(
    stack: StackAddresses, running_stack: Stack
) -> None:
    joining = Joining.begun(stack)
    joining.read_contract()
    assert joining.sign().status_code == 200
    assert joining.consent().status_code == joining.fill_in().status_code == 200
    sofie, other = (joining.set_practitioner(key).json()["practitionerId"] for key in ("sofie", "other"))

    published = publish(joining.signatory, stack, "sofie", 0)
    assert published.status_code == 202, published.text
    assert joining.signatory.get(joining.clinic).json()["status"] == "active"

    assert joining.invite("sofie").json()["status"] == "invited"
    person, accepted = accept(stack, sofie, running_stack.addresses["mailboxUrl"])
    assert accepted.json()["status"] == "bound", accepted.text
    named = {"helsebro-clinic": joining.clinic_id}
    assert publish(person, stack, "sofie", 1, **named).status_code == 202
    assert publish(person, stack, "other", 2, **named).status_code == 422
    assert person.get(joining.clinic).status_code == 200
    assert person.get(f"{joining.clinic}/webhook-endpoints").status_code == 403
    assert person.get("/v1/events", **named).json() == {"items": [], "nextCursor": None}

    stranger = signer(stack, new_cpr())
    assert publish(stranger, stack, "sofie", 3, **named).status_code == 403
    assert joining.signatory.delete(f"{joining.clinic}/practitioners/sofie/user").status_code == 204
    assert person.get(joining.clinic).status_code == 404
    assert other != sofie
