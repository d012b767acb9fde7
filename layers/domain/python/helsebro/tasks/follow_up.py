"""Follow-up (opfølgning): a task without a workflow: something happened on a case that staff must look at.

It decides nothing about the case. Staff approve it when they have done what it asks for.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from helsebro import ids
from helsebro.ids import TaskId
from helsebro.tasks.declined_match import DeclinedMatch
from helsebro.tasks.doubts.finance_doubt import InvoiceDoubt, PaymentDoubt
from helsebro.tasks.doubts.register_doubt import RegisterDoubt
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.practitioner_left import PractitionerLeft
from helsebro.tasks.price_change import PriceChange
from helsebro.tasks.referred_on import ReferredOn
from helsebro.tasks.subject import Subject, payer_of
from helsebro.tasks.task import Queue, Task, TaskReason


def follow_up(
    queue: Queue,
    subject: Subject,
    reason: TaskReason,
    about: str,
    at: datetime,
    within: timedelta,
    *,
    deadline: MissedDeadline | None = None,
    referral: ReferredOn | None = None,
    facts: tuple[str, ...] | None = None,
    price: PriceChange | None = None,
    left: PractitionerLeft | None = None,
    declined: DeclinedMatch | None = None,
    register: RegisterDoubt | None = None,
    invoice: InvoiceDoubt | None = None,
    payment: PaymentDoubt | None = None,
) -> Task:
    """Returns a follow-up, due ``within`` after ``at``, with the missed ``deadline``, the ``referral``, the
    paths of the changed ``facts`` and the changed ``price``, the practitioner who has ``left``, the
    ``declined`` match, what the authorisation ``register`` said, what finance judges of an ``invoice``, or
    what a bank said of a ``payment``.

    ``about`` is the id of what happened; its id follows from it, so one happening opens one task (promise 4).
    """
    seed = hashlib.sha256(f"{reason}:{about}".encode()).digest()
    return Task(
        task_id=TaskId(ids.within("tsk", subject.subject_id, seed)),
        queue=queue,
        payer=payer_of(subject),
        subject=subject,
        due_at=at + within,
        opened_at=at,
        reason=reason,
        deadline=deadline,
        referral=referral,
        facts=facts,
        price=price,
        left=left,
        declined=declined,
        register=register,
        invoice=invoice,
        payment=payment,
    )
