"""Fee (honorar): the agreed price of one session, with the rate of the tariff that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.money import Money

SERVICES = ("first", "follow-up", "debriefing")
"""The kinds of session."""
KILOMETRE = "kilometre"
"""The service of transport: its rate is for one kilometre."""
TRIP = "transport"
ALL_SERVICES = (*SERVICES, KILOMETRE)
TariffSource = Literal["payer", "country"]
"""Whose tariff it is: the payer's own, or that of its country, which counts where the payer has none."""


def is_priced(profession: str, service: str) -> bool:
    """Returns whether a tariff may have this service: transport has kilometres, all others sessions."""
    return service == KILOMETRE if profession == TRIP else service in SERVICES


@dataclass(frozen=True)
class AppliedRate:
    """The rate that a fee comes from, kept with the decision that used it.

    ``version`` is that of the payer's tariff, 0 for the country's. ``authorised`` None means that the rate is
    the same for every practitioner.
    """

    source: TariffSource
    begins: date
    version: int = 0
    authorised: bool | None = None


@dataclass(frozen=True)
class Fee:
    """The agreed price of one session of a service: ``first``, ``follow-up`` or ``debriefing`` (F0-15).

    ``rate`` is None for a fee that was stored before tariffs were kept. ``tariff`` is what the rate says,
    where the fee is less: a subsidy or another insurer pays the rest.
    """

    service: str
    amount: Money
    rate: AppliedRate | None = None
    tariff: Money | None = None

    @property
    def follows_tariff(self) -> bool:
        """Whether it is the tariff's price; one that is less was agreed for the case."""
        return self.rate is not None and self.tariff is None
