"""Refund (refusion): pays a member's own bill back, in whole or in part (F4-30, F3-13)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from helsebro import ids
from helsebro.claims.facts.case_fact import FactRole, MemberReply
from helsebro.coverage.trail import Trail
from helsebro.coverage.unit_cap import cap_faults
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId, DocumentId, PayableId, PersonId, RefundId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment, RefundOutcome, outcome_of
from helsebro.refunds.proposed_payment import as_proposed, is_granted, of_the_first
from helsebro.tasks.last_day import last_day
from helsebro.tasks.proposal import BilledAnswer, Proposal
from helsebro.tasks.staff_decision import PRICE_IS_FOR_CLAIMS, ApprovedAmount, StaffDecision

RefundStatus = Literal["received", "in-review", "approved", "partly-approved", "denied", "paid"]


@dataclass(frozen=True)
class Refund:
    """A member's request. It is paid to the confirmed account of who asked (``asked_by``, else the person).

    ``country`` gives the time zone of its days. ``question`` is what finance asked the member during review,
    at ``asked_at``, until it is answered; ``replies`` are the answers, each with its question. ``open_facts``
    are the facts of the case that the member can answer and on which its amount hung when it was first
    proposed. ``digests`` are those of their bytes. ``paid_at`` and ``payment_returned_at`` are the bank's.
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
    replies: tuple[MemberReply, ...] = ()
    reason: str | None = None
    decided_at: datetime | None = None
    open_facts: tuple[str, ...] = ()
    asked_at: datetime | None = None
    digests: tuple[str, ...] | None = None
    paid_at: datetime | None = None
    payment_returned_at: datetime | None = None
    asked_by: PersonId | None = None

    @property
    def paid_to(self) -> PersonId:
        """Who asked for it, and is paid: a guardian or the holder of a mandate in place of the person."""
        return self.asked_by or self.person_id

    @property
    def claimed(self) -> Money:
        """The sum that the member paid."""
        return sum((treatment.cost for treatment in self.treatments[1:]), self.treatments[0].cost)

    @property
    def approved(self) -> Money:
        """The sum that is paid back."""
        zero = Money.zero(self.claimed.currency)
        return sum((treatment.approved or zero for treatment in self.treatments), zero)

    @property
    def by_day(self) -> list[int]:
        """The indexes of the treatments, earliest day first; those of one day in the order of the bill."""
        return sorted(range(len(self.treatments)), key=lambda index: self.treatments[index].on)

    def double_of(self, index: int) -> int | None:
        """Returns the index of the first treatment of the same kind on the same day; None for that one."""
        billed = self.treatments[index]
        same = (
            place
            for place, other in enumerate(self.treatments)
            if (other.on, other.type) == (billed.on, billed.type)
        )
        first = next(same)
        return None if first == index else first

    def faults(self, today: date, currency: str, begins: date | None = None) -> list[Fault]:
        """Returns the faults of a new refund: treatments in the future or before the policy began, amounts
        that are not positive, another currency, a bill that is not among the refund's.
        """
        return [
            fault
            for index, treatment in enumerate(self.treatments)
            for fault in treatment.faults(f"/treatments/{index}", today, currency, begins)
        ] + [
            Fault(f"/treatments/{index}/documentId", "bill-not-in-refund", "")
            for index, treatment in enumerate(self.treatments)
            if treatment.document_id and treatment.document_id not in self.document_ids
        ]

    def reviewed(self, open_facts: tuple[str, ...] = ()) -> Refund:
        """Returns the refund in review, with the facts that leave its amount open."""
        return replace(self, status="in-review", open_facts=open_facts, version=self.version + 1)

    def asked(self, question: str, at: datetime) -> Refund:
        """Returns the refund with finance's question to the member; it stays in review."""
        return replace(self, question=question, asked_at=at, version=self.version + 1)

    def answered(
        self, text: str, at: datetime, by: FactRole, document_id: DocumentId | None = None
    ) -> Refund:
        """Returns the refund with the member's answer, which closes the question. A paper has no words."""
        asked, on = self.question or "", self.asked_at
        reply = MemberReply(asked, text, at, by, document_id=document_id, asked_at=on)
        return replace(self, question=None, replies=(*self.replies, reply), version=self.version + 1)

    def decided(self, decision: StaffDecision, proposal: Proposal | None) -> Refund:
        """Returns the refund with every treatment decided, each with the engine's trail."""
        proposed = self._proposed(proposal)
        amounts = self._amounts(decision, proposed)
        treatments = tuple(
            treatment.decided(amount, on_it)
            for treatment, amount, on_it in zip(self.treatments, amounts, proposed, strict=True)
        )
        after = replace(self, treatments=treatments, reason=decision.reason, decided_at=decision.at)
        return replace(after, status=after._outcome, version=self.version + 1)

    def paid(self, at: datetime) -> Refund:
        """Returns the refund after the bank has paid it."""
        return replace(self, status="paid", paid_at=at, payment_returned_at=None, version=self.version + 1)

    def payment_returned(self, at: datetime) -> Refund:
        """Returns the refund after the bank rejected its payment or the money came back: approved again."""
        return replace(self.paid(at), status=self._outcome, paid_at=None, payment_returned_at=at)

    @property
    def _outcome(self) -> RefundOutcome:
        return outcome_of(self.claimed, self.approved)

    def _proposed(self, proposal: Proposal | None) -> Sequence[BilledAnswer | None]:
        """Returns what is proposed on each treatment, in their order; None when nothing was proposed."""
        if proposal is None or not proposal.treatments:
            return [None for _ in self.treatments]
        return proposal.treatments

    def _amounts(self, decision: StaffDecision, proposed: Sequence[BilledAnswer | None]) -> list[Money]:
        zero = Money.zero(self.claimed.currency)
        if decision.decision != "approve":
            return [zero for _ in self.treatments]
        if decision.approved:
            named = {self._index_of(approved): approved.amount for approved in decision.approved}
            return [named.get(index, zero) for index in range(len(self.treatments))]
        if decision.grant:
            granted = [index for index in self.by_day if is_granted(proposed[index])]
            paid = set(granted[: max(decision.grant.sessions, 0)])
            return [
                of_the_first(treatment.cost, proposed[index]) if index in paid else zero
                for index, treatment in enumerate(self.treatments)
            ]
        return [
            as_proposed(treatment.cost, on_it) or zero
            for treatment, on_it in zip(self.treatments, proposed, strict=True)
        ]

    def approval_faults(self, decision: StaffDecision, proposal: Proposal | None) -> list[Fault]:
        """Returns the faults of an approval, such as a payment of nothing or above the cost (R-305)."""
        found, proposed = [], self._proposed(proposal)
        if decision.grant and decision.approved:
            found.append(Fault("/approved", "approved-or-grant", ""))
        if decision.grant and decision.grant.per_session:
            found.append(PRICE_IS_FOR_CLAIMS)
        for place, approved in enumerate(decision.approved):
            number = place if approved.place is None else approved.place
            index, amount = self._index_of(approved), approved.amount
            if index is None:
                found.append(Fault(f"/approved/{number}", "no-such-treatment", ""))
                continue
            if amount.currency != self.claimed.currency:
                found.append(Fault(f"/approved/{number}/amount/currency", "currency-not-the-payers", ""))
            elif amount > self.treatments[index].cost:
                found.append(Fault(f"/approved/{number}/amount/amount", "amount-above-cost", ""))
            else:
                found += _amount_faults(
                    self.treatments[index], amount, proposed[index], f"/approved/{number}"
                )
        indexes = [index for index in map(self._index_of, decision.approved) if index is not None]
        if len(set(indexes)) < len(indexes):
            found.append(Fault("/approved", "treatment-named-twice", ""))
        if not found and not decision.faults and not self.decided(decision, proposal).approved.amount:
            found.append(_nothing_paid(decision))
        return found

    def _index_of(self, approved: ApprovedAmount) -> int | None:
        if approved.index is not None:
            return approved.index if 0 <= approved.index < len(self.treatments) else None
        indexes = [index for index, treatment in enumerate(self.treatments) if treatment.on == approved.on]
        return indexes[0] if len(indexes) == 1 else None


