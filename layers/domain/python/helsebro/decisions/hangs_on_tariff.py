"""Whether a proposal hangs on a tariff: it is in the network, or a rule paid by it, or would have."""

from __future__ import annotations

from helsebro.coverage.answer import Answer
from helsebro.coverage.question.cover_rates import PAID_BY_KILOMETRE, PARAMETERS
from helsebro.tariffs.fee import TRIP
from helsebro.tasks.proposal import Proposal


def hangs_on_tariff(proposal: Proposal, profession: str) -> bool:
    """Returns whether an amount of it may change with the tariff of a profession (R-834, R-1108)."""
    answers = [billed.answer for billed in proposal.treatments] or [proposal.answer]
    treatments = PAID_BY_KILOMETRE if profession == TRIP else (profession,)
    return any(_is_open_or_paid_by_a_rate(answer, treatments) for answer in answers)


def _is_open_or_paid_by_a_rate(answer: Answer, treatments: tuple[str, ...]) -> bool:
    if answer.trail.facts.get("treatment.type") not in treatments:
        return False
    if answer.grant and answer.grant.settlement == "direct":
        return True
    is_open = bool(PARAMETERS.keys() & {*answer.amount_hangs_on})
    return is_open or any("rate" in step.facts for step in answer.trail)
