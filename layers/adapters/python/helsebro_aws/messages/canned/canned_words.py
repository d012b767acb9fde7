"""Canned words: a payer's canned answer, filled for one thread in the language of its member."""

from __future__ import annotations

from functools import cache

from helsebro.claims.claim import Claim
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.local_day import local_day
from helsebro.messages.canned_answer import CannedAnswer
from helsebro.messages.thread import Thread
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.messages.canned.dynamo_canned_answers import DynamoCannedAnswers
from helsebro_aws.policies.dynamo_payers import DynamoPayers


class CannedWords:
    """Reads a canned answer and its payer once, and fills it for many threads."""

    def __init__(self, on: Tables = tables) -> None:
        self.answers, payers = DynamoCannedAnswers(on), DynamoPayers(on)
        self.payer_of = cache(payers.find)

    def find(self, payer: str, key: str) -> CannedAnswer:
        """Returns a payer's canned answer. Raises ``BadInput`` for an unknown key."""
        try:
            return self.answers.find(payer, key)
        except NotFound:
            raise BadInput([Fault("/cannedAnswer", "unknown-canned-answer", "")]) from None

    def filled(self, answer: CannedAnswer, thread: Thread, claim: Claim | None) -> str:
        """Returns its text for the thread of a claim, or of an enquiry. Raises ``AnswerNeedsCase``."""
        payer = self.payer_of(thread.payer)
        values = {
            "payer": payer.name,
            "phone": payer.contact.phone,
            "email": payer.contact.email,
            "hours": payer.contact.hours,
        }
        if claim:
            day = local_day(claim.reported_at, claim.country)
            values["reportedOn"] = f"{day.day}.{day.month}.{day.year}"
        return answer.filled(thread.language, values)
