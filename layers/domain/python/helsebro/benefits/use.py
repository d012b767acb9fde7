"""Use: sessions of a person's benefits that an invoice or a refund has used, each on its own day."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from helsebro.benefits.reservation import Purpose
from helsebro.money import Money

Source = Literal["invoice", "refund"]


@dataclass(frozen=True)
class Spent:
    """One session and what the payer pays of it; ``guarantee_id`` is the reservation it was taken from.

    ``reference`` tells it from the others of the same use: the booking, or its place in the refund.
    ``credited_on`` is the day a credit note took it back.
    """

    reference: str
    on: date
    treatment: str
    amount: Money
    guarantee_id: str | None = None
    credited_on: date | None = None


@dataclass(frozen=True)
class Use:
    """What one accepted invoice or approved refund uses; ``use_id`` is its id, so it counts once.

    ``recorded_on`` is the day it was decided. ``settled`` tells that what is to be paid was made payable: an
    invoice at once, a refund when its workflow has ended it.
    """

    use_id: str
    source: Source
    purpose: Purpose
    recorded_on: date
    in_network: bool
    sessions: tuple[Spent, ...]
    settled: bool = True

    def as_of(self, day: date) -> tuple[Spent, ...]:
        """Its sessions as they counted on a day."""
        if self.recorded_on > day:
            return ()
        return tuple(one for one in self.sessions if one.credited_on is None or one.credited_on > day)

    def credited(self, references: Collection[str], on: date) -> Use:
        """The same use with these sessions taken back."""
        sessions = tuple(
            replace(one, credited_on=on) if one.reference in references and not one.credited_on else one
            for one in self.sessions
        )
        return replace(self, sessions=sessions)
