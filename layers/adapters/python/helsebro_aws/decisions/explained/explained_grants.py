"""The guarantees and extensions that an explanation of a claim speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.guarantees.explained.granted_already import is_granted_already, may_hold_it
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock

UNDECIDED = ("received", "in-review")
OTHER_CLAIMS = 50
"""How many of a person's claims are looked through, the newest first."""


@dataclass(frozen=True)
class ExplainedGrants:
    """Reads what a claim was granted, and where else."""

    claims: DynamoClaims = field(default_factory=DynamoClaims)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)
    extensions: DynamoExtensions = field(default_factory=DynamoExtensions)

    def guarantee_of(self, claim: Claim) -> Guarantee | None:
        """Returns the guarantee of an approved claim; None until it is issued."""
        if claim.status != "approved":
            return None
        return next(reversed(self.guarantees.of_claim(claim.claim_id)), None)

    def open_extensions(self, claim: Claim) -> list[Extension]:
        """Returns the extensions that were asked for and are not decided."""
        return [asked for asked in self.extensions.of_claim(claim.claim_id) if asked.status in UNDECIDED]

    def refused_of(self, claim: Claim) -> Extension | None:
        """Returns the newest extension if it was denied; another that was asked for since takes its place."""
        newest = next(reversed(self.extensions.of_claim(claim.claim_id)), None)
        return newest if newest and newest.status == "denied" else None

    def elsewhere(self, claim: Claim, caller: Caller) -> Guarantee | None:
        """Returns the guarantee of another claim that holds what was denied, to who may see that too."""
        if not is_granted_already(claim):
            return None
        others, _ = self.claims.page(claim.payer, claim.person_id, OTHER_CLAIMS, None)
        at = clock.now()
        seen = [other for other in may_hold_it(claim, others) if other.may_be_read_by(caller, at)]
        for other in seen:
            for guarantee in self.guarantees.of_claim(other.claim_id):
                if guarantee.status_on(local_day(at, guarantee.country)) == "active":
                    return guarantee
        return None
