"""Proposal: the engine's answer on the subject of a task, as shown to staff (F1-18, F1-21)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from helsebro.coverage import answer_json
from helsebro.coverage.answer import Answer
from helsebro.coverage.trail import merged
from helsebro.money import Money

OutsideGrant = Literal[
    "nothing-granted",
    "another-treatment",
    "outside-the-period",
    "beyond-the-number",
    "above-granted-price",
]
"""Why a billed treatment, or what it costs above the granted price, is not what its case was granted."""


@dataclass(frozen=True)
class BilledAnswer:
    """The answer on one treatment of a member's bill.

    ``outside_grant`` is why the case was not granted it, None when it was. ``granted_price`` is the most that
    the case was granted for it, None when that is open. ``paid_before`` names the invoices and refunds that
    paid the person the same treatment of the same day. ``double_of`` is the index in the same refund of the
    same treatment of the same day.
    """

    on: date
    type: str
    answer: Answer
    outside_grant: OutsideGrant | None = None
    paid_before: tuple[str, ...] = ()
    double_of: int | None = None
    granted_price: Money | None = None

    @property
    def needs_an_amount(self) -> bool:
        """Whether staff have to name an amount: the case was not granted it, or it is paid already.

        A case that is denied or not decided yet was granted nothing. Of a price above the granted one, the
        granted one is paid.
        """
        is_outside = self.outside_grant not in (None, "above-granted-price")
        return is_outside or bool(self.paid_before) or self.double_of is not None

    def as_json(self) -> dict[str, object]:
        """Returns the form that is stored."""
        return {**self.of_the_bill(), **answer_json.write(self.answer)}

    def of_the_bill(self) -> dict[str, object]:
        """Returns what is known of the treatment besides the answer."""
        shape: dict[str, object] = {"on": self.on.isoformat(), "type": self.type}
        if self.outside_grant:
            shape["outsideGrant"] = self.outside_grant
        if self.paid_before:
            shape["paidBefore"] = list(self.paid_before)
        if self.double_of is not None:
            shape["doubleOf"] = self.double_of
        if self.granted_price:
            shape["grantedPrice"] = self.granted_price.as_json()
        return shape

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> BilledAnswer:
        """Returns the treatment that was stored as ``as_json``."""
        return cls(
            date.fromisoformat(shape["on"]),
            shape["type"],
            answer_json.read(shape),
            shape.get("outsideGrant"),
            tuple(shape.get("paidBefore") or ()),
            None if shape.get("doubleOf") is None else int(shape["doubleOf"]),
            Money.from_json(shape["grantedPrice"]) if shape.get("grantedPrice") else None,
        )


@dataclass(frozen=True)
class Proposal:
    """The engine's answer, without texts.

    A refund has an answer for each billed treatment; ``answer`` then has the worst outcome of them, every
    rule once and, when every amount is known, their sum.
    """

    answer: Answer
    treatments: tuple[BilledAnswer, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Returns the form that is stored; the trail of a refund is that of its treatments."""
        if not self.treatments:
            return answer_json.write(self.answer)
        return {**self.of_all_bills(), "treatments": [billed.as_json() for billed in self.treatments]}

    def of_all_bills(self) -> dict[str, object]:
        """Returns what a refund's answer says besides the trail: the outcome, the policy and the sum."""
        grant = self.answer.grant
        return {
            "outcome": self.answer.outcome,
            "policyNumber": self.answer.policy_number,
            "product": self.answer.product,
            "grant": {"payable": grant.payable.as_json() if grant and grant.payable else None},
        }

    @classmethod
    def from_json(cls, shape: Mapping[str, Any]) -> Proposal:
        """Returns the proposal that was stored as ``as_json``."""
        treatments = tuple(BilledAnswer.from_json(treatment) for treatment in shape.get("treatments") or ())
        answer = answer_json.read(shape)
        if treatments:
            answer = replace(answer, trail=merged([treatment.answer.trail for treatment in treatments]))
        return cls(answer, treatments)
