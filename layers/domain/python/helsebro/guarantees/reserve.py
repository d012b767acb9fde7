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
from helsebro.claims.purpose import purpose_of
from helsebro.coverage.unit_cap import cap_faults
from helsebro.errors import BadInput, Fault
from helsebro.guarantees import issue
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.payer import Payer
from helsebro.tasks.task import Task

if TYPE_CHECKING:
    from helsebro.coverage.benefits.headroom import Room
    from helsebro.coverage.question.cover import Cover


def granted_portion(claim: Claim, task: Task, payer: Payer) -> Portion | None:
    """Returns the portion that an approved task grants; None when it grants nothing.

    Raises ``BadInput`` for an agreed price in another currency than the payer's, or above a session's cap.
    """
    decision = task.decision
    grant = decision.granted if decision else None
    if decision is None or grant is None:
        return None
    today = local_day(decision.at, claim.country)
    if grant.per_session:
        _must_be_payable(grant.per_session, payer.currency, task)
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
    )


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
    prices = filter(None, (guarantee.fee, *(fee.amount for fee in guarantee.fees)))
    return Portion(
        portion_id=decision_id,
        recorded_on=on,
        sessions=sessions,
        first_day=min(on, guarantee.valid_until),
        last_day=guarantee.valid_until,
        per_session=max(prices, default=None),
        hours=known.hours_of(sessions) if known else None,
    )


def reserve(
    ledger: Ledger, claim: Claim, cover: Cover | None, guarantee_id: GuaranteeId, portion: Portion
) -> Ledger:
    """Returns the ledger with the portion reserved. Raises ``BenefitExceeded`` when a cap does not allow it.

    The sessions left of earlier portions may be held in the added time too, so they must fit into every
    window of that time. ``cover`` is None for a person without the policy: then no cap applies.
    """
    if cover:
        rooms = {room.rule: room for room in _exceeded_rooms(ledger, claim, cover, guarantee_id, portion)}
        if rooms:
            raise BenefitExceeded([("/grant/sessions", room) for room in rooms.values()])
    in_network = claim.question.treatment.in_network is not False
    return ledger.reserve(guarantee_id, purpose_of(claim), claim.treatment_type, in_network, portion)


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


def _must_be_payable(price: Money, currency: str, task: Task) -> None:
    if price.currency != currency:
        raise BadInput([Fault("/grant/perSession/currency", "currency-not-the-payers", "")])
    faults = cap_faults(price, task.answer.trail if task.answer else (), "/grant/perSession/amount")
    if faults:
        raise BadInput(faults)


def _hours(claim: Claim, task: Task) -> int | float | None:
    """Returns the granted hours of a treatment that is counted in hours; None for others."""
    hours = task.answer.grant.hours if task.answer and task.answer.grant else None
    return claim.question.treatment.hours if hours is None else hours