def received(
    refund: Refund, at: datetime, currency: str, begins: date | None = None, also: Sequence[Fault] = ()
) -> Refund:
    """Returns a new refund without faults; ``begins`` is the first day of the policy, when known.

    Raises ``BadInput`` with every fault, ``also`` those of the account.
    """
    faults = [*also, *refund.faults(local_day(at, refund.country), currency, begins)]
    if faults:
        raise BadInput(faults)
    return refund


def payable_id_for(refund_id: RefundId) -> PayableId:
    """Returns the id of a refund's payable: always the same, so that it is paid once (promise 3)."""
    digest = hashlib.sha256(f"payable:{refund_id}".encode()).digest()
    return PayableId(ids.within("pay", refund_id, digest))


def _amount_faults(
    treatment: BilledTreatment, amount: Money, proposed: BilledAnswer | None, at: str
) -> list[Fault]:
    """Returns the faults of an amount that the rules of the terms exclude, which staff cannot override."""
    trail = proposed.answer.trail if proposed else Trail()
    found, last = cap_faults(amount, trail, f"{at}/amount/amount"), last_day(trail)
    if last and amount.amount and treatment.on > last.day:
        found.append(Fault(at, "treatment-after-cover", "", last.named))
    return found


def _nothing_paid(decision: StaffDecision) -> Fault:
    if decision.grant:
        return Fault("/grant/sessions", "nothing-approved", "")
    return Fault("/approved", "nothing-approved" if decision.approved else "amounts-not-named", "")
