"""The right policy: moves a claim to the policy that insures its cause, when someone changes the cause."""

from __future__ import annotations

from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.coverage.product_head import cause_of
from helsebro.errors import Conflict
from helsebro_aws.claims.claimants import fitting
from helsebro_aws.claims.custody.carrying_places import CarryingPlaces
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class RightPolicy:
    """Reads the person's other policies at the same payer, and only when the cause has changed."""

    def __init__(self, on: Tables = tables) -> None:
        self.people, self.carrying = DynamoPeople(on), CarryingPlaces(on)

    def followed(self, before: Claim, after: Claim) -> Claim:
        """Returns ``after`` under the policy that a new report of it would be under (R-301, R-602).

        It stays under its own when that insures the cause, or no other one of the same payer does. What was
        decided stays as it is. Raises ``Conflict`` when the claim is approved: its guarantee and its sum are
        those of the policy.
        """
        cause = after.question.cause
        if cause == before.question.cause or cause_of(after.product) == cause:
            return after
        covered = self.carrying.among(self.people.covered_at(after.payer, after.person_id))
        if not covered:
            return after
        insured, cover = fitting(covered, after.question)
        if cause_of(cover.product) != cause:
            return after
        if before.status == "approved":
            raise Conflict("approved-under-other-policy")
        return replace(
            after,
            policy_id=insured.policy_id,
            policy_number=insured.policy_number,
            product=insured.product,
        )
