"""Explained claim: the explanation of a claim with its next steps, for its route and on paper (F4-26)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.explained.reader import reader_of_claim
from helsebro.deadlines.first_answer import answer_due
from helsebro.deadlines.shown_deadline import ShownDeadline
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.in_use import PendingExtension
from helsebro.local_day import local_day
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.decisions.explained.explained_grants import ExplainedGrants
from helsebro_aws.decisions.explained.explanation_view import explanation_shown
from helsebro_aws.platform import clock
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds

if TYPE_CHECKING:
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer


def explained_claim(
    claim: Claim, deadlines: Iterable[ShownDeadline], caller: Caller, shown: NextStepsShown
) -> dict[str, Any]:
    """Returns the outcome, what decided, what would change it, and what to do next.

    The ``caller`` may read the claim; ``shown`` has the language.
    """
    grants = ExplainedGrants()
    guarantee, elsewhere = grants.guarantee_of(claim), grants.elsewhere(claim, caller)
    asked, at = grants.open_extensions(claim) if guarantee else [], clock.now()
    due_at, reader = answer_due(claim, at), reader_of_claim(claim, caller.person_id, at)
    pending = _pending(claim, asked, deadlines)
    # Nothing turns the denial of an extension once its guarantee is withdrawn.
    is_in_use = guarantee is not None and guarantee.status != "revoked"
    refused = grants.refused_of(claim) if is_in_use else None
    steps = [
        *shown.of_questions(DynamoRefunds().of_claim(claim.claim_id), asked, reader),
        *shown.explained(claim, due_at, guarantee, elsewhere, reader, pending),
        *(shown.of_refused(refused, reader) if refused else ()),
    ]
    explained = explanation_shown(claim, shown.language, guarantee, elsewhere, reader, pending, refused)
    return {**explained, "nextSteps": _each_once(steps)}


def _each_once(steps: Iterable[NextStepAnswer]) -> list[NextStepAnswer]:
    """Returns the steps without those that were said before: two parts of a case may end in the same."""
    said: list[NextStepAnswer] = []
    for step in steps:
        if step not in said:
            said.append(step)
    return said


def _pending(
    claim: Claim, open_ones: Sequence[Extension], deadlines: Iterable[ShownDeadline]
) -> PendingExtension | None:
    """Returns the newest extension that is not decided; its clock says by when it is."""
    if not open_ones:
        return None
    runs = [each.due_at for each in deadlines if each.kind == "extension" and each.state == "running"]
    return PendingExtension(open_ones[-1].asked_by, local_day(max(runs), claim.country) if runs else None)
