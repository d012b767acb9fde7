"""Question part: what the staff ask, in words, and how to answer by phone or letter (F4-08)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.claims.claim import Claim
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro.guarantees.extension import Extension
from helsebro.ids import RefundId
from helsebro_aws.deadlines.on_paper.missing_part import asked_rows
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.notifications.letters.letter_part import LetterPart
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.refunds.open_questions import open_questions


def question_parts(
    claim: Claim, about: str, reader: PersonOfAddress, language: str, answer: str
) -> Iterator[LetterPart]:
    """Yields the open question about the claim, or about the refund or extension that ``about`` names.

    None once it is answered. ``answer`` says how to answer.
    """
    if about.startswith("ref_"):
        asked = _of_refund(claim, about, reader, language)
    elif about.startswith("ext_"):
        asked = [known.question for known in _extensions(claim) if known.extension_id == about]
    else:
        asked = _of_claim(claim, reader, language)
    told = [question for question in asked if question]
    if told:
        yield LetterPart(part_words(language)["question"], (*told, answer))


def _of_claim(claim: Claim, reader: PersonOfAddress, language: str) -> list[str | None]:
    asked = claim.clarification
    if asked is None or any(reply.at >= asked.decided_at for reply in claim.replies):
        return []
    rows = [row for row in asked_rows(claim, reader, language) if row["path"] in claim.asked_again]
    return [asked.question, *(str(row["question"]) for row in rows)]


def _of_refund(claim: Claim, about: str, reader: PersonOfAddress, language: str) -> list[str | None]:
    refund = DynamoRefunds().find(RefundId(about))
    if refund.claim_id != claim.claim_id or refund.decided_at:
        return []
    return [refund.question, *open_questions(refund, claim, language, reader).values()]


def _extensions(claim: Claim) -> Iterator[Extension]:
    return (known for known in DynamoExtensions().of_claim(claim.claim_id) if known.decision is None)
