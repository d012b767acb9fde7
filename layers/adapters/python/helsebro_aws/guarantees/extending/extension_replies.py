"""Extension replies: a member's answer to a question about an extension, in words or by a paper (F4-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import FactRole
from helsebro.claims.facts.fact_statement import FactStatement
from helsebro.events import Event
from helsebro.guarantees.extension import Extension
from helsebro.ids import ClaimId, DocumentId
from helsebro.tasks.news import question_answered
from helsebro.tasks.subject import ExtensionReview
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class ExtensionReplies:
    """Takes an answer for an extension when the claim itself has no open question."""

    def __init__(self, on: Tables = tables) -> None:
        self.extensions, self.tasks = DynamoExtensions(on), DynamoTasks(on)

    def taken(self, claim: Claim, said: FactStatement) -> tuple[FactStatement, list[Operation], list[Event]]:
        """Returns what is said of the claim itself, and what a commit needs to store the extension's answer.

        It answers the oldest open question. An answer of staff is not the member's, so it is left as it is.
        """
        if not said.text or said.by == "caseworker" or said.faults or claim.clarification is not None:
            return said, [], []
        extension = self._asked(claim)
        if extension is None:
            return said, [], []
        after = extension.answered(said.text, said.at, said.by)
        return replace(said, text=None), *self._storing(extension, after, said.at)

    def by_paper(
        self, claim: Claim, file_type: str, document_id: DocumentId, at: datetime, by: FactRole
    ) -> tuple[list[Operation], list[Event]]:
        """Returns what a commit needs so that an accepted paper, but no bill, answers the oldest question."""
        extension = self._asked(claim) if file_type != "invoice" else None
        if extension is None:
            return [], []
        after = extension.answered("", at, by, document_id)
        return self._storing(extension, after, at)

    def were_answered(self, claim_id: ClaimId) -> bool:
        """Returns whether the member has answered a question about an extension of the claim."""
        return any(extension.replies for extension in self.extensions.of_claim(claim_id))

    def _storing(
        self, before: Extension, after: Extension, at: datetime
    ) -> tuple[list[Operation], list[Event]]:
        subject = ExtensionReview(before.claim_id, before.extension_id, before.guarantee_id)
        answered = question_answered(subject, "extensions", at)
        going_on = self.tasks.answered(before.claim_id, before.extension_id, at)
        return [self.extensions.replacement(before, after), *going_on], [answered]

    def _asked(self, claim: Claim) -> Extension | None:
        asked = (extension for extension in self.extensions.of_claim(claim.claim_id) if extension.question)
        return next((extension for extension in asked if extension.decision is None), None)
