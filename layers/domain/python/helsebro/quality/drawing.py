"""Drawing (udtræk): the task of quality about a decision that is looked at a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from helsebro.claims.claim import Claim
from helsebro.claims.explained.decided_clause import clause_of, product_of
from helsebro.quality.sampling import Sampling
from helsebro.tasks.determination import Determination
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.second_look import SecondLook
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Task

WITHIN = timedelta(days=14)
"""How long a second look may take."""


def drawn(sampling: Sampling, decided: Task, claim: Claim, decision: StaffDecision) -> Task | None:
    """Returns the task about a claim's decision, if it is drawn; None for one that is not, or a question.

    ``decided`` is the task after the decision, ``claim`` the claim after it.
    """
    made = claim.decision
    if made is None or made.outcome == "clarifying" or not sampling.draws(decided.task_id, _rules(made)):
        return None
    look = SecondLook(
        decided.task_id,
        made.outcome,
        made.decided_at,
        clause_of(made),
        product_of(made, claim),
        made.group or "",
        decision.person or "",
        decision.mailbox or "",
    )
    subject = ClaimReview(claim.claim_id)
    task = follow_up("second-looks", subject, "second-look", decided.task_id, decision.at, WITHIN)
    return replace(task, second_look=look)


def _rules(made: Determination) -> set[str]:
    """Returns the rules that bore on a decision: not those that only remind of a duty."""
    return {step.rule for step in made.trail if step.effect != "note"}
