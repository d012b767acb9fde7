"""New claim (skadesanmeldelse): what a report says, and the claim that is made from it (F4-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.coverage.question.question import Question
from helsebro.ids import ClaimId
from helsebro.policies.family import fifteenth_birthday
from helsebro.policies.insured import Insured

if TYPE_CHECKING:
    from helsebro.coverage.needed_documents import NeededDocuments

Reporter = Literal["member", "guardian", "holder", "caseworker"]
"""``holder`` holds a mandate to act."""


@dataclass(frozen=True)
class NewClaim:
    """``asked`` is what the person wants covered, ``needed`` the documents that the terms require for it."""

    asked: Question
    description: str
    reporter: Reporter
    needed: NeededDocuments

    def claim(self, insured: Insured, at: datetime, randomness: bytes) -> Claim:
        """Returns the new claim under the person's enrolment; it waits for consent and needed documents.

        The question keeps none of the reported evidence: only accepted documents prove anything.
        """
        asked = self.asked
        question = Question(asked.treatment, asked.cause, asked.condition, event=asked.event)
        is_child = insured.relation == "child"
        return Claim(
            claim_id=ClaimId(ids.mint("clm", insured.payer, randomness)),
            payer=insured.payer,
            person_id=insured.person_id,
            policy_id=insured.policy_id,
            policy_number=insured.policy_number,
            product=insured.product,
            country=insured.country,
            status="awaiting-member",
            reported_at=at,
            version=1,
            treatment_type=asked.treatment.type,
            question=question,
            description=self.description,
            reported_by=self.reporter,
            guardian_id=insured.main_insured_person_id if is_child else None,
            guardian_until=fifteenth_birthday(insured.born_on) if is_child else None,
            documents_needed=self.needed.file_types,
            referral_asked_for=self.needed.referral,
        )
