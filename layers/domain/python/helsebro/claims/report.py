"""New claim (skadesanmeldelse): what a report says, and the claim that is made from it (F4-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_fact import CaseFact, FactRole
from helsebro.claims.facts.case_facts import with_facts
from helsebro.claims.facts.statement_faults import more_sessions_than_granted
from helsebro.coverage.asked.asked_fact import UNKNOWN
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.choices_offered import may_state
from helsebro.coverage.asked.fact_values import pointer_of, values_in
from helsebro.coverage.question.question import Question
from helsebro.coverage.trail import WRITTEN_FOR
from helsebro.errors import Fault
from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.ids import ClaimId, PersonId
from helsebro.policies.insured import Insured


@dataclass(frozen=True)
class NewClaim:
    """``asked`` is what the person wants covered, with the facts that they state for it.

    ``home`` is the payer's country, ``unknown`` are the paths of the facts that they do not know.
    """

    asked: Question
    description: str
    reporter: FactRole
    home: str = WRITTEN_FOR
    unknown: tuple[str, ...] = ()

    def faults(self) -> list[Fault]:
        """Returns the faults of too many sessions, and of what others than staff cannot know."""
        found = [*more_sessions_than_granted(self.asked)]
        if self.reporter == "caseworker":
            return found
        return [
            *found,
            *(
                Fault(pointer_of(path), "fact-of-staff", "")
                for path, value in values_in(self.asked, ASKED_FACTS).items()
                if ASKED_FACTS[path].asked_of == "staff" or not may_state(ASKED_FACTS[path], value)
            ),
        ]

    def claim(
        self, insured: Insured, at: datetime, randomness: bytes, guardian_id: PersonId | None = None
    ) -> Claim:
        """Returns the new claim under the person's enrolment, which waits for the member's consent.

        ``guardian_id`` is of the confirmed family of a child, whoever's policy the claim falls under.
        What a paper has to prove is stated, and does not count until then (``case_facts.counts``).
        """
        asked = self.asked
        question = Question(asked.treatment, asked.cause, asked.condition, event=asked.event)
        known = values_in(asked, ASKED_FACTS)
        stated = [
            CaseFact(path, known[path], at, self.reporter) for path in known if path.startswith("evidence.")
        ]
        stated += [CaseFact(path, UNKNOWN, at, self.reporter) for path in self.unknown]
        is_child = insured.relation == "child"
        reported = Claim(
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
            guardian_id=guardian_id if is_child else None,
            guardian_until=fifteenth_birthday(insured.born_on) if is_child else None,
            home=self.home if self.home != WRITTEN_FOR else None,
        )
        return with_facts(reported, stated)
