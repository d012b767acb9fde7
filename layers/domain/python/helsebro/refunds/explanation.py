"""Explanation of a refund: the rules by which a billed treatment is not paid in full (F4-26)."""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from helsebro.coverage.trail import Step
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.tasks.proposal import OutsideGrant

NoGrant: TypeAlias = OutsideGrant | Literal["double", "paid-before"]
"""Why a billed treatment takes nothing of a grant."""
MOST = 2
OPEN = ("require", "refer")
"""The effects that leave the answer to a paper or to staff, the strongest first."""
DEDUCTED = ("evidence.subsidy", "evidence.otherInsurerPays", "treatment.supplement")
"""The amounts that are not paid of the price."""


def unpaid_because(treatment: BilledTreatment) -> tuple[Step, ...]:
    """Returns the steps by which it is not paid in full, at most two.

    None when it is paid in full or not yet decided; when the reason is that it is a double, paid before or
    outside the grant (``outside_because``); and when staff decided against the rules: they say why.
    """
    if treatment.outcome in (None, "approved") or is_paid_to_the_granted_price(treatment):
        return ()
    if is_paid_again(treatment):
        return ()
    denials = [step for step in treatment.trail if step.denies]
    if denials:
        return tuple(denials[:MOST])
    if treatment.approved and treatment.approved.amount:
        return _limits(treatment)
    if outside_because(treatment):
        return ()
    found = [step for step in treatment.trail if step.effect in OPEN]
    return tuple(sorted(found, key=lambda step: OPEN.index(step.effect))[:MOST])


def outside_because(treatment: BilledTreatment) -> NoGrant | None:
    """Returns why nothing is paid of a treatment, or only the granted price; None when no such reason."""
    if is_paid_to_the_granted_price(treatment):
        return treatment.outside_grant
    if treatment.outcome == "partly-approved" and is_paid_again(treatment):
        return "double" if treatment.double_of is not None else "paid-before"
    if treatment.outcome != "denied" or treatment.outside_grant == "above-granted-price":
        return None
    if treatment.double_of is not None:
        return "double"
    return "paid-before" if treatment.paid_before else treatment.outside_grant


def is_paid_again(treatment: BilledTreatment) -> bool:
    """Returns whether staff named an amount for what was paid before, or stands in the refund twice: then no
    rule made the amount.
    """
    is_again = bool(treatment.paid_before) or treatment.double_of is not None
    return is_again and bool(treatment.approved and treatment.approved.amount)


def is_paid_to_the_granted_price(treatment: BilledTreatment) -> bool:
    """Returns whether it costs more than the case was granted for it, and just that is paid."""
    granted = treatment.granted_price
    return treatment.outcome == "partly-approved" and granted is not None and treatment.approved == granted


def is_paid_to_its_cap(treatment: BilledTreatment) -> bool:
    """Returns whether the treatment is paid as much as any further paper or fact could give."""
    caps = [step.most for step in treatment.trail if step.most is not None]
    return bool(caps) and treatment.approved is not None and treatment.approved.amount >= min(caps)


def _limits(treatment: BilledTreatment) -> tuple[Step, ...]:
    """Returns the cap of a session if it was reached, else what was deducted of the price."""
    caps = sorted(
        (step for step in treatment.trail if step.most is not None), key=lambda step: step.most or 0
    )
    if is_paid_to_its_cap(treatment):
        return tuple(caps[:1])
    known = treatment.trail.facts
    amounts = {path: cast("dict[str, str]", known[path]) for path in DEDUCTED if path in known}
    deducted = {path for path, amount in amounts.items() if Money.from_json(amount).amount}
    return tuple(step for step in treatment.trail if deducted & set(step.reads))[:MOST]
