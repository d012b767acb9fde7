"""Calls of the routes of complaints."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from local.journey import insurance
from local.journey.people import User, Users
from local.journey.steps import Journey
from tests.journeys.complaints.played import STANDS, answer, complain, deny


def of_complaints(users: Users, member: User) -> Iterator[httpx.Response]:
    """Yields the answers to a member who complains twice about a denial and reads the form for the board."""
    journey = Journey(lambda _: None)
    claim_id = insurance.report(journey, member)
    insurance.consent_and_upload(journey, member, claim_id)
    deny(users.staff("caseworker"), claim_id)
    for step, by in (
        ("department", users.staff("caseworker", person="second")),
        ("quality", users.staff("quality")),
    ):
        made = complain(member, claim_id, step)
        yield made
        answer(by, made.json()["complaintId"], STANDS)
    yield member.get(f"/v1/claims/{claim_id}/complaints")
    yield member.get(f"/v1/claims/{claim_id}/complaints/board-form")
