"""Session payout: a held session that its clinic is paid for without an invoice (F1-04, F1-06, F1-07).

The clinic reports the session and nothing else. It is paid the whole agreed fee: no commission, and no fee
for a first session. What an invoice would be refused for, or asked about, is a task of finance instead.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, get_args

from helsebro.benefits.clash import clashes_of
from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee, KnownSession
from helsebro.money import Money
from helsebro.payments.payable import Payable, id_for_session
from helsebro.work_calendar import WorkCalendar

WEEKDAYS = 7
"""The clinic is paid so many weekdays after the session at the latest (F1-07, F1-17)."""
WhyUnpaid = Literal["payout-not-covered", "payout-paid-before"]
"""The reason of the task that finance gets in place of a payable."""
UNPAID: tuple[WhyUnpaid, ...] = get_args(WhyUnpaid)
WhyTask = WhyUnpaid | Literal["payout-not-held"]
"""``payout-not-held``: it was not held after all, and its payment is released or paid."""
NOT_HELD_TASK: tuple[WhyTask, ...] = ("payout-not-held",)


def why_unpaid(facts: InvoiceFacts, session: KnownSession) -> WhyUnpaid | None:
    """Returns why a session is not paid without an invoice; None when it is.

    ``payout-not-covered``: the guarantee has no session left, was not valid that day or has no price.
    ``payout-paid-before``: the person's treatment of that day was paid another way, or may have been.
    """
    known, ledger = facts.own_guarantee, facts.ledger
    if known is None or ledger is None or session.price is None or not _covers(known, session):
        return "payout-not-covered"
    return "payout-paid-before" if clashes_of(ledger, session.on, known.treatment, session.by) else None


def payable_of(facts: InvoiceFacts, session: KnownSession, due_on: date, cause_id: str) -> Payable:
    """Returns what the payer owes for the session: the whole fee of its day.

    It names no payee yet: that is the clinic's on the day when the payable is drafted. ``cause_id`` is what
    the ledger of money books it under. Raises ``ValueError`` for a session that is not paid.
    """
    known = _guarantee(facts)
    return Payable(
        payable_id=id_for_session(known.guarantee_id, cause_id),
        payer=known.payer,
        kind="session",
        amount=_price(session),
        due_on=due_on,
        claim_id=known.claim_id,
        clinic_id=known.clinic_id,
        booking_id=session.booking_id,
        clinic=facts.clinic,
    )


def use_of(facts: InvoiceFacts, session: KnownSession, payable: Payable, purpose: Purpose, on: date) -> Use:
    """Returns what a payout made on a day uses of the person's benefits: one session on its own day."""
    known = _guarantee(facts)
    spent = Spent(
        reference=session.booking_id,
        on=session.on,
        treatment=known.treatment,
        amount=payable.amount,
        guarantee_id=known.guarantee_id,
        by=session.by,
    )
    return Use(payable.payable_id, "session", purpose, on, in_network=True, sessions=(spent,))


def due_on(starts_at: datetime, reported_on: date, calendar: WorkCalendar) -> date:
    """Returns the last day to pay it: seven weekdays after the session, or the day of a later report.

    Raises ``UnknownYear``.
    """
    return max(calendar.working_days_after(calendar.day_of(starts_at), WEEKDAYS), reported_on)


def _covers(known: KnownGuarantee, session: KnownSession) -> bool:
    is_valid = known.valid_from <= session.on <= known.valid_until
    return is_valid and known.sessions_invoiced < known.sessions_granted


def _guarantee(facts: InvoiceFacts) -> KnownGuarantee:
    if facts.own_guarantee is None:
        raise ValueError("a session without a known guarantee is never paid")
    return facts.own_guarantee


def _price(session: KnownSession) -> Money:
    if session.price is None:
        raise ValueError("a session without a price is never paid")
    return session.price
