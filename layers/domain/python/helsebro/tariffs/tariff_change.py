"""Tariff change: new rates after those that have begun, which stay as they were (F0-17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.errors import BadInput, Fault
from helsebro.tariffs.tariff import Tariff


def changed(known: Tariff, new: Tariff, today: date) -> Tariff:
    """Returns the new tariff with the known rates that have begun, also those it does not repeat.

    Raises ``BadInput`` for each other rate that begins before today, or that would replace one of today: what
    sessions cost is never rewritten.
    """
    begun = tuple(rate for rate in known.rates if rate.begins <= today)
    of_today = {rate.authorised for rate in begun if rate.begins == today}
    faults = [
        Fault(f"/rates/{place}/from", "rate-in-the-past", "")
        for place, rate in enumerate(new.rates)
        if rate not in begun
        and (rate.begins < today or (rate.begins == today and rate.authorised in of_today))
    ]
    if faults:
        raise BadInput(faults)
    rates = (*begun, *(rate for rate in new.rates if rate not in begun))
    return replace(new, rates=rates, set_on=known.set_on)


def first(new: Tariff, today: date) -> Tariff:
    """Returns a payer's first tariff, which may begin in the past.

    What was decided by the country's tariff keeps it, and so does every day before today on which that had a
    rate (``in_order``); else the same day would cost two prices, by when its bill was decided.
    """
    return replace(new, set_on=today)
