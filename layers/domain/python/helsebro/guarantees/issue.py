"""Issuing: makes the guarantee of an approved claim (F4-25, F1-24)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import cast

from helsebro.claims.claim import Claim
from helsebro.claims.counted_in import TRIPS, WITHOUT_CLINIC
from helsebro.claims.facts.price_meaning import unit_of
from helsebro.coverage.answer import Answer
from helsebro.coverage.asked.price_unit import PriceUnit
from helsebro.coverage.grant import share
from helsebro.coverage.unit_cap import unit_cap
from helsebro.errors import Refused
from helsebro.guarantees.client_match import ClientMatch
from helsebro.guarantees.guarantee import Guarantee, number_for, part_of
from helsebro.guarantees.prices.network_price import cost_in_network
from helsebro.guarantees.prices.tariff_fees import paid_fees
from helsebro.ids import ClinicId, GuaranteeId, PractitionerId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payer import Country, Payer
from helsebro.tariffs.agreed_fees import agreed_fees, tariff_of
from helsebro.tariffs.fee import Fee
from helsebro.tasks.last_day import begin_by
from helsebro.tasks.task import Task

SUBSIDY_RULE = "R-306"
"""The rule that deducts a subsidy; it is in a trail when the policy does."""


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
    refunds = is_refunded(claim, task, bool(names.clinic_id))
    fee, fees = _promised(claim, task, payer) if refunds else _prices(claim, task, payer)
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
        begin_by=begin_by(task.answer.trail) if task.answer else None,
        task_id=task.task_id,
        issued_at=decision.at,
        settlement="refund" if refunds else "direct",
        fee_for=fee_for(claim, task, payer),
        match=_match(names, grant.practitioner_id, decision.at),
    )


def _match(names: Names, practitioner_id: PractitionerId | None, at: datetime) -> ClientMatch | None:
    """Returns the match of a guarantee that staff granted for a clinic."""
    return ClientMatch(names.clinic_id, at, practitioner_id) if names.clinic_id else None


def session_price(claim: Claim, task: Task, payer: Payer) -> Money | None:
    """Returns the price of a follow-up session under the guarantee; None when no price is agreed."""
    return _prices(claim, task, payer)[0]


def fee_for(claim: Claim, task: Task, payer: Payer) -> PriceUnit:
    """Returns whether the price of the guarantee is that of a session, or of all sessions together.

    A price that staff agree for the case, and that of a tariff, is for a session; the case's own is for what
    it was asked for. Transport is paid by the trip (R-1108).
    """
    grant = task.decision.grant if task.decision else None
    if claim.treatment_type in TRIPS:
        return "session"
    if (grant and grant.per_session) or _prices(claim, task, payer)[0] is None:
        return "session"
    return "session" if _is_by_tariff(claim, task) else unit_of(claim)


def highest_price(claim: Claim, task: Task, payer: Payer) -> Money | None:
    """Returns the highest price of a session under the guarantee; None when no price is agreed."""
    grant = task.decision.granted if task.decision else None
    refunds = is_refunded(claim, task, bool(grant and grant.names_a_clinic))
    follow_up, fees = _promised(claim, task, payer) if refunds else _prices(claim, task, payer)
    if follow_up and grant and fee_for(claim, task, payer) == "whole":
        follow_up = part_of(follow_up, grant.sessions)
    return max(filter(None, (follow_up, *(fee.amount for fee in fees))), default=None)


def is_refunded(claim: Claim, task: Task, names_a_clinic: bool) -> bool:
    """Returns whether the member pays first: where no clinic treats, as proposed, or outside the network.

    Staff who grant a clinic of the network promise to pay that clinic.
    """
    if names_a_clinic:
        return False
    if claim.treatment_type in WITHOUT_CLINIC:
        return True
    proposed = task.answer.grant if task.answer else None
    if proposed and proposed.settlement:
        return proposed.settlement == "refund"
    return claim.question.treatment.in_network is False


def _promised(claim: Claim, task: Task, payer: Payer) -> tuple[Money | None, tuple[Fee, ...]]:
    """Returns what is refunded of a session, None when it is open: no tariff counts outside the network.

    The first session has its own price where the engine proposed one.
    """
    price, first = _price_of_case(claim, task, payer), _first_session(task)
    if price is None or first is None:
        return price, ()
    return price, (Fee("first", first), Fee("follow-up", price))


def _first_session(task: Task) -> Money | None:
    """Returns the proposed price of the first session, if no other price was agreed for the case."""
    grant = task.decision.grant if task.decision else None
    proposed = task.answer.grant if task.answer else None
    return proposed.first_session if proposed and grant and not grant.per_session else None


def _prices(claim: Claim, task: Task, payer: Payer) -> tuple[Money | None, tuple[Fee, ...]]:
    """Returns the approved price: the one agreed for the case, else the tariff's, else the engine's.

    Without a tariff it is the asked-for, where the engine proposes none. In the network a lower price of the
    case counts when staff confirmed it. The tariff's are those that the decision keeps, so that a later
    change of the tariff does not reach it. A debriefing by phone always has its own fee (F0-17, F1-12).
    """
    agreed = _agreed(claim, task, payer)
    price = None if _is_by_tariff(claim, task) else _price_of_case(claim, task, payer)
    if price:
        return price, tuple(fee for fee in agreed if fee.service == "debriefing")
    paid = paid_fees(agreed, claim, task.answer)
    by_service = {fee.service: fee.amount for fee in paid}
    return by_service.get("follow-up"), paid


def _agreed(claim: Claim, task: Task, payer: Payer) -> tuple[Fee, ...]:
    assert task.decision
    if task.decision.fees is not None:
        return task.decision.fees
    # A decision that was stored before its fees were: only the country's tariff existed.
    day = local_day(task.decision.at, claim.country)
    return agreed_fees((), payer.country, claim.treatment_type, day)


def _is_by_tariff(claim: Claim, task: Task) -> bool:
    """Returns whether the tariff has the price: in the network, where staff agreed or confirmed none lower.

    A decision that was stored before its fees were keeps the price of the case.
    """
    decision = task.decision
    grant = decision.granted if decision else None
    if decision is None or decision.fees is None or grant is None or grant.per_session:
        return False
    if tariff_of(decision.fees) is None or is_refunded(claim, task, grant.names_a_clinic):
        return False
    return cost_in_network(claim, decision.fees, decision.at) == tariff_of(decision.fees)


def _price_of_case(claim: Claim, task: Task, payer: Payer) -> Money | None:
    grant = task.decision.grant if task.decision else None
    agreed_in_case = grant.per_session if grant else None
    proposed = task.answer.grant.per_session if task.answer and task.answer.grant else None
    prices = (agreed_in_case, proposed, _asked_for(claim, task.answer))
    return next((price for price in prices if price and price.currency == payer.currency), None)


def proposed_price(claim: Claim, answer: Answer) -> Money | None:
    """Returns the price of a session that an answer on the claim gives; None when it is not known."""
    return (answer.grant.per_session if answer.grant else None) or _asked_for(claim, answer)


def _asked_for(claim: Claim, answer: Answer | None) -> Money | None:
    """Returns the asked-for price as far as we pay it, where the engine proposes no grant.

    It is less the subsidy (R-306), at most the cap of a session (R-843, R-934), and shared with another
    insurer (R-1415).
    """
    cost, evidence = claim.question.treatment.cost, claim.question.evidence
    trail = answer.trail if answer else ()
    if cost is None:
        return None
    price, cap = cost.amount, unit_cap(trail)
    if evidence.subsidy and any(step.rule == SUBSIDY_RULE for step in trail):
        price = max(price - evidence.subsidy.amount, Decimal("0.00"))
    ours = price if cap is None else min(price, cap.most)
    theirs = evidence.other_insurer_pays if evidence.other_insurer == "limits" else None
    return replace(cost, amount=ours if theirs is None else share(price, ours, theirs.amount))
