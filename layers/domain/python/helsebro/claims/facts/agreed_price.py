"""Agreed price: in the network the guarantee has the price of a session and the number of sessions, so no one
is asked for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helsebro.claims.claim import Claim
from helsebro.coverage.asked.asked_fact import NeededFact
from helsebro.money import Money

PRICE = "treatment.cost"
ANSWERED = frozenset({PRICE, "treatment.sessions"})


def with_agreed_price(claim: Claim, price: Money | None) -> Claim:
    """Returns an approved claim with the price that its guarantee promises, if any.

    Outside the network the price is that of the member's bill, so the claim stays as it is.
    """
    if price is None or claim.question.treatment.in_network is False:
        return claim
    priced = replace(claim, agreed_price=price)
    return replace(priced, needed_facts=still_needed(priced, claim.needed_facts))


def still_needed(claim: Claim, needed: Iterable[NeededFact]) -> tuple[NeededFact, ...]:
    """Returns the needed facts that the claim's guarantee does not answer."""
    return tuple(fact for fact in needed if fact.path not in ANSWERED or claim.agreed_price is None)
