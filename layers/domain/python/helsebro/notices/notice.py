"""Notice (varsel): what one party tells the other about the policy, and what becomes of it (R-1403–R-1412).

Silence is acceptance: a change takes effect on its day unless it is refused in time, which ends the policy on
that day (R-1406, R-1412).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from helsebro.coverage.product_head import family_of
from helsebro.errors import BadInput, Fault
from helsebro.money import Money
from helsebro.policies.policy import Policy, PolicyChange

Kind = Literal[
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
Side = Literal["payer", "policyholder"]
Basis = Literal["law", "index", "clarifying"]
Undone = Literal["not-accepted", "withdrawn"]
State = Literal["noticed", "accepted", "in-effect", "not-accepted", "withdrawn"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ENDING = frozenset({"cancellation", "claim-cancellation"})
ANSWERING = frozenset({"not-accepted", "withdrawn"})
SENT_BY: Mapping[Kind, tuple[Side, ...]] = {
    **dict.fromkeys(KINDS, ("payer",)),
    "cancellation": ("payer", "policyholder"),
    "withdrawn": ("payer", "policyholder"),
    "agreed": ("payer", "policyholder"),
    "not-accepted": ("policyholder",),
}
"""Which party a kind of notice is for; the first one is meant when nothing is said."""

EVERY = frozenset({"kind", "sentOn", "by", "written"})
NEEDS: Mapping[Kind, frozenset[str]] = {
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
BASES: Mapping[str, frozenset[Basis]] = {
    "price": frozenset({"law", "index"}),
    "conditions": frozenset({"law", "clarifying"}),
}
"""What spares a price or a condition the notice: the law, the index, or that it only makes things clear."""


@dataclass(frozen=True)
class Fee:
    """A fee of the payer (R-1407): ``before`` is None for a new one."""

    name: str
    amount: Money
    before: Money | None = None

    @property
    def is_lower(self) -> bool:
        """Whether it goes down, which needs no notice (R-1408)."""
        return self.before is not None and self.amount < self.before


@dataclass(frozen=True)
class Notice:
    """One notice, as it was sent.

    ``effective_on`` is the first day of what it tells of. ``percent`` is how much the price rises.
    ``settled_on`` is the day the claim it rests on was paid. ``about`` is the notice it answers, ``undone``
    what became of one that was answered.
    """

    notice_id: str
    payer: str
    policy_id: str
    kind: Kind
    by: Side
    sent_on: date
    effective_on: date
    written: bool = True
    basis: Basis | None = None
    percent: Decimal | None = None
    fee: Fee | None = None
    claim_id: str | None = None
    settled_on: date | None = None
    about: str | None = None
    change: PolicyChange | None = None
    undone: Undone | None = None

    @property
    def may_be_refused(self) -> bool:
        """Whether silence accepts it: the changes that had to be noticed (R-1406, R-1412)."""
        return self.kind in ("claim-change", "price", "conditions") and self.basis is None

    @property
    def undoes(self) -> Undone:
        """What becomes of the notice that this one answers."""
        return "withdrawn" if self.kind == "withdrawn" else "not-accepted"

    def state(self, refuse_by: date | None, today: date) -> State:
        """Where it stands on a day; silence past the last day to refuse has accepted it."""
        if self.undone:
            return self.undone
        if self.kind in ANSWERING or self.effective_on <= today:
            return "in-effect"
        return "noticed" if refuse_by and today <= refuse_by else "accepted"

    def effect_on(self, policy: Policy) -> Policy:
        """The next version of the policy. Raises ``BadInput`` when it could not stand so."""
        if self.kind == "withdrawn":
            return policy.without(self.about or "")
        if self.kind in ENDING or self.kind == "not-accepted":
            end = PolicyChange(self.notice_id, self.effective_on, ends=True)
            return policy.changed(end, instead_of=self.about or "")
        if self.change:
            return policy.changed(self.change)
        # A notice that changes nothing of the policy is a version too, so that no two pass unseen (R-1409).
        return policy.without(self.notice_id)


def field_faults(kind: Kind, told: Iterable[str]) -> list[Fault]:
    """The fields that a kind of notice lacks, and those it has no use for."""
    told = frozenset(told)
    missing = sorted(NEEDS[kind] - told)
    strange = sorted(told - NEEDS[kind] - MAY_HAVE.get(kind, frozenset()) - EVERY)
    return [
        *(Fault(f"/{name}", "missing", "") for name in missing),
        *(Fault(f"/{name}", "not-in-this-notice", kind) for name in strange),
    ]


def basis_faults(kind: str, basis: object) -> list[Fault]:
    """The fault of a basis that a kind of notice does not know."""
    known = BASES.get(kind, frozenset())
    return [] if basis in known else [Fault("/basis", "not-in-this-notice", kind)]


def change_faults(policy: Policy, change: PolicyChange | None) -> list[Fault]:
    """The faults of a change: it sets something, and the policy could stand so."""
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
        policy.changed(change)
    except BadInput as refused:
        faults += [Fault(f"/change{one.pointer}", one.code, one.detail) for one in refused.faults]
    return faults
