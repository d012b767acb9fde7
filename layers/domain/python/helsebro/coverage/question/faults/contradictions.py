"""Contradictions: facts that their own definitions do not allow together.

A date of a harm follows the one before it: it arises, has symptoms and is diagnosed. What another insurer
would pay alone is known only when that insurer limits its payment, and one with a name is not ``none``. The
distance to a recommended place says nothing without the distance to the chosen place. A condition of the
category ``chronic`` is chronic. A supplement is a part of the price, and a subsidy or another insurer pays a
part of it. A missed appointment has a valid reason or none. A stay has a night.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from helsebro.coverage.question.question import Question
from helsebro.errors import Fault
from helsebro.money import Money


@dataclass(frozen=True)
class DateOrder:
    """The fact at ``pointer`` is a day that is not before the day that ``first`` returns."""

    pointer: str
    first: Callable[[Question], date | None]
    then: Callable[[Question], date | None]


@dataclass(frozen=True)
class Contradiction:
    """The fact at ``pointer`` cannot stand when ``excludes`` returns True.

    ``of_any_question`` says that also a stored question cannot have it, since its answer would be wrong.
    """

    pointer: str
    code: str
    excludes: Callable[[Question], bool]
    of_any_question: bool = False

    @property
    def fault(self) -> Fault:
        """The fault of a question that has such facts."""
        return Fault(self.pointer, self.code, "")


def _is_above(part: Money | None, price: Money | None) -> bool:
    """Returns whether an amount is above the price, in the same currency."""
    if part is None or price is None or part.currency != price.currency:
        return False
    return part.amount > price.amount


ORDERS = (
    DateOrder(
        "/condition/symptomsFrom",
        lambda asked: asked.condition.arisen_on,
        lambda asked: asked.condition.symptoms_from,
    ),
    DateOrder(
        "/condition/diagnosedOn",
        lambda asked: asked.condition.symptoms_from or asked.condition.arisen_on,
        lambda asked: asked.condition.diagnosed_on,
    ),
    DateOrder(
        "/evidence/reportedOn",
        lambda asked: asked.condition.arisen_on,
        lambda asked: asked.evidence.reported_on,
    ),
    DateOrder(
        "/evidence/premiumPaidOn",
        lambda asked: asked.evidence.premium_reminded_on,
        lambda asked: asked.evidence.premium_paid_on,
    ),
    DateOrder(
        "/treatment/startsOn",
        lambda asked: asked.condition.arisen_on,
        lambda asked: asked.treatment.starts_on,
    ),
    DateOrder(
        "/treatment/startsOn",
        lambda asked: asked.event.occurred_on,
        lambda asked: asked.treatment.starts_on,
    ),
)
CONTRADICTIONS = (
    Contradiction(
        "/condition/chronic",
        "chronic-by-category",
        lambda asked: asked.condition.category == "chronic" and asked.condition.chronic is False,
    ),
    Contradiction(
        "/evidence/otherInsurerPays",
        "other-insurer-without-limits",
        lambda asked: (
            asked.evidence.other_insurer_pays is not None and asked.evidence.other_insurer != "limits"
        ),
        of_any_question=True,
    ),
    Contradiction(
        "/treatment/supplement",
        "above-the-price",
        lambda asked: _is_above(asked.treatment.supplement, asked.treatment.cost),
    ),
    Contradiction(
        "/evidence/subsidy",
        "above-the-price",
        lambda asked: _is_above(asked.evidence.subsidy, asked.treatment.cost),
    ),
    Contradiction(
        "/evidence/otherInsurerPays",
        "above-the-price",
        lambda asked: _is_above(asked.evidence.other_insurer_pays, asked.treatment.cost),
    ),
    Contradiction(
        "/condition/circumstances",
        "no-show-twice",
        lambda asked: {"no-show", "no-show-valid-reason"} <= (asked.condition.circumstances or frozenset()),
    ),
    Contradiction(
        "/evidence/otherInsurer/name",
        "other-insurer-none",
        lambda asked: (
            asked.evidence.other_insurer_name is not None and asked.evidence.other_insurer == "none"
        ),
    ),
    Contradiction(
        "/treatment/distanceKm",
        "distance-zero",
        lambda asked: asked.treatment.distance_km == 0,
        of_any_question=True,
    ),
    Contradiction(
        "/treatment/nights",
        "stay-without-nights",
        lambda asked: asked.treatment.type == "stay" and asked.treatment.nights == 0,
    ),
    Contradiction(
        "/treatment/recommendedKm",
        "distance-missing",
        lambda asked: asked.treatment.recommended_km is not None and asked.treatment.distance_km is None,
    ),
)


def dates_out_of_order(asked: Question) -> Iterator[Fault]:
    """Yields a fault for each day that is before the day it follows."""
    for order in ORDERS:
        first, then = order.first(asked), order.then(asked)
        if first and then and then < first:
            yield Fault(order.pointer, "dates-out-of-order", first.isoformat())


def contradictions_of_any_question(asked: Question) -> Iterator[Fault]:
    """Yields the faults of facts that no question can have together: days in the wrong order, and rows."""
    yield from dates_out_of_order(asked)
    yield from (row.fault for row in CONTRADICTIONS if row.of_any_question and row.excludes(asked))


def contradictions(asked: Question) -> Iterator[Fault]:
    """Yields a fault for each other row of the table: of a case, and of a question that someone asks.

    A question that was stored before may have such facts: a rule that they do not concern leaves them unread.
    """
    yield from (row.fault for row in CONTRADICTIONS if not row.of_any_question and row.excludes(asked))
