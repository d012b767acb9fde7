"""Price news: whether the price of a guarantee still follows from the facts of its claim."""

from __future__ import annotations

from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.claims.claim_question import question_of
from helsebro.coverage.engine import assess
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.issue import proposed_price
from helsebro.guarantees.prices.network_price import at_the_network_price
from helsebro.local_day import local_day
from helsebro.tariffs.agreed_fees import agreed_fees, tariff_of
from helsebro.tasks.price_change import PriceChange
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs


class PriceNews:
    """Reads the newest guarantee of a claim, and asks the engine for the price of a session."""

    def __init__(self, on: Tables = tables) -> None:
        self.guarantees, self.people, self.tariffs = DynamoGuarantees(on), DynamoPeople(on), DynamoTariffs(on)

    def of(self, claim: Claim) -> PriceChange | None:
        """Returns the two prices when they differ; None when they do not, or one of them is not known."""
        guarantee = next(reversed(self.guarantees.of_claim(claim.claim_id)), None)
        granted = guarantee.fee_before_extensions if guarantee else None
        if guarantee is None or granted is None:
            return None
        today = local_day(clock.now(), claim.country)
        cover = self.people.cover_under(claim.payer, claim.person_id, claim.policy_number)
        asked = self._at_its_price(claim, guarantee)
        price = proposed_price(asked, assess(question_of(asked, today), cover, today).answer())
        return PriceChange(granted, price) if price and price != granted else None

    def _at_its_price(self, claim: Claim, guarantee: Guarantee) -> Claim:
        """Returns the claim with the tariff's price, if that is what its guarantee promises."""
        fees = guarantee.fees
        if guarantee.settlement == "refund" or tariff_of(fees) is None:
            return claim
        if not all(fee.follows_tariff for fee in fees):
            # They are less what was deducted.
            own = self.tariffs.of_profession(claim.payer, claim.treatment_type)
            fees = agreed_fees(own, claim.payer_country, claim.treatment_type, guarantee.valid_from)
        priced = at_the_network_price(claim.question, claim, fees, claim.answered_at)
        return replace(claim, question=priced)
