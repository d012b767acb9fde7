"""Client reaches: reads how the clinic reaches the client of a case (F1-10)."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.claims.claim import Claim
from helsebro.notifications.reached.client_reach import ClientReach, reach_of_child, reach_of_client
from helsebro.notifications.reached.guardians import guardians_of
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock


class ClientReaches:
    """Reads contacts of clients, and of the guardians of those under 15."""

    def __init__(self, on: Tables = tables) -> None:
        self.contacts, self.custodies = DynamoContacts(on), DynamoCustody(on)

    def of(self, claim: Claim, places: Sequence[Insured]) -> ClientReach:
        """Returns how the client of a case is reached; ``places`` are the enrolments at its payer.

        Of a child, only the enrolment of the case may say it: another may hold a stranger's number.
        """
        at = clock.now()
        if not claim.has_guardian(at):
            return reach_of_client(self.contacts.current(claim.person_id, claim.country, places))
        family = self.custodies.find(claim.person_id)
        guardians = [self.contacts.current(each, claim.country) for each in guardians_of(claim, family, at)]
        own = [place for place in places if place.policy_id == claim.policy_id]
        return reach_of_child(guardians, self.contacts.current(claim.person_id, claim.country, own))
