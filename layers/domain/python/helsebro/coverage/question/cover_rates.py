"""Cover rates: what the payer's tariffs pay on the day of a cover, for the rules that pay by a tariff.

R-834 pays what practitioners with a provider number take, and R-1108 the rate of a kilometre. A policy may
have an amount of its own, which comes first, and the staff may state one on the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from helsebro.money import Money

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.facts import Facts
    from helsebro.coverage.question.question import Earlier

PARAMETERS = {"evidence.agreedTariff": "agreedTariffPhysical", "evidence.ratePerKm": "transportRatePerKm"}
"""The facts that a tariff answers, each with the parameter of a policy that comes before it."""
PAID_BY_KILOMETRE = ("transport", "companion-transport")
KILOMETRE = "transport", "kilometre"
"""The profession and service whose rate is for a kilometre."""


@dataclass(frozen=True)
class CoverRate:
    """What a tariff pays for a treatment and service, from which day on.

    ``source`` says whose tariff it is: the payer's own in this ``version``, or its country's (version 0).
    """

    treatment: str
    service: str
    amount: Money
    begins: date
    source: Literal["payer", "country"]
    version: int = 0

    def as_json(self) -> dict[str, object]:
        """Returns what the trail says of it beside the amount."""
        return {"from": self.begins.isoformat(), "source": self.source, "version": self.version}


def with_rates(facts: Facts, history: Sequence[Earlier], cover: Cover) -> Facts:
    """Returns the facts with what the tariffs answer; a fact that the question states stays."""
    rates = {
        path: rate.amount
        for path, parameter in PARAMETERS.items()
        if facts[path] is None and parameter not in cover.parameters
        if (rate := rate_of(path, facts, history, cover)) is not None
    }
    return {**facts, **rates}


def rate_of(path: str, facts: Facts, history: Iterable[Earlier], cover: Cover) -> CoverRate | None:
    """Returns the rate that answers a fact; None for another fact or without a tariff.

    A treatment asked about alone, such as that of a bill, is a first session unless its course has begun. A
    course of several is paid by the rate of the follow-up.
    """
    treatment = str(facts["treatment.type"])
    if path == "evidence.ratePerKm" and treatment in PAID_BY_KILOMETRE:
        return _rate(cover, *KILOMETRE)
    if path != "evidence.agreedTariff":
        return None
    has_begun = any(
        row.treatment_type == treatment and row.condition_key == "same" and not row.reserved
        for row in history
    )
    is_first = facts["treatment.sessions"] == 1 and not has_begun
    return _rate(cover, treatment, "first" if is_first else "follow-up")


def _rate(cover: Cover, treatment: str, service: str) -> CoverRate | None:
    named = treatment, service
    return next((rate for rate in cover.rates if (rate.treatment, rate.service) == named), None)
