"""Canned reasons: the reason of a denial from a payer's canned answer, in the language of the member."""

from __future__ import annotations

from dataclasses import replace

from helsebro.errors import BadInput
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.messages.canned.canned_words import CannedWords
from helsebro_aws.messages.dynamo_threads import DynamoThreads


class CannedReasons:
    """Fills the reasons of denials."""

    def __init__(self, on: Tables = tables) -> None:
        self.words, self.claims, self.threads = CannedWords(on), DynamoClaims(on), DynamoThreads(on)

    def of(self, task: Task, decision: StaffDecision) -> StaffDecision:
        """Returns the decision with the reason, and with the clause unless it names one.

        The language is that in which the member last wrote, else that of the country. An unknown canned
        answer is a fault of the decision beside the others.
        """
        try:
            answer = self.words.find(task.payer, decision.canned_answer or "")
        except BadInput as unknown:
            return decision.with_faults(*unknown.faults)
        claim = self.claims.find(task.claim_id)
        reason = self.words.filled(answer, self.threads.of_claim(claim), claim)
        return replace(decision, reason=reason, clause=decision.clause or answer.clause)
