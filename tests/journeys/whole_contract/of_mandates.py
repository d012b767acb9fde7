"""Calls about mandates that the journey does not make: their lists, and a revocation by phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx

from helsebro import ids
from helsebro_aws.dynamodb.record import instant
from local.journey.people import StackAddresses, User, Users


@dataclass(frozen=True)
class OfMandates:
    """A member of the journey, and the path of one of the member's claims."""

    stack: StackAddresses
    member: User
    claim: str

    def play(self) -> Iterator[httpx.Response]:
        """Yields each answer: the member gives a mandate, and a caseworker revokes it after a call."""
        body = {"holder": {"name": "Bo Østergård"}, "powers": ["contact"]}
        mandate_id = self.member.post(f"{self.claim}/mandates", body).json()["mandateId"]
        mandate = f"{self.claim}/mandates/{mandate_id}"
        caseworker = Users(self.stack, ids.payer_of(self.claim.rpartition("/")[2])).staff("caseworker")
        wordings = caseworker.get("/v1/wordings")
        yield wordings
        told = {
            "how": "phone",
            "textVersion": wordings.json()["mandateRevocation"]["textVersion"],
            "at": instant(self.stack.clock.now()),
        }
        yield caseworker.post(f"{mandate}/revoke", {"evidence": told})
        yield self.member.get(f"{mandate}/acts")
        yield self.member.get("/v1/me/mandates")
