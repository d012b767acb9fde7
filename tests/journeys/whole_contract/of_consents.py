"""Calls of the routes of consents."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from helsebro import ids
from helsebro_aws.dynamodb.record import instant
from local.journey.people import StackAddresses, User, Users


def of_consents(stack: StackAddresses, member: User, claim: str) -> Iterator[httpx.Response]:
    """Yields the answers to a member who decides on the consents, and reads what each says."""
    yield member.get(f"{claim}/consent/receipt")
    to_clinic = f"{claim}/consent/clinics/{stack.clinic_id}"
    yield member.put(to_clinic, {"given": True})
    yield member.get(to_clinic)
    yield member.get(f"{to_clinic}/receipt")
    yield member.delete(to_clinic)
    yield member.put(to_clinic, {"given": True})
    yield member.put("/v1/me/consent", {"kind": "network-contact", "given": True})
    yield member.get("/v1/me/consents/network-contact/receipt")
    yield member.get("/v1/me/consents")
    yield member.delete("/v1/me/consent?kind=network-contact")
    yield member.get("/v1/consent-texts?kind=case")
    caseworker = Users(stack, ids.payer_of(claim.rpartition("/")[2])).staff("caseworker")
    told = {
        "how": "letter",
        "textVersion": caseworker.get("/v1/wordings").json()["generalConsent"]["textVersion"],
        "at": instant(stack.clock.now()),
    }
    yield caseworker.put(f"{claim}/consent/personal/general", {"given": True, "evidence": told})
    yield caseworker.get(f"{claim}/consent/personal")
