"""Session price: what a session that was held on a day costs under a guarantee (F0-17, F1-03)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money
from helsebro.tariffs.agreed_fees import agreed_fees
from helsebro.tariffs.tariff import Tariff


def price_on(
    guarantee: Guarantee,
    service: str,
    on: date,
    own: Iterable[Tariff],
    country: str,
    *,
    place: int = 1,
    authorised: bool = True,
) -> Money | None:
    """Returns the guarantee's price of a session, or the tariff's of its day when that is higher.

    ``place`` is the session's place among the guarantee's sessions by day.

    A price that was agreed for the case does not follow the tariff. ``own`` are the payer's tariffs,
    ``country`` is the payer's, and ``authorised`` is whether the practitioner was authorised on that day. A
    tariff that fell since leaves the promised price as it is.
    """
    promised = guarantee.price_of(service, place)
    kept = next((fee for fee in guarantee.fees if fee.service == service and fee.follows_tariff), None)
    if promised is None or kept is None:
        return promised
    fees = agreed_fees(own, country, guarantee.treatment, on, authorised=authorised)
    of_day = next((fee.amount for fee in fees if fee.service == service), promised)
    return max(promised, of_day)
