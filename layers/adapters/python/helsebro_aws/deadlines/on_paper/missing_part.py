"""Missing part: what a claim waits for, and how to give it without a login (F4-07, F4-35)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from helsebro.claims.claim import Claim
from helsebro.claims.explained.needs_in_words import needs_in_words, paper_in_words
from helsebro.coverage.texts.person_of_address import PersonOfAddress
from helsebro_aws.claims.dynamo_claims import question_item
from helsebro_aws.claims.facts_view import asked_shown
from helsebro_aws.claims.guidance.guidance_view import lacking_papers_shown
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.notifications.letters.letter_part import LetterPart


def missing_parts_on_paper(
    claim: Claim, reader: PersonOfAddress, at: datetime, language: str, answer: str, post_to: str
) -> Iterator[LetterPart]:
    """Yields what the claim waits for, its questions in words, and how to get each paper.

    ``answer`` says how to answer, ``post_to`` is where the payer gets letters.
    """
    if not claim.missing:
        return
    words = part_words(language)
    needs = "\n".join(f"– {need}" for need in needs_in_words(claim, language))
    consent = (words["consent"],) if "consent" in claim.missing else ()
    yield LetterPart(words["needs"], (needs, *consent))
    rows = [row for row in asked_rows(claim, reader, language) if row["required"]]
    if rows:
        yield LetterPart(words["unanswered"], (*(str(row["question"]) for row in rows), answer))
    for paper in lacking_papers_shown(claim, at, language, post_to):
        name = paper_in_words(claim, paper["fileType"], language)
        yield LetterPart(words["paper"].format(paper=name), (*paper["withoutLogin"], *paper["notes"]))


def asked_rows(claim: Claim, reader: PersonOfAddress, language: str) -> list[dict[str, Any]]:
    """Returns the open questions that the member can answer, papers aside."""
    rows = asked_shown(
        claim, question_item(claim.question), language, "self" if reader == "self" else "other"
    )
    return [row for row in rows if row["askedOf"] == "member" and row["answerKind"] != "paper"]
