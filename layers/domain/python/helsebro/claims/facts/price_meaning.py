"""Price meaning: the amounts of a claim are for one session or for the whole, and keep what they were for."""

from __future__ import annotations

from collections.abc import Collection

from helsebro.claims.claim import Claim
from helsebro.claims.facts.case_facts import with_facts
from helsebro.coverage.asked.asked_facts import ASKED_FACTS, is_nothing
from helsebro.coverage.asked.fact_values import values_in
from helsebro.coverage.asked.price_unit import PriceUnit, price_unit

AMOUNTS = ("treatment.cost", "treatment.supplement", "evidence.subsidy", "evidence.otherInsurerPays")
"""The amounts that are for one session, or for the whole treatment."""


def unit_of(claim: Claim) -> PriceUnit:
    """Returns what the amounts of a claim are for."""
    return price_unit(claim.treatment_type, claim.question.treatment.sessions)


def without_other_meaning(before: Claim, after: Claim, stated: Collection[str]) -> Claim:
    """Returns the claim without the amounts that a new number of sessions would give another meaning.

    They are asked for anew. Those in ``stated`` came together with the number; nothing means the same for one
    session and for the whole. An approval keeps its price.
    """
    if after.status == "approved" or unit_of(before) == unit_of(after):
        return after
    known = {**values_in(after.question, ASKED_FACTS), **{fact.path: fact.value for fact in after.facts}}
    gone = {path for path in AMOUNTS if path in known and path not in stated and not is_nothing(known[path])}
    return with_facts(after, [fact for fact in after.facts if fact.path not in gone], gone)
