"""Network price: in the network the tariff says what a session costs, whatever a member was told (F0-17)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.counted_in import WITHOUT_CLINIC
from helsebro.coverage.question.question import Question
from helsebro.money import Money
from helsebro.tariffs.agreed_fees import tariff_of
from helsebro.tariffs.fee import Fee

COST = "treatment.cost"


def cost_in_network(claim: Claim, fees: Iterable[Fee], approved_at: datetime | None = None) -> Money | None:
    """Returns the price of a session: the tariff's, or a lower one of the case that staff confirmed.

    What an approval confirms by itself, at ``approved_at``, is not confirmed by staff. Without a tariff it is
    the price of the case.
    """
    stated, agreed = claim.question.treatment.cost, tariff_of(fees)
    if agreed is None or stated is None:
        return agreed or stated
    is_lower = stated.currency == agreed.currency and stated < agreed
    return stated if is_lower and _is_confirmed(claim, approved_at) else agreed


def at_the_network_price(
    question: Question, claim: Claim, fees: Sequence[Fee], approved_at: datetime | None = None
) -> Question:
    """Returns the question with the price that counts in the network; the same question outside it."""
    treatment = question.treatment
    if treatment.in_network is False or treatment.type in WITHOUT_CLINIC or tariff_of(fees) is None:
        return question
    return replace(question, treatment=replace(treatment, cost=cost_in_network(claim, fees, approved_at)))


def _is_confirmed(claim: Claim, approved_at: datetime | None) -> bool:
    at = next((fact.confirmed_at for fact in claim.facts if fact.path == COST), None)
    return at is not None and at != approved_at
