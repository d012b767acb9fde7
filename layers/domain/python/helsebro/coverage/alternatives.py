"""Alternatives: the same treatment under each policy of the person, in and out of the network (Q27, Q28)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from helsebro.coverage.answer import RANK, Outcome, Settlement
from helsebro.coverage.decision import Decision, prevents_cover
from helsebro.coverage.engine import assess
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question
from helsebro.money import Money


@dataclass(frozen=True)
class Alternative:
    """The outcome under a policy, in or out of the network.

    ``payable`` and ``member_pays`` are for all that was asked for; ``None`` when the question gives no price.
    ``rules`` are those that prevent cover: they deny, miss a fact or refer.
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
        """Returns it as an entry of ``alternatives``."""
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
    """Returns an alternative for every policy, in and out of the network.

    The best outcome comes first, then what costs the member least.
    """
    found = []
    for cover in covers:
        history = (*question.history, *history_of(cover))
        for in_network in (True, False):
            treatment = replace(question.treatment, in_network=in_network)
            asked = replace(question, treatment=treatment, history=history)
            found.append(_alternative(asked, in_network, assess(asked, cover, today), cover))
    return tuple(sorted(found, key=_best_first))


def _alternative(asked: Question, in_network: bool, decision: Decision, cover: Cover) -> Alternative:
    denied = decision.outcome == "not-covered"
    payable = decision.grant.payable if decision.grant else None
    zero = Money.zero(cover.annual_sum.currency)
    return Alternative(
        policy_number=cover.policy_number,
        product=cover.product,
        in_network=in_network,
        outcome=decision.outcome,
        payable=zero if denied else payable,
        member_pays=_member_pays(asked, decision, zero if denied else payable),
        settlement=decision.grant.settlement if decision.grant else None,
        rules=tuple(step.rule.id for step in decision.trail if prevents_cover(step.found)),
    )


def _member_pays(asked: Question, decision: Decision, payable: Money | None) -> Money | None:
    """Returns the price less a known subsidy, this insurance and another insurance (R-1415)."""
    cost, subsidy = asked.treatment.cost, asked.evidence.subsidy
    if cost is None or payable is None or cost.currency != payable.currency:
        return None
    price, zero = cost, Money.zero(cost.currency)
    if asked.evidence.other_insurer == "paid-in-full":
        return zero
    if subsidy is not None and subsidy.currency == cost.currency:
        price = max(cost - subsidy, zero)
    others = (step.found.others_pay for step in decision.trail if step.found.others_pay is not None)
    price = max(price - Money(next(others, zero.amount), cost.currency), zero)
    return max(price * _sessions(asked, decision) - payable, zero)


def _sessions(asked: Question, decision: Decision) -> int:
    """Returns the number of sessions to pay: those asked for, else those granted, else one."""
    granted = decision.grant.sessions if decision.grant else None
    return asked.treatment.sessions or granted or 1


def _best_first(found: Alternative) -> tuple[int, bool, Money, str, bool]:
    unknown = found.member_pays is None
    pays = Money.zero() if found.member_pays is None else Money(found.member_pays.amount)
    return -RANK[found.outcome], unknown, pays, found.policy_number, not found.in_network
