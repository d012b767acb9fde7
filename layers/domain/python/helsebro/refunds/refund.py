"""Refund (refusion): pays a member's own bill back, in whole or in part (F4-30, F3-13)."""

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

RefundStatus = Literal["received", "in-review", "approved", "partly-approved", "denied", "paid"]
RefundOutcome = Literal["approved", "partly-approved", "denied"]


@dataclass(frozen=True)
class BilledTreatment:
    """A treatment of a bill. ``outcome``, ``approved`` and ``trail`` are set once it is decided.

    When it is not paid in full, ``missing``, ``flips`` and ``covered_from`` are what would have changed the
    engine's answer, as in the answer itself.
    """

    on: date
    type: str
    cost: Money
    outcome: RefundOutcome | None = None
    approved: Money | None = None
    trail: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    flips: tuple[Flip, ...] = ()
    covered_from: date | None = None

    def decided(self, amount: Money, answer: Answer | None) -> BilledTreatment:
        """Returns the treatment with the paid amount, and the engine's ``answer`` when it was proposed."""
        outcome: RefundOutcome = "approved" if amount == self.cost else "partly-approved"
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
    """A member's request; the account to pay to is no part of it and is stored encrypted beside it.

    ``country`` gives the time zone of its days. ``question`` is what finance asked the member during review.
    """

    refund_id: RefundId
    claim_id: ClaimId
    payer: str
    person_id: PersonId
    country: str
    document_ids: tuple[DocumentId, ...]
    treatments: tuple[BilledTreatment, ...]
    status: RefundStatus
    received_at: datetime
    version: int = 1
    question: str | None = None
    reason: str | None = None
    decided_at: datetime | None = None

    @property
    def claimed(self) -> Money:
        """The sum that the member paid."""
        return _sum([treatment.cost for treatment in self.treatments])

    @property
    def approved(self) -> Money:
        """The sum that is paid back."""
        zero = Money.zero(self.claimed.currency)
        return _sum([treatment.approved or zero for treatment in self.treatments])

    def faults(self, today: date, currency: str, begins: date | None = None) -> list[Fault]:
        """Returns the faults of a new refund: treatments in the future or before the policy began, amounts
        that are not positive, another currency.
        """
        found = []
        for index, treatment in enumerate(self.treatments):
            at = f"/treatments/{index}"
            if treatment.on > today:
                found.append(Fault(f"{at}/on", "treatment-not-yet-held", ""))
            if begins and treatment.on < begins:
                found.append(Fault(f"{at}/on", "before-the-policy", begins.isoformat()))
            if treatment.cost.amount <= 0:
                found.append(Fault(f"{at}/cost/amount", "amount-not-positive", ""))
            if treatment.cost.currency != currency:
                found.append(Fault(f"{at}/cost/currency", "currency-not-the-payers", ""))
        return found

    def reviewed(self) -> Refund:
        """Returns the refund in review."""
        return replace(self, status="in-review", version=self.version + 1)

    def asked(self, question: str) -> Refund:
        """Returns the refund with finance's question to the member; it stays in review."""
        return replace(self, question=question, version=self.version + 1)

    def decided(self, decision: StaffDecision, proposal: Proposal | None) -> Refund:
        """Returns the refund with every treatment decided, each with the engine's trail."""
        answers = self._answers(proposal)
        amounts = self._amounts(decision, answers)
        treatments = tuple(
            treatment.decided(amount, answer)
            for treatment, amount, answer in zip(self.treatments, amounts, answers, strict=True)
        )
        after = replace(self, treatments=treatments, reason=decision.reason, decided_at=decision.at)
        return replace(after, status=after._outcome, version=self.version + 1)

    @property
    def _outcome(self) -> RefundOutcome:
        if not self.approved.amount:
            return "denied"
        return "approved" if self.approved == self.claimed else "partly-approved"

    def _answers(self, proposal: Proposal | None) -> Sequence[Answer | None]:
        """Returns the engine's answer on each treatment, in their order; None when nothing was proposed."""
        if proposal is None or not proposal.treatments:
            return [None for _ in self.treatments]
        return [treatment.answer for treatment in proposal.treatments]

    def _amounts(self, decision: StaffDecision, answers: Sequence[Answer | None]) -> list[Money]:
        zero = Money.zero(self.claimed.currency)
        if decision.decision != "approve":
            return [zero for _ in self.treatments]
        if decision.approved:
            named = {self._index_of(approved): approved.amount for approved in decision.approved}
            return [named.get(index, zero) for index in range(len(self.treatments))]
        earliest = sorted(range(len(self.treatments)), key=lambda index: self.treatments[index].on)
        granted = earliest[: max(decision.grant.sessions, 0)] if decision.grant else earliest
        return [
            _as_proposed(treatment, answer) if index in granted else zero
            for index, (treatment, answer) in enumerate(zip(self.treatments, answers, strict=True))
        ]

    def approval_faults(self, decision: StaffDecision, proposal: Proposal | None) -> list[Fault]:
        """Returns the faults of an approval, such as a payment of nothing or above the cost (R-305)."""
        found, answers = [], self._answers(proposal)
        if decision.grant and decision.approved:
            found.append(Fault("/approved", "approved-or-grant", ""))
        if decision.grant and decision.grant.per_session:
            found.append(PRICE_IS_FOR_CLAIMS)
        for number, approved in enumerate(decision.approved):
            index, amount = self._index_of(approved), approved.amount
            if index is None:
                found.append(Fault(f"/approved/{number}", "no-such-treatment", ""))
            elif amount.currency != self.claimed.currency:
                found.append(Fault(f"/approved/{number}/amount/currency", "currency-not-the-payers", ""))
            elif amount > self.treatments[index].cost:
                found.append(Fault(f"/approved/{number}/amount/amount", "amount-above-cost", ""))
            else:
                answer = answers[index]
                trail = answer.trail if answer else ()
                found += cap_faults(amount, trail, f"/approved/{number}/amount/amount")
        indexes = [index for index in map(self._index_of, decision.approved) if index is not None]
        if len(set(indexes)) < len(indexes):
            found.append(Fault("/approved", "treatment-named-twice", ""))
        if not found and not self.decided(decision, proposal).approved.amount:
            at = "/grant/sessions" if decision.grant else "/approved"
            found.append(Fault(at, "nothing-approved", ""))
        return found

    def _index_of(self, approved: ApprovedAmount) -> int | None:
        if approved.index is not None:
            return approved.index if 0 <= approved.index < len(self.treatments) else None
        indexes = [index for index, treatment in enumerate(self.treatments) if treatment.on == approved.on]
        return indexes[0] if len(indexes) == 1 else None


