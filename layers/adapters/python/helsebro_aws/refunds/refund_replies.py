"""Refund replies: a member's answer in words to what finance asks about a refund (F4-30)."""

from __future__ import annotations

from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.claims.facts.fact_statement import FactStatement
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds


class RefundReplies:
    """Takes an answer for a refund when the claim itself has no open question."""

    def __init__(self, on: Tables = tables) -> None:
        self.refunds = DynamoRefunds(on)

    def taken(self, claim: Claim, said: FactStatement) -> tuple[FactStatement, list[Operation]]:
        """Returns what is said of the claim itself, and the operations that store the answer on the refund.

        It answers the oldest open question. An answer of staff is not the member's, so it is left as it is.
        """
        if not said.text or said.by == "caseworker" or said.faults or claim.clarification is not None:
            return said, []
        asked = (refund for refund in self.refunds.of_claim(claim.claim_id) if refund.question)
        refund = next((refund for refund in asked if refund.decided_at is None), None)
        if refund is None:
            return said, []
        after = refund.answered(said.text, said.at, said.by)
        return replace(said, text=None), [self.refunds.replacement(refund, after)]
