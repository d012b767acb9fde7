"""Reserves grants in a person's benefit ledger, within the commit of the grant.

The methods return operations for that commit. The operations fail with ``LedgerChanged`` when the ledger has
changed since it was read, or two concurrent grants could exceed a cap; the caller retries
(``retry_on_conflict``).
"""

from __future__ import annotations

from collections.abc import Sequence
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
from helsebro.guarantees.guarantee import Guarantee, id_for
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.tasks.task import Task
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro.coverage.benefits.headroom import Room
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Question


class BenefitGrants:
    """Reserves what is granted, never above a cap."""

    def __init__(self, on: Tables = tables) -> None:
        self.benefits, self.people, self.payers = DynamoBenefits(on), DynamoPeople(on), DynamoPayers(on)

    def of_claim(self, claim: Claim, task: Task) -> list[Operation]:
        """Reserves what an approved task grants, for its guarantee.

        Raises ``BenefitExceeded``, and ``BadInput`` for an agreed price that cannot be paid.
        """
        decision = task.decision
        if decision is None or decision.decision != "approve" or not decision.grant:
            return []
        today, grant = local_day(decision.at, claim.country), decision.grant
        payer = self.payers.find(claim.payer)
        if grant.per_session:
            _must_be_payable(grant.per_session, payer.currency, task)
        question = claim.question
        last_day = grant.valid_until or today
        portion = Portion(
            portion_id=task.task_id,
            recorded_on=today,
            sessions=grant.sessions,
            first_day=min(max(today, question.treatment.starts_on or today), last_day),
            last_day=last_day,
            per_session=issue.highest_price(claim, task, payer),
            hours=_hours(task, question),
        )
        return self._reserve(claim, id_for(task.task_id), portion, today)

    def of_extension(self, claim: Claim, guarantee: Guarantee, decision_id: str, on: date) -> list[Operation]:
        """Reserves what an extended guarantee grants beyond its reservation. Raises ``BenefitExceeded``.

        ``decision_id``, of the task or the extension, makes it count once; ``on`` is the day of the decision.
        Sessions released when the guarantee expired are reserved again. The sessions left of earlier portions
        may be held in the added time too, so they must fit into every window of that time.
        """
        ledger = self.benefits.ledger(claim.payer, claim.person_id)
        known = ledger.reservation(guarantee.guarantee_id)
        backed = ledger.backed(guarantee.guarantee_id) if known else guarantee.sessions_used
        sessions = max(guarantee.sessions_granted - backed, 0)
        portion = Portion(
            portion_id=decision_id,
            recorded_on=on,
            sessions=sessions,
            first_day=min(on, guarantee.valid_until),
            last_day=guarantee.valid_until,
            per_session=max(
                filter(None, (guarantee.fee, *(fee.amount for fee in guarantee.fees))), default=None
            ),
            hours=known.hours_of(sessions) if known else None,
        )
        if known and any(earlier.portion_id == decision_id for earlier in known.portions):
            return []
        exceeded = _exceeded_later(claim, self._cover(claim), ledger, known, portion) if known else []
        return self._reserve(claim, guarantee.guarantee_id, portion, on, ledger, exceeded)

    def _reserve(
        self,
        claim: Claim,
        guarantee_id: GuaranteeId,
        portion: Portion,
        today: date,
        read: Ledger | None = None,
        exceeded_later: Sequence[Room] = (),
    ) -> list[Operation]:
        ledger = read or self.benefits.ledger(claim.payer, claim.person_id)
        exceeded = _exceeded(claim, self._cover(claim), ledger, portion, today)
        rooms = {room.rule: room for room in (*exceeded, *exceeded_later)}
        if rooms:
            raise BenefitExceeded([("/grant/sessions", room) for room in rooms.values()])
        in_network = claim.question.treatment.in_network is not False
        after = ledger.reserve(guarantee_id, purpose_of(claim), claim.treatment_type, in_network, portion)
        return self.benefits.replacement(ledger, after)

    def _cover(self, claim: Claim) -> Cover | None:
        return self.people.cover_under(claim.payer, claim.person_id, claim.policy_number)


def _exceeded(claim: Claim, cover: Cover | None, ledger: Ledger, portion: Portion, today: date) -> list[Room]:
    """Returns the caps that a portion would exceed; none without a policy."""
    if cover is None:
        return []
    asked = Asked(
        first_day=portion.first_day,
        last_day=portion.last_day,
        sessions=portion.sessions,
        hours=portion.hours,
        amount=_times(portion.per_session, portion.sessions),
    )
    question = claim.question
    return caps.passed(question, cover, ledger, asked, claim_id=claim.claim_id, today=today)


def _exceeded_later(
    claim: Claim, cover: Cover | None, ledger: Ledger, known: Reservation, portion: Portion
) -> list[Room]:
    """Returns the caps that all sessions left would exceed if they were held after the present last day."""
    first_day = max(portion.first_day, known.last_day + timedelta(days=1))
    left = ledger.left(known.guarantee_id)
    if not left or first_day > portion.last_day:
        return []
    on = portion.recorded_on
    sessions = left + portion.sessions
    moved = replace(portion, first_day=first_day, sessions=sessions, hours=known.hours_of(sessions))
    return _exceeded(claim, cover, ledger.release(known.guarantee_id, 0, on, last=False), moved, on)


def _must_be_payable(price: Money, currency: str, task: Task) -> None:
    """Raises ``BadInput`` for an agreed price in another currency, or above the cap of a session."""
    if price.currency != currency:
        raise BadInput([Fault("/grant/perSession/currency", "currency-not-the-payers", "")])
    faults = cap_faults(price, task.answer.trail if task.answer else (), "/grant/perSession/amount")
    if faults:
        raise BadInput(faults)


def _hours(task: Task, question: Question) -> int | float | None:
    """Returns the granted hours of a treatment that is counted in hours; None for others."""
    hours = task.answer.grant.hours if task.answer and task.answer.grant else None
    return question.treatment.hours if hours is None else hours


def _times(price: Money | None, sessions: int) -> Money | None:
    return price * sessions if price else None
