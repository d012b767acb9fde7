"""Claim needs: asks the engine which facts and papers a claim still needs, under the claim's own policy."""

from __future__ import annotations

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_needs import with_needs
from helsebro.local_day import local_day
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class ClaimNeeds:
    """Reads the cover of a claim and the person's earlier treatments, and asks the engine."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)
        self.benefits = DynamoBenefits(on)

    def renewed(self, claim: Claim) -> Claim:
        """Returns the claim with what it needs today; unchanged when its policy no longer insures anyone."""
        today = local_day(clock.now(), claim.country)
        day = claim.question.treatment.starts_on or today
        covers = self.people.covers_on(claim.payer, claim.person_id, {day}).on[day]
        cover = next((cover for cover in covers if cover.policy_number == claim.policy_number), None)
        if cover is None:
            return claim
        ledger = self.benefits.ledger(claim.payer, claim.person_id).without(claim.claim_id)
        return with_needs(claim, cover, today, ledger.history(claim.question, today))