def received(refund: Refund, at: datetime, currency: str, begins: date | None = None) -> Refund:
    """Returns a new refund without faults; ``begins`` is the first day of the policy, when known.

    Raises ``BadInput`` with every fault.
    """
    faults = refund.faults(local_day(at, refund.country), currency, begins)
    if faults:
        raise BadInput(faults)
    return refund


def payable_id_for(refund_id: RefundId) -> PayableId:
    """Returns the id of a refund's payable: always the same, so that it is paid once (promise 3)."""
    digest = hashlib.sha256(f"payable:{refund_id}".encode()).digest()
    return PayableId(ids.within("pay", refund_id, digest))


def _as_proposed(treatment: BilledTreatment, answer: Answer | None) -> Money:
    """Returns what the engine proposes, at most the cost (R-305); if open, the cost up to its cap."""
    cost = treatment.cost
    if answer is None:
        return cost
    if answer.outcome == "not-covered":
        return Money.zero(cost.currency)
    if answer.grant and answer.grant.payable:
        return min(answer.grant.payable, cost)
    cap = unit_cap(answer.trail)
    return min(Money(cap.most, cost.currency), cost) if cap else cost


def _sum(amounts: Sequence[Money]) -> Money:
    total = Money.zero(amounts[0].currency)
    for amount in amounts:
        total = total + amount
    return total
