"""A member's search shows what a clinic publishes, withdraws and switches off, some seconds later (F2-05)."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from local.journey.people import StackAddresses, Users, new_cpr
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.network import practitioner_body

PROBLEM = f"problem-{secrets.token_hex(3)}"
"""Only this practitioner treats it."""
SEARCH = f"/v1/practitioners?treatment=craniosacral&problem={PROBLEM}"


def slot(key: str, days: int) -> dict[str, str]:
    """Returns a slot of 45 minutes in so many days."""
    begins = datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)
    ends = begins + timedelta(minutes=45)
    times = {"startsAt": f"{begins:%Y-%m-%dT%H:%M:%SZ}", "endsAt": f"{ends:%Y-%m-%dT%H:%M:%SZ}"}
    return {"key": key, "service": "first", **times}


def test_the_search_follows_the_calendar_and_the_practitioner(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    clinic, member = stack.clinic_system(), Users(stack).member(new_cpr())
    key = f"search-{secrets.token_hex(3)}"

    def first_free(postcode: str = "2100") -> list[Any]:
        """Returns the starts of the first free slots of those who treat the problem."""
        found = member.get(f"{SEARCH}&postcode={postcode}").json()["items"]
        return [item["firstFreeSlot"] and item["firstFreeSlot"]["startsAt"] for item in found]

    body = practitioner_body(treatments=["craniosacral"], problems=[PROBLEM])
    assert clinic.put(f"/v1/clinics/{clinic.clinic_id}/practitioners/{key}", body).status == 201
    until("a practitioner without a slot", lambda: first_free() == [None])
    soon, later = slot("soon", 20), slot("later", 25)
    clinic.publish_slots(key, [later, soon])
    until("the first free slot", lambda: first_free() == [soon["startsAt"]])
    assert first_free("8000") == [soon["startsAt"]]
    clinic.event("slots.withdrawn", {"practitionerKey": key, "keys": ["soon"]})
    until("the next free slot", lambda: first_free() == [later["startsAt"]])
    clinic.event("practitioner.changed", {"practitionerKey": key, "insuranceClients": False})
    until("no one who treats it", lambda: first_free() == [])
