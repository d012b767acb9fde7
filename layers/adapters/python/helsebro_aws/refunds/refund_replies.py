"""Refund replies: a member's answer to what finance asks about a refund, in words or by a paper (F4-30)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import FactRole
from helsebro.claims.facts.fact_statement import FactStatement
from helsebro.events import Event
from helsebro.ids import ClaimId, DocumentId
from helsebro.refunds.refund import Refund
from helsebro.tasks.news import question_answered
from helsebro.tasks.subject import RefundReview
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class RefundReplies:
    """Takes an answer for a refund when the claim itself has no open question."""

    def __init__(self, on: Tables = tables) -> None:
        self.refunds, self.tasks = DynamoRefunds(on), DynamoTasks(on)

    def taken(self, claim: Claim, said: FactStatement) -> tuple[FactStatement, list[Operation], list[Event]]:
        """Returns what is said of the claim itself, and what a commit needs to store the refund's answer.

        It answers the oldest open question. An answer of staff is not the member's, so it is left as it is.
        """
        if not said.text or said.by == "caseworker" or said.faults or claim.clarification is not None:
            return said, [], []
        refund = self._asked(claim)
        if refund is None:
            return said, [], []
        after = refund.answered(said.text, said.at, said.by)
        return replace(said, text=None), *self._storing(refund, after, said.at)

    def by_paper(
        self, claim: Claim, _file_type: str, document_id: DocumentId, at: datetime, by: FactRole
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what a commit needs so that an accepted paper answers the oldest open question.

        A bill does too: finance often asks for a better one.
        """
        refund = self._asked(claim)
        if refund is None:
            return [], []
        after = refund.answered("", at, by, document_id)
        return self._storing(refund, after, at)

    def were_answered(self, claim_id: ClaimId) -> bool:
        """Returns whether the member has answered a question about a refund of the claim."""
        return any(refund.replies for refund in self.refunds.of_claim(claim_id))

    def _storing(self, before: Refund, after: Refund, at: datetime) -> tuple[list[Operation], list[Event]]:
        answered = question_answered(RefundReview(before.claim_id, before.refund_id), "refunds", at)
        going_on = self.tasks.answered(before.claim_id, before.refund_id, at)
        return [self.refunds.replacement(before, after), *going_on], [answered]

    def _asked(self, claim: Claim) -> Refund | None:
        asked = (refund for refund in self.refunds.of_claim(claim.claim_id) if refund.question)
        return next((refund for refund in asked if refund.decided_at is None), None)
