"""Practitioners are compared with the register of their country; what differs is decided (F0-21)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from local.clinic.clinic_system import ClinicSystem
from local.journey.people import StackAddresses, Users
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.network import practitioner_body

ADDRESSES = {
    "DK": {"street": "Nørregade 1", "postcode": "1165", "city": "København", "country": "DK"},
    "NO": {"street": "Storgata 1", "postcode": "0155", "city": "Oslo", "country": "NO"},
}


@dataclass(frozen=True)
class Registered:
    """A practitioner of the demo clinic whom a register has as Anna Marie Holm."""

    clinic: ClinicSystem
    country: str
    key: str
    number: str

    @classmethod
    def of(cls, up: Stack, country: str) -> Registered:
        """Puts the person into the register of a country."""
        numbers = {"DK": f"0{secrets.token_hex(2).upper()}", "NO": f"{8_000_000 + secrets.randbelow(10**6)}"}
        person = {"name": "Anna Marie Holm", "profession": "physiotherapist", "isValid": True}
        url = f"{up.addresses['registersUrl']}/people/{country}/{numbers[country]}"
        assert httpx.put(url, json=person).status_code == 204
        clinic = StackAddresses.of(up.addresses).clinic_system()
        return cls(clinic, country, f"register-{secrets.token_hex(3)}", numbers[country])

    @property
    def path(self) -> str:
        """The path of the clinic's practitioners."""
        return f"/v1/clinics/{self.clinic.clinic_id}/practitioners"

    def set_as(self, name: str) -> str:
        """Sets the practitioner under a name; returns the id."""
        given = {"authorisationId": self.number, "address": ADDRESSES[self.country]}
        answer = self.clinic.put(f"{self.path}/{self.key}", practitioner_body(name=name, **given))
        assert answer.status in (200, 201), answer.body
        return str(answer.body["practitionerId"])

    def state(self) -> str:
        """Returns what the clinic reads of the register."""
        items = self.clinic.get(f"{self.path}?limit=100").body["items"]
        return next(str(each["register"]["state"]) for each in items if each["key"] == self.key)


@pytest.mark.parametrize("country", ADDRESSES)
def test_a_practitioner_is_verified_in_the_register_of_the_country(
    running_stack: Stack, country: str
) -> None:
    anna = Registered.of(running_stack, country)
    anna.set_as("Anna Holm")
    until("a verified practitioner", lambda: anna.state() == "verified")


def test_a_name_that_differs_is_the_network_teams_to_decide(running_stack: Stack) -> None:
    anna = Registered.of(running_stack, "DK")
    network = Users(StackAddresses.of(running_stack.addresses)).staff("network", of_payer=False)
    practitioner_id = anna.set_as("Anna Jensen")

    def task() -> Any:
        items = network.get("/v1/tasks?queue=network&limit=100").json()["items"]
        return next(
            (each for each in items if each["subject"].get("practitionerId") == practitioner_id), None
        )

    asked = until("the task of the network team", task)
    assert asked["reason"] == "authorisation-unverified"
    assert asked["register"] == {"state": "mismatch", "differs": ["name"]}
    assert anna.state() == "mismatch"
    decision = {"decision": "approve", "reason": "Married, certificate seen"}
    match = {"if-match": f'"{asked["version"]}"'}
    answer = network.post(f"/v1/tasks/{asked['taskId']}/decision", decision, **match)
    assert answer.status_code == 200, answer.text
    assert (anna.state(), task()) == ("verified", None)
