"""Issuing: makes the guarantee of an approved claim (F4-25, F1-24)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from helsebro.claims.claim import Claim
from helsebro.coverage.unit_cap import unit_cap
from helsebro.errors import Refused
from helsebro.guarantees import tariff
from helsebro.guarantees.guarantee import Fee, Guarantee, number_for
from helsebro.ids import ClinicId, GuaranteeId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payer import Country, Payer
from helsebro.tasks.task import Task


class NotApproved(Refused):
    """A guarantee is issued only for an approval with a grant."""

    code = "not-approved"


@dataclass(frozen=True)
class Names:
    """The ids of the guarantee (``guarantee.id_for`` the task) and its clinic, if it is for a clinic."""

    guarantee_id: GuaranteeId
    case_reference: str
    clinic_id: ClinicId | None = None


def issued(claim: Claim, task: Task, payer: Payer, names: Names) -> Guarantee:
    """Returns the guarantee of an approved task; every call returns the same one, with the same number.

    Raises ``NotApproved``.
    """
    decision = task.decision
    grant = decision.granted if decision else None
    if decision is None or grant is None or grant.valid_until is None:
        raise NotApproved()
    day = local_day(decision.at, claim.country)
    fee, fees = _prices(claim, task, payer)
    return Guarantee(
        guarantee_id=names.guarantee_id,
        number=number_for(names.guarantee_id, day),
        case_reference=names.case_reference,
        claim_id=claim.claim_id,
        payer=payer.slug,
        person_id=claim.person_id,
        status="active",
        treatment=claim.treatment_type,
        sessions_granted=grant.sessions,
        sessions_booked=0,
        sessions_used=0,
        valid_from=day,
        valid_until=grant.valid_until,
        fee=fee,
        fees=fees,
        contact=payer.contact,
        payer_endpoint=payer.endpoint,
        clinic_id=names.clinic_id,
        practitioner_id=grant.practitioner_id,
        country=cast(Country, claim.country),
        task_id=task.task_id,
        issued_at=decision.at,
    )


def highest_price(claim: Claim, task: Task, payer: Payer) -> Money | None:
    """Returns the highest price of a session under the guarantee; None when no price is agreed."""
    follow_up, fees = _prices(claim, task, payer)
    return max(filter(None, (follow_up, *(fee.amount for fee in fees))), default=None)


def _prices(claim: Claim, task: Task, payer: Payer) -> tuple[Money | None, tuple[Fee, ...]]:
    """Returns the approved price: the case's, else the engine's, else the asked-for, else the tariff's.

    A debriefing by phone always has its own fee (F0-17, F1-12).
    """
    assert task.decision
    grant = task.decision.grant
    agreed_in_case = grant.per_session if grant else None
    day = local_day(task.decision.at, claim.country)
    agreed = tariff.fees(payer.country, claim.treatment_type, day, payer=payer.slug)
    proposed = task.answer.grant.per_session if task.answer and task.answer.grant else None
    for price in (agreed_in_case, proposed, _capped(claim.question.treatment.cost, task)):
        if price and price.currency == payer.currency:
            return price, tuple(fee for fee in agreed if fee.service == "debriefing")
    by_service = {fee.service: fee.amount for fee in agreed}
    return by_service.get("follow-up"), agreed


def _capped(cost: Money | None, task: Task) -> Money | None:
    """Returns the asked-for price, at most the cap of a session; a subsidy adds nothing (R-843, R-934)."""
    cap = unit_cap(task.answer.trail) if task.answer else None
    if cost is None or cap is None or cost.amount <= cap.most:
        return cost
    return replace(cost, amount=cap.most)
