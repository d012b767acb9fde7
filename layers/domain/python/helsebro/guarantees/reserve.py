"""Reserving: the sessions that a grant or an extension takes of a person's benefits, up to every cap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from helsebro.benefits import caps
from helsebro.benefits.caps import Asked, BenefitExceeded
from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Reservation
from helsebro.claims.claim import Claim
from helsebro.claims.facts.price_meaning import unit_of
from helsebro.claims.purpose import purpose_of
from helsebro.coverage.answer import Settlement
from helsebro.coverage.unit_cap import cap_faults
from helsebro.errors import BadInput, Fault
from helsebro.guarantees import issue
from helsebro.guarantees.guarantee import Guarantee, part_of
from helsebro.guarantees.prices.tariff_fees import deducted_subsidy
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payer import Payer
from helsebro.tasks.end_of_cover import end_of_cover
from helsebro.tasks.last_day import begin_by, last_day_faults
from helsebro.tasks.task import Task

if TYPE_CHECKING:
    from helsebro.coverage.benefits.headroom import Room
    from helsebro.coverage.question.cover import Cover

PRICED = ("first", "follow-up")
"""The services whose tariff a price of a session is held to."""


def granted_portion(claim: Claim, task: Task, payer: Payer) -> Portion | None:
    """Returns the portion that an approved task grants; None when it grants nothing.

    Raises ``BadInput`` for an agreed price that cannot be paid (``price_faults``).
    """
    decision = task.decision
    grant = decision.granted if decision else None
    if decision is None or grant is None:
        return None
    today = local_day(decision.at, claim.country)
    if faults := price_faults(claim, task, payer):
        raise BadInput(faults)
    starts_on = claim.question.treatment.starts_on or today
    last_day = grant.valid_until or today
    return Portion(
        portion_id=task.task_id,
        recorded_on=today,
        sessions=grant.sessions,
        first_day=min(max(today, starts_on), last_day),
        last_day=last_day,
        per_session=issue.highest_price(claim, task, payer),
        hours=_hours(claim, task),
        begin_by=begin_by(task.answer.trail) if task.answer else None,
    )


def settlement_of(claim: Claim, task: Task) -> Settlement:
    """Returns whom the guarantee of an approved task will pay."""
    grant = task.decision.granted if task.decision else None
    return "refund" if issue.is_refunded(claim, task, bool(grant and grant.names_a_clinic)) else "direct"


def added_portion(guarantee: Guarantee, ledger: Ledger, decision_id: str, on: date) -> Portion | None:
    """Returns what an extended guarantee grants beyond its reservation; None when it is reserved already.

    ``decision_id``, of the task or the extension, makes it count once; ``on`` is the day of the decision.
    Sessions released when the guarantee expired are reserved again.
    """
    known = ledger.reservation(guarantee.guarantee_id)
    if known and any(earlier.portion_id == decision_id for earlier in known.portions):
        return None
    backed = ledger.backed(guarantee.guarantee_id) if known else guarantee.sessions_used
    sessions = max(guarantee.sessions_granted - backed, 0)
    return Portion(
        portion_id=decision_id,
        recorded_on=on,
        sessions=sessions,
        first_day=min(on, guarantee.valid_until),
        last_day=guarantee.valid_until,
        per_session=_added_price(guarantee, ledger, sessions),
        hours=known.hours_of(sessions) if known else None,
    )


def _added_price(guarantee: Guarantee, ledger: Ledger, sessions: int) -> Money | None:
    """Returns the highest price of the sessions that an extension reserves.

    Of a price for all, they have what is left of it: bills took other amounts than equal parts, so parts of
    the whole would reserve more or less than is still promised.
    """
    if guarantee.fee and guarantee.fee_for == "whole":
        rest = guarantee.fee - ledger.cost_of(guarantee.guarantee_id, guarantee.fee.currency)
        return part_of(max(rest, Money.zero(rest.currency)), sessions) if sessions else None
    prices = (guarantee.session_fee, *(fee.amount for fee in guarantee.fees))
    return max(filter(None, prices), default=None)


def reserve(
    ledger: Ledger,
    claim: Claim,
    cover: Cover | None,
    guarantee_id: GuaranteeId,
    portion: Portion,
    settlement: Settlement | None = None,
) -> Ledger:
    """Returns the ledger with the portion reserved for a guarantee that pays the clinic or the member.

    Raises ``BenefitExceeded`` when a cap does not allow it, ``BadInput`` when it outlasts the cover. The
    sessions left of earlier portions may be held in the added time too, so they must fit into every window of
    that time. ``cover`` is None for a person without the policy: then no cap applies.
    """
    if cover:
        faults = last_day_faults(portion.last_day, end_of_cover(cover))
        rooms = {room.rule: room for room in _exceeded_rooms(ledger, claim, cover, guarantee_id, portion)}
        if rooms:
            raise BenefitExceeded([("/grant/sessions", room) for room in rooms.values()]).beside(faults)
        if faults:
            raise BadInput(faults)
    in_network = claim.question.treatment.in_network is not False
    purpose = purpose_of(claim)
    return ledger.reserve(guarantee_id, purpose, claim.treatment_type, in_network, portion, settlement)


def _exceeded_rooms(
    ledger: Ledger, claim: Claim, cover: Cover, guarantee_id: GuaranteeId, portion: Portion
) -> Iterator[Room]:
    yield from _exceeded(claim, cover, ledger, portion)
    known = ledger.reservation(guarantee_id)
    moved = _moved_later(ledger, known, portion) if known else None
    if moved:
        without = ledger.release(guarantee_id, 0, portion.recorded_on, last=False)
        yield from _exceeded(claim, cover, without, moved)


def _exceeded(claim: Claim, cover: Cover, ledger: Ledger, portion: Portion) -> list[Room]:
    """Returns the caps that a portion exceeds."""
    asked = Asked(
        first_day=portion.first_day,
        last_day=portion.last_day,
        sessions=portion.sessions,
        hours=portion.hours,
        amount=portion.per_session * portion.sessions if portion.per_session else None,
    )
    return caps.passed(
        claim.question, cover, ledger, asked, claim_id=claim.claim_id, today=portion.recorded_on
    )


def _moved_later(ledger: Ledger, known: Reservation, portion: Portion) -> Portion | None:
    """Returns all sessions left, as if they were held after the present last day; None when none can be."""
    first_day = max(portion.first_day, known.last_day + timedelta(days=1))
    left = ledger.left(known.guarantee_id)
    if not left or first_day > portion.last_day:
        return None
    sessions = left + portion.sessions
    return replace(portion, first_day=first_day, sessions=sessions, hours=known.hours_of(sessions))


def price_faults(claim: Claim, task: Task, payer: Payer) -> list[Fault]:
    """Returns the faults of an agreed price: another currency than the payer's, nothing, more than a session
    costs, or more than a session's cap.
    """
    grant, amount = task.decision.granted if task.decision else None, "/grant/perSession/amount"
    price = grant.per_session if grant else None
    if price is None:
        return []
    found = [Fault(amount, "amount-not-positive", "")] if price.amount <= 0 else []
    if price.currency != payer.currency:
        return [*found, Fault("/grant/perSession/currency", "currency-not-the-payers", "")]
    # A price for all sessions is shared by those that are granted, so without any it is not known.
    highest = _cost(claim, payer, task) if grant and grant.sessions > 0 else None
    if highest and price > highest:
        return [*found, Fault(amount, "amount-above-cost", "")]
    return [*found, *cap_faults(price, task.answer.trail if task.answer else (), amount)]


def _cost(claim: Claim, payer: Payer, task: Task) -> Money | None:
    """Returns the most that a session costs (R-305): the price of the case; None if it is not known.

    A price for all sessions is shared by those that are granted. In the network the tariff's highest price
    is the most, and it is the only one that is known when the case has none. What a subsidy pays is no cost
    of ours (R-306).
    """
    decision, stated = task.decision, claim.question.treatment.cost
    grant, subsidy = decision.granted if decision else None, deducted_subsidy(claim, task.answer)
    if stated and grant and unit_of(claim) == "whole":
        stated, subsidy = part_of(stated, grant.sessions), subsidy and part_of(subsidy, grant.sessions)
    fees = decision.fees if decision else None
    tariff = max((fee.amount for fee in fees or () if fee.service in PRICED), default=None)
    if stated and grant and claim.question.treatment.in_network is False and not grant.names_a_clinic:
        tariff = None
    known = (cost for cost in (stated, tariff) if cost and cost.currency == payer.currency)
    most = min(known, default=None)
    if most is None or subsidy is None or subsidy.currency != most.currency:
        return most
    return max(most - subsidy, Money.zero(most.currency))


def _hours(claim: Claim, task: Task) -> int | float | None:
    """Returns the granted hours of a treatment that is counted in hours; None for others."""
    hours = task.answer.grant.hours if task.answer and task.answer.grant else None
    return claim.question.treatment.hours if hours is None else hours
