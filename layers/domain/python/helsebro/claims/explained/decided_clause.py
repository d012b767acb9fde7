"""Decided clause: the clause of the terms that a decision rests on, as printed."""

from __future__ import annotations

from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.claims.explained.explanation import deciding_steps
from helsebro.tasks.determination import Determination


def clause_of(made: Determination) -> str:
    """Returns the clause that was named with the decision, else that of the first rule that explains it.

    It is what the member reads first. Empty where the staff named none and the engine was not asked.
    """
    steps = deciding_steps(made)
    return made.clause or (steps[0].clause if steps else "")


def with_clause(made: Determination) -> Determination:
    """Returns a denial with the clause that it rests on; any other decision as it is."""
    return replace(made, clause=clause_of(made) or None) if made.outcome == "denied" else made


def product_of(made: Determination, claim: Claim) -> str:
    """Returns the product whose clause it is: that of the rules, which the claim may have left since."""
    return made.trail.product or claim.product
