"""Holders: where the answer to who wrote under a mandate goes (F4-18, F4-42)."""

from __future__ import annotations

from dataclasses import replace

from helsebro.ids import ClaimId, PersonId
from helsebro.local_day import local_day
from helsebro.notifications.addressee import Addressee
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_mandates import DynamoMandates
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock

BY_LINK = frozenset({"email", "sms"})
"""A holder has a login. Digital post needs the number of an enrolment, and a holder may have none."""


class Holders:
    """Reads who holds a mandate in a case."""

    def __init__(self, on: Tables = tables) -> None:
        self.claims, self.mandates = DynamoClaims(on), DynamoMandates(on)

    def reached(self, claim_id: ClaimId, known: Addressee) -> Addressee | None:
        """Returns the holder as known here, else at the address that the giver of the mandate wrote.

        None once the mandate is over, and for a holder of whom no address is known. Raises ``NotFound``,
        ``Unavailable``.
        """
        claim, person_id = self.claims.find(claim_id), PersonId(known.recipient)
        today = local_day(clock.now(), claim.country)
        held = [
            each for each in claim.mandates if each.is_in_force(today) and each.allows(person_id, "contact")
        ]
        if not held:
            return None
        own = {channel: to for channel, to in known.addresses.items() if channel in BY_LINK}
        if own:
            return replace(known, addresses=own, letters_only=False)
        for _, holder in self.mandates.kept(claim_id, held):
            if holder.email:
                return replace(known, addresses={"email": holder.email}, letters_only=False)
        return None
