"""Payers for single tests: each has its own staff, policy and family, so that tests share no data."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from local.journey.payer_numbers import gln_of
from local.journey.people import StackAddresses
from tests.journeys.asking import Asker, cpr_of_age, member, staff

CLAIM = {
    "cause": "leisure",
    "condition": {"category": "injury", "arisenOn": "2026-11-02", "chronic": False},
    "treatment": {"type": "physiotherapy", "cost": {"amount": "400.00", "currency": "DKK"}},
    "description": "Twisted a knee",
}
PAYER = {
    "name": "Contract Insurance",
    "kind": "insurer",
    "country": "DK",
    "currency": "DKK",
    "contact": {"email": "a@example.org", "phone": "70112020", "hours": "8-16"},
}
POLICY = {
    "product": "SF1706",
    "policyholder": {"name": "Nordlys ApS", "cvr": "10150817"},
    "effectiveFrom": "2024-01-01",
    "policyYearStart": "01-01",
    "modules": ["health", "physical", "psychology"],
    "annualSum": {"amount": "500000.00", "currency": "DKK"},
}


@dataclass(frozen=True)
class Tenant:
    """A payer with its staff, a policy and a family: a parent and children of 8, 14 and 16."""

    stack: StackAddresses
    payer: str
    policy_id: str
    cpr: str
    person_id: str
    parent: Asker
    children: dict[int, str]

    def staff(self, *roles: str) -> Asker:
        return staff(self.stack, self.payer, *roles)


def tenant(stack: StackAddresses) -> Tenant:
    payer, cpr = f"c-{secrets.token_hex(4)}", cpr_of_age(41)
    registered = {**PAYER, "gln": gln_of(payer)}
    assert staff(stack, None, "platform").put(f"/v1/payers/{payer}", registered).status_code == 201
    underwriting = staff(stack, payer, "underwriting")
    policy_id = underwriting.post("/v1/policies", {"number": f"{payer}-1", **POLICY}).json()["policyId"]

    def insure(number: str, relation: str, **main: str) -> str:
        person = {"cpr": number, "name": "Åse Ærø", "enrolledOn": "2024-01-01", "country": "DK", **main}
        body = {**person, "publicHealthInsurance": True, "relation": relation, "scheme": "company"}
        return str(underwriting.post(f"/v1/policies/{policy_id}/insured", body).json()["personId"])

    parent = insure(cpr, "employee")
    children = {age: insure(cpr_of_age(age), "child", mainInsuredPersonId=parent) for age in (8, 14, 16)}
    return Tenant(stack, payer, policy_id, cpr, parent, member(stack, cpr), children)
