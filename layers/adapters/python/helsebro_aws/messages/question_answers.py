"""Question answers: a message that answers what the staff asked about a case (F4-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import FactRole
from helsebro.claims.facts.fact_statement import FactStatement
from helsebro.events import Event
from helsebro.messages.message import AnsweredQuestion
from helsebro_aws.claims.claim_needs import ClaimNeeds
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.guarantees.extending.extension_replies import ExtensionReplies
from helsebro_aws.refunds.refund_replies import RefundReplies


class RepliesTo(Protocol):
    """What takes an answer in words, for a refund or an extension."""

    def taken(self, claim: Claim, said: FactStatement) -> tuple[FactStatement, list[Operation], list[Event]]:
        """Returns what is left to say of the claim, and what stores the answer."""


@dataclass(frozen=True)
class QuestionAnswered:
    """``to`` is what was asked about; None when nothing was asked, or the words are not all that was asked.

    ``claim`` is the claim afterwards: the same one, unless its own question was answered.
    """

    claim: Claim
    to: AnsweredQuestion | None = None
    operations: Sequence[Operation] = ()
    events: Sequence[Event] = ()


class QuestionAnswers:
    """Takes words as the answer to the claim's open question, else a refund's, else an extension's."""

    def __init__(self, on: Tables = tables) -> None:
        self.needs = ClaimNeeds(on)
        self.others: tuple[tuple[AnsweredQuestion, RepliesTo], ...] = (
            ("refund", RefundReplies(on)),
            ("extension", ExtensionReplies(on)),
        )

    def taken(self, claim: Claim, text: str, by: FactRole, at: datetime) -> QuestionAnswered:
        """Returns what the words answer.

        A question by facts needs the facts: the words are kept with the claim, and it waits on.
        """
        said = FactStatement((), by, at, text=text)
        if claim.clarification is not None:
            after = said.of(claim, self.needs.renewed)
            is_answered = after.status != "clarifying" or after.has_news
            return QuestionAnswered(after, "claim" if is_answered else None)
        for name, replies in self.others:
            _, operations, events = replies.taken(claim, said)
            if operations:
                return QuestionAnswered(claim, name, operations, events)
        return QuestionAnswered(claim)
