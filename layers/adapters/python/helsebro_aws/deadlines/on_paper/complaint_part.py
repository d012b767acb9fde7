"""Complaint part: what was answered to a complaint, in the words of its route (F3-21, F4-26)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.claims.claim import Claim
from helsebro.ids import ComplaintId
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.notifications.letters.letter_part import LetterPart


def complaint_parts(claim: Claim, about: str, language: str) -> Iterator[LetterPart]:
    """Yields what was answered, and why; nothing for a complaint of another claim, or without an answer.

    ``about`` is the complaint. Raises ``NotFound``.
    """
    complaint, words = DynamoComplaints().find(ComplaintId(about)), part_words(language)
    answer = complaint.answer
    if answer is None or complaint.claim_id != claim.claim_id:
        return
    said = [words[complaint.status], *([answer.reason] if answer.reason else [])]
    yield LetterPart(words["complaint"], tuple(said))
