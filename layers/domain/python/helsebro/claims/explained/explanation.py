"""Explanation of a claim: the few rules that decided it, of all that bore on it (F4-26)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from helsebro.claims.facts.shared_step import is_shared
from helsebro.coverage.trail import Effect, Step, said_once
from helsebro.tasks.determination import Determination, DeterminationOutcome

MOST = 3
ENOUGH = 2
"""With fewer rules than this, weaker rules are added to an approval."""
DECIDING: Mapping[DeterminationOutcome, tuple[Effect, ...]] = {
    "denied": ("deny", "wait", "require", "refer"),
    "approved": ("refer", "grant", "cap", "note"),
    "clarifying": ("deny", "wait", "require", "refer"),
}
"""The effects that may decide an outcome, the strongest first: staff may approve what a rule denies."""
GENERAL = ("R-302", "R-701", "R-801", "R-901", "R-1001", "R-307")
"""The rules that every grant of a module meets, and who is paid: they say little of the case."""
SUBSIDY, SUBSIDY_RULE = "evidence.subsidy", "R-306"
TREATMENT = "treatment.type"
"""A rule that reads it is more specific to the treatment than one that holds for every treatment."""


def deciding_steps(decision: Determination) -> tuple[Step, ...]:
    """Returns the two or three steps that decided, the strongest first; none if the trail explains nothing.

    A denial by a rule is explained by its denials alone, one by the staff (``is_by_staff``) by what they
    looked at, never by what the rules would grant. An approval is explained by the conditions that are
    met and the waiting periods that are over, and by what limits it only when little else is there; never by
    the money that is left, which decides nothing.
    """
    order = DECIDING[decision.outcome]
    found = [step for step in decision.trail if step.effect in order]
    if decision.outcome == "approved":
        return _of_approval(decision, found)
    found.sort(key=_rank(order))
    denials = [step for step in found if step.denies]
    return tuple(said_once(denials or found))[:MOST]


def is_by_staff(decision: Determination) -> bool:
    """Returns whether the staff denied what no rule denies, or granted what one denies: then their reason is
    the first.
    """
    return {"denied": not decision.trail.denies, "approved": decision.trail.denies}.get(
        decision.outcome, False
    )


def _of_approval(decision: Determination, found: Sequence[Step]) -> tuple[Step, ...]:
    """Begins with what denies and was granted all the same.

    Keeps a place for what makes our amount less than the price: another insurer (R-1415) and a subsidy
    (R-306), for a waiting period that is over, and for the most that is paid: members ask about all of them.

    Counts come after them, and the conditions that every grant of the module meets last.
    """
    own = [step for step in found if step.rule not in GENERAL]
    met = [step for step in own if step.effect in ("refer", "grant") or _is_period(step)]
    met.sort(key=_rank(("refer", "cap", "grant")))
    waited = [step for step in own if step.effect == "note" and "months" in step.facts]
    most = sorted((step for step in own if step.most is not None), key=lambda step: step.most or 0)[:1]
    less = [step for step in own if is_shared(step)] + _subsidised(own, decision.trail.facts)
    kept = [*less, *waited, *most][: MOST - 1]
    decided = [*met[: MOST - len(kept)], *kept]
    limits = [step for step in own if "left" in step.facts and step.facts.get("unit") != "money"]
    general = [step for step in found if step.rule in GENERAL]
    weaker = [step for step in (*limits, *general) if step not in decided]
    excepted = [step for step in decision.trail if step.denies]
    decided = [*excepted, *decided][:MOST]
    return tuple([*decided, *weaker[: max(0, ENOUGH - len(decided))]])


def _subsidised(steps: Sequence[Step], facts: Mapping[str, object]) -> list[Step]:
    """Returns the rule that deducts a subsidy; none when there is no subsidy."""
    subsidy = facts.get(SUBSIDY)
    amount = subsidy.get("amount") if isinstance(subsidy, Mapping) else None
    return [step for step in steps if step.rule == SUBSIDY_RULE] if amount and Decimal(str(amount)) else []


def _is_period(step: Step) -> bool:
    """Returns whether it is a condition with an end, such as six months of rehabilitation."""
    return step.effect == "cap" and "until" in step.facts and not _counts(step)


def _counts(step: Step) -> bool:
    """Returns whether it counts sessions, hours or money."""
    return step.effect == "cap" and not {"left", "most"}.isdisjoint(step.facts)


def _rank(order: Sequence[Effect]) -> Callable[[Step], tuple[int, bool]]:
    def rank(step: Step) -> tuple[int, bool]:
        place = 0 if step.denies else order.index(step.effect)
        return place, TREATMENT not in step.reads

    return rank
