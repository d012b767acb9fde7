"""Clash: one session that is paid, or asked for, a second time, whatever the way (promise 27).

A session is one treatment of a person on one day. The person's benefit ledger has every paid session, those
of invoices beside those of refunds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.use import Source
from helsebro.money import Money

Certainty = Literal["certain", "perhaps"]
"""``perhaps``: two practitioners are named, or two bookings were held: it may be two sessions, and a person
decides."""


@dataclass(frozen=True)
class Clash:
    """What was paid for the same treatment on the same day.

    ``way`` is how, ``paid_by`` the id of the invoice, refund or payable, and ``decided_on`` the day it was
    accepted or approved.
    """

    certainty: Certainty
    way: Source
    paid_by: str
    decided_on: date
    amount: Money


def certainty_of(one: NamedPractitioner | None, other: NamedPractitioner | None) -> Certainty:
    """Returns how certain two sessions of one treatment and day are the same one.

    They are two only where two practitioners are named: who names none must not be paid twice.
    """
    if one is None or other is None or one.is_same(other):
        return "certain"
    return "perhaps"


def clashes_of(
    ledger: Ledger,
    on: date,
    treatment: str,
    by: NamedPractitioner | None,
    but: str = "",
    booking_id: str | None = None,
) -> tuple[Clash, ...]:
    """Returns what was paid for a treatment on a day, the certain first; a credited session is not paid.

    ``but`` is the id of the invoice or refund that is judged, ``booking_id`` that of a session held on our
    booking: an invoice for another booking of the day is perhaps for another session.
    """
    found = (
        Clash(
            "perhaps"
            if booking_id and use.source != "refund" and spent.reference != booking_id
            else certainty_of(by, spent.by),
            use.source,
            use.use_id,
            use.recorded_on,
            spent.amount,
        )
        for use in ledger.uses
        if use.use_id != but
        for spent in use.sessions
        if spent.credited_on is None and (spent.on, spent.treatment) == (on, treatment)
    )
    return tuple(sorted(found, key=lambda clash: clash.certainty != "certain"))


def are_certain(clashes: Iterable[Clash]) -> bool:
    """Returns whether the session was paid before for certain."""
    return any(clash.certainty == "certain" for clash in clashes)
