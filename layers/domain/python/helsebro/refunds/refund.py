"""Refund (refusion): a member's own bill, paid back in whole or in part (F4-30, F3-13)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from helsebro import ids
from helsebro.coverage.unit_cap import cap_faults, unit_cap
from helsebro.errors import BadInput, Fault
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tasks.task import PRICE_IS_FOR_CLAIMS, ApprovedAmount, StaffDecision

Status = Literal["received", "in-review", "approved", "partly-approved", "denied", "paid"]
Outcome = Literal["approved", "partly-approved", "denied"]


@dataclass(frozen=True)
class BilledTreatment:
    """One treatment of a bill. ``outcome``, ``approved`` and ``trail`` are there once it is decided.

    What would have turned the engine's answer stands beside them where not all of it is paid: ``missing``,
    ``flips`` and ``covered_from``, as in the answer itself.
    """

    on: date
    type: str
    cost: Money
    outcome: Outcome | None = None
    approved: Money | None = None
    trail: tuple[Mapping[str, Any], ...] = ()
    missing: tuple[str, ...] = ()
    flips: tuple[Mapping[str, Any], ...] = ()
    covered_from: date | None = None

    def decided(self, amount: Money, answer: Mapping[str, Any]) -> BilledTreatment:
        """The treatment with what is paid of it, and the engine's ``answer`` that was proposed."""
        outcome: Outcome = "approved" if amount == self.cost else "partly-approved"
        if not amount.amount:
            outcome = "denied"
        after = replace(self, outcome=outcome, approved=amount, trail=tuple(answer.get("trail", ())))
        if outcome == "approved":
            return after
        day = answer.get("coveredFrom")
        return replace(
            after,
            missing=tuple(answer.get("missing", ())),
            flips=tuple(answer.get("flips", ())),
            covered_from=date.fromisoformat(day) if day else None,
        )


