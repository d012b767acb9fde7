"""Use: sessions of a person's benefits that an invoice or a refund has used, each on its own day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.reservation import Purpose
from helsebro.ids import BookingId, GuaranteeId
from helsebro.money import Money

Source = Literal["invoice", "refund", "session"]


@dataclass(frozen=True)
class Spent:
    """One session and what the payer pays for it; ``guarantee_id`` is the reservation it was taken from.

    ``reference`` identifies it within the use: the booking id, or its index in the refund.
    ``credited_on`` is the day of its credit note, and ``by`` who treated, when that is named. A refunded
    session that was held on a booking has its ``booking_id``: the booking counts it on its guarantee.
    """

    reference: str
    on: date
    treatment: str
    amount: Money
    guarantee_id: GuaranteeId | None = None
    credited_on: date | None = None
    by: NamedPractitioner | None = None
    booking_id: BookingId | None = None


@dataclass(frozen=True)
class Use:
    """What one accepted invoice, approved refund or payout of a session uses.

    ``use_id`` is the id of the invoice, the refund or the payout's payable, so it counts once.

    ``recorded_on`` is the day it was decided. ``settled`` says that its payable exists: at once for an
    invoice and a payout, at the end of the workflow for a refund.
    """

    use_id: str
    source: Source
    purpose: Purpose
    recorded_on: date
    in_network: bool
    sessions: tuple[Spent, ...]
    settled: bool = True

    def as_of(self, day: date) -> tuple[Spent, ...]:
        """Returns the sessions that counted on a day."""
        if self.recorded_on > day:
            return ()
        return tuple(spent for spent in self.sessions if spent.credited_on is None or spent.credited_on > day)

    def credited(self, references: Collection[str], on: date) -> Use:
        """Returns the use with these sessions credited."""
        sessions = tuple(
            replace(spent, credited_on=on)
            if spent.reference in references and not spent.credited_on
            else spent
            for spent in self.sessions
        )
        return replace(self, sessions=sessions)
