"""A practitioner's fee, pause and end, as clinic, network and members see them (F0-21, F1-02, F1-23)."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from helsebro.local_day import local_day
from local.journey.people import StackAddresses, Users, new_cpr
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.network import practitioner_body

PROBLEM = f"problem-{secrets.token_hex(3)}"
"""No other practitioner lists it; who lists none treats it too."""


def test_a_practitioner_pauses_comes_back_and_leaves(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    clinic, member = stack.clinic_system(), Users(stack).member(new_cpr())
    network = Users(stack).staff("network", of_payer=False)
    key, team = f"team-{secrets.token_hex(3)}", f"/v1/clinics/{clinic.clinic_id}/practitioners"
    today = local_day(stack.clock.now(), "DK")
    authorised_since = (today + timedelta(days=30)).isoformat()

    def is_found() -> bool:
        found = member.get(f"/v1/practitioners?problem={PROBLEM}&language=en&limit=100").json()["items"]
        return made.body["practitionerId"] in {each["practitionerId"] for each in found}

    def pause(first: str | None) -> None:
        assert (
            clinic.event("practitioner.changed", {"practitionerKey": key, "pausedFrom": first}).status == 202
        )

    body: dict[str, Any] = practitioner_body(
        problems=[PROBLEM],
        languages=["en"],
        profession="psychologist",
        treatments=["physiotherapy", "psychologist"],
        authorisedSince=authorised_since,
    )
    made = clinic.put(f"{team}/{key}", body)
    assert made.status == 201, made.body
    [own] = [item for item in network.get(f"{team}?limit=100").json()["items"] if item["key"] == key]
    fees = {(fee["treatment"], fee["service"]): fee for fee in own["fees"]}
    assert fees["psychologist", "first"]["changes"]["from"] == authorised_since
    until("the practitioner in the search", is_found)
    pause(today.isoformat())
    until("no practitioner in the pause", lambda: not is_found())
    pause(None)
    until("the practitioner after the pause", is_found)
    assert clinic.send("DELETE", f"{team}/{key}", b"").status == 204
    until("no practitioner after the end", lambda: not is_found())
    slots = member.get(f"/v1/practitioners/{made.body['practitionerId']}/slots").json()
    assert slots["items"] == []
    mine = [
        change
        for change in network.get(f"/v1/clinics/{clinic.clinic_id}/changes?limit=100").json()["items"]
        if change.get("practitionerKey") == key
    ]
    assert [change["type"].partition(".")[2] for change in mine] == [
        "ended",
        "changed",
        "changed",
        "registered",
    ]
