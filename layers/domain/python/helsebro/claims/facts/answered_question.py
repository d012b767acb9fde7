"""Answered question: a claim with the member's answer to its open question (F4-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import FactRole, MemberReply
from helsebro.ids import DocumentId


def with_answer(
    claim: Claim, text: str, at: datetime, by: FactRole, document_id: DocumentId | None = None
) -> Claim:
    """Returns the claim with an answer, whose ``text`` is empty when facts or a paper answer alone.

    It is the same claim when no question is open.
    """
    asked = claim.clarification
    if asked is None:
        return claim
    question, paths = asked.question or "", asked.facts or ()
    reply = MemberReply(question, text, at, by, paths, document_id, asked.decided_at)
    return replace(claim, replies=(*claim.replies, reply))
