"""Other guardians: who is told when one guardian of a child decides in a case (F4-20)."""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.claim_events import GuardianDecision, other_guardians_told
from helsebro.events import Event
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody


class OtherGuardians:
    """Reads the family of a child whose guardian decides."""

    def __init__(self, on: Tables = tables) -> None:
        self.custodies = DynamoCustody(on)

    def told(self, claim: Claim, decided_by: str, what: GuardianDecision, at: datetime) -> list[Event]:
        """Returns the events to commit with the decision; what a person decides alone costs no read."""
        if decided_by == claim.person_id:
            return []
        return other_guardians_told(claim, self.custodies.find(claim.person_id), decided_by, what, at)
