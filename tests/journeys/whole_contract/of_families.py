"""Calls of the routes of families: a second family of a child, which underwriting confirms."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.journey.people import StackAddresses
from tests.journeys.asking import cpr_of_age, member
from tests.journeys.tenants import tenant

CHILD = {
    "name": "Bo Ærø",
    "enrolledOn": "2024-01-01",
    "country": "DK",
    "publicHealthInsurance": True,
    "scheme": "company",
}


def of_families(stack: StackAddresses) -> Iterator[httpx.Response]:
    """Yields the answers of a parent who reads a family, and of underwriting that confirms another."""
    family, cpr = tenant(stack), cpr_of_age(6)
    underwriting = family.staff("underwriting")
    path = f"/v1/policies/{family.policy_id}/insured"
    other_cpr = cpr_of_age(44)
    other = underwriting.post(path, {**CHILD, "cpr": other_cpr, "relation": "employee"}).json()["personId"]
    for main in (family.person_id, other):
        child = {**CHILD, "cpr": cpr, "relation": "child", "mainInsuredPersonId": main}
        child_id = underwriting.post(path, child).json()["personId"]
    yield member(stack, family.cpr).get(f"/v1/families/{child_id}")
    yield underwriting.put(f"/v1/families/{child_id}/guardians/{other}", {"confirmed": True})
