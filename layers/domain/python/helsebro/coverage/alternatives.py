"""Alternatives: the same treatment under each policy of the person, in and out of the network (Q27, Q28)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from helsebro.coverage.answer import RANK, Outcome, Settlement
from helsebro.coverage.decision import Decision, stands_in_the_way
from helsebro.coverage.engine import assess
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question
from helsebro.money import Money


@dataclass(frozen=True)
class Alternative:
    """What comes of it under one policy, in or out of the network.

    ``payable`` and ``member_pays`` are of all that was asked for, as far as the question tells its price;
    ``None`` is not known. ``rules`` are those that stand in the way: they deny, lack something or refer.
    """

    policy_number: str
    product: str
    in_network: bool
    outcome: Outcome
    payable: Money | None
    member_pays: Money | None
    settlement: Settlement | None
    rules: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """One entry of ``alternatives``."""
        return {
            "policyNumber": self.policy_number,
            "product": self.product,
            "inNetwork": self.in_network,
            "outcome": self.outcome,
            "payable": self.payable and self.payable.as_json(),
            "memberPays": self.member_pays and self.member_pays.as_json(),
            "settlement": self.settlement,
            "rules": list(self.rules),
        }


def alternatives(
    question: Question,
    covers: Sequence[Cover],
    today: date,
    history_of: Callable[[Cover], tuple[Earlier, ...]] = lambda _: (),
) -> tuple[Alternative, ...]:
    """Every policy in and out of the network: the best outcome first, then what costs the member least."""
    found = []
    for cover in covers:
        history = (*question.history, *history_of(cover))
        for inside in (True, False):
            treatment = replace(question.treatment, in_network=inside)
            asked = replace(question, treatment=treatment, history=history)
            found.append(_alternative(asked, inside, assess(asked, cover, today), cover))
    return tuple(sorted(found, key=_worst_last))


def _alternative(asked: Question, inside: bool, decision: Decision, cover: Cover) -> Alternative:
    denied = decision.outcome == "not-covered"
    payable = decision.grant.payable if decision.grant else None
    nothing = Money.zero(cover.annual_sum.currency)
    return Alternative(
        policy_number=cover.policy_number,
        product=cover.product,
        in_network=inside,
        outcome=decision.outcome,
        payable=nothing if denied else payable,
        member_pays=_member_pays(asked, decision, nothing if denied else payable),
        settlement=decision.grant.settlement if decision.grant else None,
        rules=tuple(step.rule.id for step in decision.trail if stands_in_the_way(step.found)),
    )


def _member_pays(asked: Question, decision: Decision, payable: Money | None) -> Money | None:
    """What the price leaves after a known subsidy, this insurance, and another that pays too (R-1415)."""
    cost, subsidy = asked.treatment.cost, asked.evidence.subsidy
    if cost is None or payable is None or cost.currency != payable.currency:
        return None
    price, nothing = cost, Money.zero(cost.currency)
    if asked.evidence.other_insurer == "paid-in-full":
        return nothing
    if subsidy is not None and subsidy.currency == cost.currency:
        price = max(cost - subsidy, nothing)
    others = (step.found.others_pay for step in decision.trail if step.found.others_pay is not None)
    price = max(price - Money(next(others, nothing.amount), cost.currency), nothing)
    return max(price * _sessions(asked, decision) - payable, nothing)


def _sessions(asked: Question, decision: Decision) -> int:
    """How many sessions the price is of: those asked for, else those granted, else it is of the whole."""
    granted = decision.grant.sessions if decision.grant else None
    return asked.treatment.sessions or granted or 1


def _worst_last(one: Alternative) -> tuple[int, bool, Money, str, bool]:
    unknown = one.member_pays is None
    pays = Money.zero() if one.member_pays is None else Money(one.member_pays.amount)
    return -RANK[one.outcome], unknown, pays, one.policy_number, not one.in_network
