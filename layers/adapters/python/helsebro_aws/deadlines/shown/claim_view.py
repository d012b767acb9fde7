"""A claim in answers, with its deadlines, facts and next steps in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from helsebro.claims.explained.reader import reader_of_claim
from helsebro_aws.claims.dynamo_claims import question_item
from helsebro_aws.claims.facts_view import asked_shown, facts_shown, replies_shown
from helsebro_aws.claims.urgent.safety_view import claim_safety
from helsebro_aws.deadlines.shown.clock_titles import title_of
from helsebro_aws.decisions.trail_view import determination_shown
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.problems import texts
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.coverage.texts.fact_texts import Of
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.deadlines.shown_deadline import ShownDeadline
    from helsebro.ids import PersonId
    from helsebro_aws.complaints.next_steps_view import NextStepsShown
    from helsebro_aws.tasks.determination_answer import DeterminationAnswer

FactsView = Callable[["Claim", Mapping[str, Any], str, "Of"], list[dict[str, Any]]]


def claim_shown(
    claim: Claim, deadlines: Iterable[ShownDeadline], steps: NextStepsShown, reader: PersonId
) -> dict[str, Any]:
    """Returns a claim with all its facts; ``steps`` has the language, ``reader`` is empty for staff."""
    return _shown(claim, deadlines, steps, facts_shown, reader)


def listed_claim(
    claim: Claim, deadlines: Iterable[ShownDeadline], steps: NextStepsShown, reader: PersonId
) -> dict[str, Any]:
    """Returns a claim of a list: of its facts only those that are asked for."""
    return _shown(claim, deadlines, steps, asked_shown, reader)


def _shown(
    claim: Claim,
    deadlines: Iterable[ShownDeadline],
    steps: NextStepsShown,
    facts: FactsView,
    reader: PersonId,
) -> dict[str, Any]:
    question, who = question_item(claim.question), reader_of_claim(claim, reader, clock.now())
    asked = {name: part for name, part in question.items() if name != "evidence"}
    return {
        "claimId": claim.claim_id,
        "personId": claim.person_id,
        "policyNumber": claim.policy_number,
        "product": claim.product,
        "status": claim.status,
        "reportedAt": to_item(claim.reported_at),
        "reportedBy": claim.reported_by,
        **asked,
        "description": claim.description,
        "missing": list(claim.missing),
        "documentsNeeded": list(claim.documents_needed),
        "facts": facts(claim, question, steps.language, "self" if who == "self" else "other"),
        "replies": replies_shown(claim, steps.language),
        "deadlines": [
            {**to_item(deadline), "title": title_of(deadline.kind, steps.language)} for deadline in deadlines
        ],
        "decision": _decision(claim, steps.language, who),
        "earlierDecisions": [
            determination_shown(made, claim.product, steps.language, who) for made in claim.earlier_decisions
        ],
        "clarification": _clarification(claim),
        "nextSteps": steps.of_claim(claim, who),
        "delay": _delay(claim, steps.language),
        "triage": _triage(claim),
        "version": claim.version,
        **claim_safety(claim, steps.language),
    }


def _decision(claim: Claim, language: str, reader: PersonOfAddress) -> DeterminationAnswer | None:
    return determination_shown(claim.answer, claim.product, language, reader) if claim.answer else None


def _delay(claim: Claim, language: str) -> dict[str, str] | None:
    """Returns since when the staff look at what could not be finished automatically."""
    if not claim.delays:
        return None
    return {"since": to_item(claim.delays[0].since), "text": texts()["workflow-failed"][language][1]}


def _triage(claim: Claim) -> dict[str, str] | None:
    """Returns since when the staff assess the case again, and by when the member hears from them."""
    if not claim.triages:
        return None
    first = claim.triages[0]
    return {"since": to_item(first.since), "dueAt": to_item(first.due_at)}


def _clarification(claim: Claim) -> dict[str, Any] | None:
    asked = claim.clarification
    if asked is None:
        return None
    return {
        "question": asked.question,
        "facts": list(asked.facts or ()),
        "decidedAt": to_item(asked.decided_at),
    }
