"""Denied clause: a denial names the clause of the terms that it rests on (F4-26)."""

from __future__ import annotations

from helsebro.claims.explained.decided_clause import clause_of
from helsebro.coverage.answer import Answer
from helsebro.errors import Fault
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import StaffDecision


def clause_faults(decision: StaffDecision, answer: Answer | None, product_name: str = "") -> list[Fault]:
    """Returns the fault of a denial without a clause, or with one that the terms do not have.

    Where the staff name none, it is the clause of the engine's first reason. Where the engine has none either
    (it was not asked, or nothing speaks against the claim), they have to name it. ``product_name`` is the
    product of the claim, for an answer that does not name its own.
    """
    if decision.decision != "deny":
        return []
    if decision.clause is None:
        return (
            [] if clause_of(Determination.of(decision, answer)) else [Fault("/clause", "clause-missing", "")]
        )
    trail = answer.trail if answer else ()
    if any(step.clause == decision.clause for step in trail):
        return []
    name = answer.trail.product if answer and answer.trail.product else product_name
    if not name:
        return []
    # Here, so that who reads a decision loads no terms.
    from helsebro.coverage.terms.product import product

    is_known = any(rule.clause == decision.clause for rule in product(name).rules)
    return [] if is_known else [Fault("/clause", "unknown-clause", name)]
