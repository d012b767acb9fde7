"""Issuing: the guarantee that the approval of a claim leads to, and no other (F4-25, F1-24)."""

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
    """Only an approval with a grant leads to a guarantee."""

    code = "not-approved"


@dataclass(frozen=True)
class Names:
    """What the guarantee is known by (``guarantee.id_for`` the task), and the clinic it is for, if any."""

    guarantee_id: GuaranteeId
    case_reference: str
    clinic_id: ClinicId | None = None


def issued(claim: Claim, task: Task, payer: Payer, names: Names) -> Guarantee:
    """The guarantee of an approved task: the same, down to its number, however often it is made.

    Raises ``NotApproved``.
    """
    decision = task.decision
    if decision is None or decision.decision != "approve" or decision.grant is None:
        raise NotApproved()
    grant, day = decision.grant, local_day(decision.at, claim.country)
    if grant.valid_until is None:
        raise NotApproved()
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


def dearest(claim: Claim, task: Task, payer: Payer) -> Money | None:
    """The most that one session of the guarantee can cost; None where no price is agreed."""
    fee, fees = _prices(claim, task, payer)
    return max(filter(None, (fee, *(one.amount for one in fees))), default=None)


def _prices(claim: Claim, task: Task, payer: Payer) -> tuple[Money | None, tuple[Fee, ...]]:
    """The price that was approved: agreed for the case, else the engine's, else asked for, else the tariff's.

    A debriefing by phone has its own fee whatever a session costs (F0-17, F1-12).
    """
    assert task.decision
    grant = task.decision.grant
    in_this_case = grant.per_session if grant else None
    day = local_day(task.decision.at, claim.country)
    agreed = tariff.fees(payer.country, claim.treatment_type, day, payer=payer.slug)
    proposed = task.answer.grant.per_session if task.answer and task.answer.grant else None
    for stated in (in_this_case, proposed, _capped(claim.question.treatment.cost, task)):
        if stated and stated.currency == payer.currency:
            return stated, tuple(fee for fee in agreed if fee.service == "debriefing")
    by_service = {fee.service: fee.amount for fee in agreed}
    return by_service.get("follow-up"), agreed


def _capped(cost: Money | None, task: Task) -> Money | None:
    """The price asked for, under the cap of one session: no subsidy makes it more (R-843, R-934)."""
    cap = unit_cap(task.answer.trail) if task.answer else None
    if cost is None or cap is None or cost.amount <= cap.most:
        return cost
    return replace(cost, amount=cap.most)
