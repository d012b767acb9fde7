"""Notice (varsel): a message from one party to the other about the policy, and its effect (R-1403–R-1412).

No answer means acceptance: a change takes effect on its day unless the policyholder refuses it in time. A
refusal ends the policy on that day (R-1406, R-1412).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from helsebro.coverage.product_head import family_of
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId, PolicyId
from helsebro.money import Money
from helsebro.policies.policy import Policy, PolicyChange
from helsebro.policies.printed_amounts import amount_faults

NoticeKind = Literal[
    "cancellation",
    "claim-cancellation",
    "claim-change",
    "fee",
    "small-price",
    "price",
    "conditions",
    "agreed",
    "not-accepted",
    "withdrawn",
]
NoticeParty = Literal["payer", "policyholder"]
NoticeBasis = Literal["law", "index", "clarifying"]
Reversal = Literal["not-accepted", "withdrawn"]
NoticeState = Literal["noticed", "accepted", "in-effect", "not-accepted", "withdrawn"]

KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)
ENDING = frozenset({"cancellation", "claim-cancellation"})
ANSWERING = frozenset({"not-accepted", "withdrawn"})
SENT_BY: Mapping[NoticeKind, tuple[NoticeParty, ...]] = {
    **dict.fromkeys(KINDS, ("payer",)),
    "cancellation": ("payer", "policyholder"),
    "withdrawn": ("payer", "policyholder"),
    "agreed": ("payer", "policyholder"),
    "not-accepted": ("policyholder",),
}
"""The parties that may send each kind of notice; the first is the default."""

EVERY = frozenset({"kind", "sentOn", "by", "written"})
NEEDS: Mapping[NoticeKind, frozenset[str]] = {
    "cancellation": frozenset({"effectiveOn"}),
    "claim-cancellation": frozenset({"effectiveOn", "claimId"}),
    "claim-change": frozenset({"effectiveOn", "claimId"}),
    "fee": frozenset({"effectiveOn", "fee"}),
    "small-price": frozenset({"effectiveOn", "percent"}),
    "price": frozenset({"effectiveOn", "percent"}),
    "conditions": frozenset({"effectiveOn"}),
    "agreed": frozenset({"effectiveOn", "change"}),
    "not-accepted": frozenset({"noticeId"}),
    "withdrawn": frozenset({"noticeId"}),
}
MAY_HAVE: Mapping[str, frozenset[str]] = {
    "claim-cancellation": frozenset({"settledOn"}),
    "claim-change": frozenset({"settledOn", "percent", "change"}),
    "price": frozenset({"basis"}),
    "conditions": frozenset({"basis", "change"}),
    "agreed": frozenset({"percent"}),
}
BASES: Mapping[str, frozenset[NoticeBasis]] = {
    "price": frozenset({"law", "index"}),
    "conditions": frozenset({"law", "clarifying"}),
}
"""The grounds on which a price or condition needs no notice: the law, the index, or a clarification."""


@dataclass(frozen=True)
class PayerFee:
    """A fee of the payer (R-1407); ``before`` is the old amount, None for a new fee."""

    name: str
    amount: Money
    before: Money | None = None

    @property
    def is_lower(self) -> bool:
        """Whether the fee goes down, which needs no notice (R-1408)."""
        return self.before is not None and self.amount < self.before


@dataclass(frozen=True)
class Notice:
    """One notice, as it was sent.

    ``effective_on`` is the first day of the change. ``percent`` is how much the price rises. ``settled_on``
    is the day the claim behind it was paid. ``about`` is the id of the notice it answers. ``undone`` is set
    once another notice has refused or withdrawn this one. ``index_version`` is the version of the payer's
    index of that year, by which a price rose.
    """

    notice_id: str
    payer: str
    policy_id: PolicyId
    kind: NoticeKind
    by: NoticeParty
    sent_on: date
    effective_on: date
    written: bool = True
    basis: NoticeBasis | None = None
    percent: Decimal | None = None
    fee: PayerFee | None = None
    claim_id: ClaimId | None = None
    settled_on: date | None = None
    about: str | None = None
    change: PolicyChange | None = None
    undone: Reversal | None = None
    index_version: int | None = None

    @property
    def may_be_refused(self) -> bool:
        """Whether the policyholder may refuse it; no answer accepts it (R-1406, R-1412)."""
        return self.kind in ("claim-change", "price", "conditions") and self.basis is None

    @property
    def undoes(self) -> Reversal:
        """What this notice does to the notice that it answers."""
        return "withdrawn" if self.kind == "withdrawn" else "not-accepted"

    def state(self, refuse_by: date | None, today: date) -> NoticeState:
        """Returns its state on a day; after the last day to refuse, no answer means accepted."""
        if self.undone:
            return self.undone
        if self.kind in ANSWERING or self.effective_on <= today:
            return "in-effect"
        return "noticed" if refuse_by and today <= refuse_by else "accepted"

    def effect_on(self, policy: Policy) -> Policy:
        """Returns the next version of the policy. Raises ``BadInput`` when that would not be valid."""
        if self.kind == "withdrawn":
            return policy.without(self.about or "")
        if self.kind in ENDING or self.kind == "not-accepted":
            end = PolicyChange(self.notice_id, self.effective_on, ends=True)
            return policy.changed(end, instead_of=self.about or "")
        if self.change:
            return policy.changed(self.change)
        # A notice that changes no terms makes a new version too: two at once must conflict (R-1409).
        return policy.without(self.notice_id)


def field_faults(kind: NoticeKind, given: Iterable[str]) -> list[Fault]:
    """Returns a fault for each field that a kind of notice lacks or does not have."""
    given = frozenset(given)
    missing = sorted(NEEDS[kind] - given)
    unexpected = sorted(given - NEEDS[kind] - MAY_HAVE.get(kind, frozenset()) - EVERY)
    return [
        *(Fault(f"/{name}", "missing", "") for name in missing),
        *(Fault(f"/{name}", "not-in-this-notice", kind) for name in unexpected),
    ]


def basis_faults(kind: str, basis: object) -> list[Fault]:
    """Returns a fault when the kind of notice cannot have that basis."""
    known = BASES.get(kind, frozenset())
    return [] if basis in known else [Fault("/basis", "unknown-value", ", ".join(sorted(known)))]


def change_faults(policy: Policy, change: PolicyChange | None) -> list[Fault]:
    """Returns the faults of a change that sets nothing or would make the policy invalid."""
    if change is None:
        return []
    if not change.new_values:
        return [Fault("/change", "nothing-changes", "")]
    faults = []
    if change.annual_sum and change.annual_sum.currency != policy.annual_sum.currency:
        faults.append(Fault("/change/annualSum/currency", "currency-not-the-payers", ""))
    if change.product and family_of(change.product) != family_of(policy.product):
        faults.append(Fault("/change/product", "product-of-another-cause", policy.product))
    try:
        changed = policy.changed(change).on(change.effective_on)
        wrong = amount_faults(changed.product, changed.parameters, policy.annual_sum.currency)
        faults += [replace(fault, pointer=f"/change{fault.pointer}") for fault in wrong]
    except BadInput as refused:
        faults += [replace(fault, pointer=f"/change{fault.pointer}") for fault in refused.faults]
    return faults