@dataclass(frozen=True)
class Refund:
    """A member's request; the account it is paid to is kept sealed beside it and is no part of it.

    ``country`` names the time zone of its days. ``question`` is what finance asked the member meanwhile.
    """

    refund_id: str
    claim_id: str
    payer: str
    person_id: str
    country: str
    document_ids: tuple[str, ...]
    treatments: tuple[BilledTreatment, ...]
    status: Status
    received_at: datetime
    version: int = 1
    question: str | None = None
    reason: str | None = None
    decided_at: datetime | None = None

    @property
    def claimed(self) -> Money:
        """The sum of what was paid by the member."""
        return _sum([one.cost for one in self.treatments])

    @property
    def approved(self) -> Money:
        """The sum of what is paid back."""
        nothing = Money.zero(self.claimed.currency)
        return _sum([one.approved or nothing for one in self.treatments])

    def faults(self, today: date, currency: str, begins: date | None = None) -> list[Fault]:
        """What is wrong with a new one: treatments still to come or from before the policy began, amounts of
        nothing, another currency.
        """
        found = []
        for place, one in enumerate(self.treatments):
            at = f"/treatments/{place}"
            if one.on > today:
                found.append(Fault(f"{at}/on", "treatment-not-yet-held", ""))
            if begins and one.on < begins:
                found.append(Fault(f"{at}/on", "before-the-policy", begins.isoformat()))
            if one.cost.amount <= 0:
                found.append(Fault(f"{at}/cost/amount", "amount-not-positive", ""))
            if one.cost.currency != currency:
                found.append(Fault(f"{at}/cost/currency", "currency-not-the-payers", ""))
        return found

    def reviewed(self) -> Refund:
        """Somebody looks at it now."""
        return replace(self, status="in-review", version=self.version + 1)

    def asked(self, question: str) -> Refund:
        """Finance asked the member something; the review goes on."""
        return replace(self, question=question, version=self.version + 1)

    def decided(self, decision: StaffDecision, proposal: Mapping[str, Any]) -> Refund:
        """The refund with every treatment decided, each with the engine's trail."""
        proposed = proposal.get("treatments") or [{} for _ in self.treatments]
        amounts = self._amounts(decision, proposed)
        treatments = tuple(
            one.decided(amount, told)
            for one, amount, told in zip(self.treatments, amounts, proposed, strict=True)
        )
        after = replace(self, treatments=treatments, reason=decision.reason, decided_at=decision.at)
        return replace(after, status=after._outcome, version=self.version + 1)

    @property
    def _outcome(self) -> Outcome:
        if not self.approved.amount:
            return "denied"
        return "approved" if self.approved == self.claimed else "partly-approved"

    def _amounts(self, decision: StaffDecision, proposed: Sequence[Mapping[str, Any]]) -> list[Money]:
        nothing = Money.zero(self.claimed.currency)
        if decision.decision != "approve":
            return [nothing for _ in self.treatments]
        if decision.approved:
            named = {self._place(one): one.amount for one in decision.approved}
            return [named.get(place, nothing) for place in range(len(self.treatments))]
        first = sorted(range(len(self.treatments)), key=lambda place: self.treatments[place].on)
        within = first[: max(decision.grant.sessions, 0)] if decision.grant else first
        return [
            _as_proposed(one, told) if place in within else nothing
            for place, (one, told) in enumerate(zip(self.treatments, proposed, strict=True))
        ]

    def approval_faults(self, decision: StaffDecision, proposal: Mapping[str, Any]) -> list[Fault]:
        """What keeps an approval from holding: nothing is paid, or more than the actual cost (R-305)."""
        found = []
        if decision.grant and decision.approved:
            found.append(Fault("/approved", "approved-or-grant", ""))
        if decision.grant and decision.grant.per_session:
            found.append(PRICE_IS_FOR_CLAIMS)
        for number, one in enumerate(decision.approved):
            place = self._place(one)
            if place is None:
                found.append(Fault(f"/approved/{number}", "no-such-treatment", ""))
            elif one.amount.currency != self.claimed.currency:
                found.append(Fault(f"/approved/{number}/amount/currency", "currency-not-the-payers", ""))
            elif one.amount > self.treatments[place].cost:
                found.append(Fault(f"/approved/{number}/amount/amount", "amount-above-cost", ""))
            else:
                trail = _trail_of(proposal, place)
                found += cap_faults(one.amount, trail, f"/approved/{number}/amount/amount")
        places = [place for one in decision.approved if (place := self._place(one)) is not None]
        if len(set(places)) < len(places):
            found.append(Fault("/approved", "treatment-named-twice", ""))
        if not found and not self.decided(decision, proposal).approved.amount:
            at = "/grant/sessions" if decision.grant else "/approved"
            found.append(Fault(at, "nothing-approved", ""))
        return found

    def _place(self, approved: ApprovedAmount) -> int | None:
        if approved.index is not None:
            return approved.index if 0 <= approved.index < len(self.treatments) else None
        places = [place for place, one in enumerate(self.treatments) if one.on == approved.on]
        return places[0] if len(places) == 1 else None


def received(refund: Refund, at: datetime, currency: str, begins: date | None = None) -> Refund:
    """A new refund that may be taken in, under a policy that ``begins`` on a day, where that is known.

    Raises ``BadInput`` with all its faults.
    """
    faults = refund.faults(local_day(at, refund.country), currency, begins)
    if faults:
        raise BadInput(faults)
    return refund


def payable_id_for(refund_id: str) -> str:
    """The id of the one payable a refund can lead to: paid once, however often the step runs (promise 3)."""
    return ids.within("pay", refund_id, hashlib.sha256(f"payable:{refund_id}".encode()).digest())


def _trail_of(proposal: Mapping[str, Any], place: int) -> Sequence[Mapping[str, Any]]:
    proposed = proposal.get("treatments") or ()
    return proposed[place].get("trail") or () if place < len(proposed) else ()


def _as_proposed(one: BilledTreatment, told: Mapping[str, Any]) -> Money:
    """What the engine proposes, at most the cost (R-305); the cost or its cap where that is left open."""
    if told.get("outcome") == "not-covered":
        return Money.zero(one.cost.currency)
    payable = (told.get("grant") or {}).get("payable")
    if payable:
        return min(Money.from_json(payable), one.cost)
    cap = unit_cap(told.get("trail") or ())
    return min(Money(cap.most, one.cost.currency), one.cost) if cap else one.cost


def _sum(amounts: Sequence[Money]) -> Money:
    total = Money.zero(amounts[0].currency)
    for amount in amounts:
        total = total + amount
    return total
