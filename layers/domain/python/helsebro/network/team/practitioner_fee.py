"""Practitioner's fee (honorar): what a session pays by the network's tariff, and when it changes (F1-02)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helsebro.money import Money
from helsebro.network.practitioner import Practitioner
from helsebro.tariffs.agreed_fees import agreed_fees
from helsebro.tariffs.country_tariffs import country_tariffs

CRISIS_HELP = "crisis-help"


@dataclass(frozen=True)
class NextFee:
    """The fee from a later day on."""

    begins: date
    per_session: Money


@dataclass(frozen=True)
class PractitionerFee:
    """What a session of a service of a treatment pays today; ``following`` is None while no change is known.

    It is the full amount, without commission (F1-04). A payer may have agreed on another tariff of its own.
    """

    treatment: str
    service: str
    per_session: Money
    following: NextFee | None = None


def fees_of(practitioner: Practitioner, today: date) -> tuple[PractitionerFee, ...]:
    """Returns the fees of what a practitioner offers, by the tariff of their country and authorisation.

    A fee changes when a new rate begins, or on the first day of an authorisation (F1-03). A treatment without
    a rate today has no fee.
    """
    treatments = {*practitioner.fitting, *([CRISIS_HELP] if practitioner.crisis_help else [])}
    return tuple(fee for treatment in sorted(treatments) for fee in _fees(practitioner, treatment, today))


def _fees(practitioner: Practitioner, treatment: str, today: date) -> Iterator[PractitionerFee]:
    later = [(day, _amounts(practitioner, treatment, day)) for day in _days(practitioner, treatment, today)]
    for service, amount in _amounts(practitioner, treatment, today).items():
        changes = ((day, on[service]) for day, on in later if on.get(service, amount) != amount)
        first = next(changes, None)
        yield PractitionerFee(treatment, service, amount, NextFee(*first) if first else None)


def _amounts(practitioner: Practitioner, treatment: str, on: date) -> dict[str, Money]:
    country, authorised = practitioner.address.country, practitioner.authorised_on(on)
    fees = agreed_fees((), country, treatment, on, authorised=authorised)
    return {fee.service: fee.amount for fee in fees}


def _days(practitioner: Practitioner, treatment: str, today: date) -> list[date]:
    """Returns the later days on which a fee may change, in order."""
    tariffs = country_tariffs(practitioner.address.country)
    rates = {
        rate.begins
        for (profession, _), tariff in tariffs.items()
        if profession == treatment
        for rate in tariff.rates
    }
    since = {practitioner.authorised_since} if practitioner.authorised_since else set()
    return sorted(day for day in rates | since if day > today)
