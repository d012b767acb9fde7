"""Claim needs: asks the engine which facts and papers a claim still needs, under the claim's own policy."""

from __future__ import annotations

from datetime import date

from helsebro.claims.claim import Claim
from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.claims.facts.case_needs import with_needs
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tariffs.agreed_fees import agreed_fees, tariff_of
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs


class ClaimNeeds:
    """Reads the cover of a claim and the person's earlier treatments, and asks the engine."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)
        self.benefits, self.tariffs = DynamoBenefits(on), DynamoTariffs(on)

    def renewed(self, claim: Claim) -> Claim:
        """Returns the claim with what it needs today; unchanged when its policy no longer insures anyone."""
        today = local_day(clock.now(), claim.country)
        day = claim.question.treatment.starts_on or today
        covers = self.people.covers_on(claim.payer, claim.person_id, {day}).on[day]
        cover = next((cover for cover in covers if cover.policy_number == claim.policy_number), None)
        if cover is None:
            return claim
        ledger = self.benefits.ledger(claim.payer, claim.person_id).without(claim.claim_id)
        history = ledger.history(claim.question, today)
        return with_needs(claim, cover, today, history, self.network_price(claim, today))

    def network_price(self, claim: Claim, today: date) -> Money | None:
        """Returns the tariff's price of a session in the network; None where no clinic of it may treat."""
        treatment = claim.question.treatment
        if treatment.in_network is False or treatment.type in WITHOUT_CLINIC or treatment.cost is not None:
            return None
        own = self.tariffs.of_profession(claim.payer, treatment.type)
        return tariff_of(agreed_fees(own, claim.payer_country, treatment.type, today))
