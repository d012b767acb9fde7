"""Refund (refusion): a member's own bill, paid back in whole or in part (F4-30, F3-13)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from helsebro import ids
from helsebro.coverage.answer import Answer, Flip, Step
from helsebro.coverage.unit_cap import cap_faults, unit_cap
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId, DocumentId, PayableId, PersonId, RefundId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tasks.proposal import Proposal
from helsebro.tasks.staff_decision import PRICE_IS_FOR_CLAIMS, ApprovedAmount, StaffDecision

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
    trail: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    flips: tuple[Flip, ...] = ()
    covered_from: date | None = None

    def decided(self, amount: Money, answer: Answer | None) -> BilledTreatment:
        """The treatment with what is paid of it, and the engine's ``answer`` where one was proposed."""
        outcome: Outcome = "approved" if amount == self.cost else "partly-approved"
        if not amount.amount:
            outcome = "denied"
        after = replace(self, outcome=outcome, approved=amount)
        if answer is None:
            return after
        after = replace(after, trail=answer.trail)
        if outcome == "approved":
            return after
        return replace(after, missing=answer.missing, flips=answer.flips, covered_from=answer.covered_from)


@dataclass(frozen=True)
class Refund:
    """A member's request; the account it is paid to is kept sealed beside it and is no part of it.

    ``country`` names the time zone of its days. ``question`` is what finance asked the member meanwhile.
    """

    refund_id: RefundId
    claim_id: ClaimId
    payer: str
    person_id: PersonId
    country: str
    document_ids: tuple[DocumentId, ...]
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

    def decided(self, decision: StaffDecision, proposal: Proposal | None) -> Refund:
        """The refund with every treatment decided, each with the engine's trail."""
        answers = self._answers(proposal)
        amounts = self._amounts(decision, answers)
        treatments = tuple(
            one.decided(amount, answer)
            for one, amount, answer in zip(self.treatments, amounts, answers, strict=True)
        )
        after = replace(self, treatments=treatments, reason=decision.reason, decided_at=decision.at)
        return replace(after, status=after._outcome, version=self.version + 1)

    @property
    def _outcome(self) -> Outcome:
        if not self.approved.amount:
            return "denied"
        return "approved" if self.approved == self.claimed else "partly-approved"

    def _answers(self, proposal: Proposal | None) -> Sequence[Answer | None]:
        """The engine's answer on each treatment, in their order; ``None`` where nothing was proposed."""
        if proposal is None or not proposal.treatments:
            return [None for _ in self.treatments]
        return [one.answer for one in proposal.treatments]

    def _amounts(self, decision: StaffDecision, answers: Sequence[Answer | None]) -> list[Money]:
        nothing = Money.zero(self.claimed.currency)
        if decision.decision != "approve":
            return [nothing for _ in self.treatments]
        if decision.approved:
            named = {self._place(one): one.amount for one in decision.approved}
            return [named.get(place, nothing) for place in range(len(self.treatments))]
        first = sorted(range(len(self.treatments)), key=lambda place: self.treatments[place].on)
        within = first[: max(decision.grant.sessions, 0)] if decision.grant else first
        return [
            _as_proposed(one, answer) if place in within else nothing
            for place, (one, answer) in enumerate(zip(self.treatments, answers, strict=True))
        ]

    def approval_faults(self, decision: StaffDecision, proposal: Proposal | None) -> list[Fault]:
        """What keeps an approval from holding: nothing is paid, or more than the actual cost (R-305)."""
        found, answers = [], self._answers(proposal)
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
                answer = answers[place]
                trail = answer.trail if answer else ()
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


def payable_id_for(refund_id: RefundId) -> PayableId:
    """The id of the one payable a refund can lead to: paid once, however often the step runs (promise 3)."""
    return PayableId(ids.within("pay", refund_id, hashlib.sha256(f"payable:{refund_id}".encode()).digest()))


def _as_proposed(one: BilledTreatment, answer: Answer | None) -> Money:
    """What the engine proposes, at most the cost (R-305); the cost or its cap where that is left open."""
    if answer is None:
        return one.cost
    if answer.outcome == "not-covered":
        return Money.zero(one.cost.currency)
    if answer.grant and answer.grant.payable:
        return min(answer.grant.payable, one.cost)
    cap = unit_cap(answer.trail)
    return min(Money(cap.most, one.cost.currency), one.cost) if cap else one.cost


def _sum(amounts: Sequence[Money]) -> Money:
    total = Money.zero(amounts[0].currency)
    for amount in amounts:
        total = total + amount
    return total
