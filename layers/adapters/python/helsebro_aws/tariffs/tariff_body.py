"""The shape of a tariff (api.md, additions of the second round)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, get_args

from pydantic import Field, StrictBool

from helsebro.errors import Fault
from helsebro.money import Currency
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.money import MoneyShape

CURRENCIES = get_args(Currency)
MOST_RATES = 100
MOST_PER_SESSION = Decimal(100_000)
"""The highest price of a session that can be set; more is a slip of the pen."""
AMOUNT = re.compile(r"\d+(\.\d+)?")
NOTHING = re.compile(r"0+(\.0+)?")


class NewRateShape(Body):
    """What a session costs from a day on."""

    begins: Annotated[Day, Field(alias="from", description="Its first day.", examples=["2027-01-01"])]
    authorised: Annotated[
        StrictBool, Field(description="Whether it is for practitioners with an authorisation.")
    ]
    per_session: Annotated[
        MoneyShape,
        Field(description="The price of one session, or of one kilometre, in the payer's currency."),
    ]

    def rate(self) -> Rate:
        """Returns it as a rate."""
        return Rate(self.begins, self.per_session.money(), self.authorised)


class NewTariffShape(Body):
    """The rates of a profession and service. They replace those that begin today or later."""

    rates: Annotated[
        list[NewRateShape],
        Field(
            min_length=1,
            max_length=MOST_RATES,
            description="Every rate; those that have begun stay without being repeated. A later one of the "
            "same kind ends an earlier one.",
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for each rate that begins as an earlier one of its kind, of nothing or of too much.

        Those of ``rate_faults`` are reported together with the faults of single fields.
        """
        rates = _rates(sent)
        kinds = [(rate.get("from"), rate.get("authorised")) for rate in rates]
        found = []
        for place, rate in enumerate(rates):
            price = rate.get("perSession")
            if isinstance(price, dict) and NOTHING.fullmatch(str(price.get("amount"))):
                found.append(Fault(f"/rates/{place}/perSession/amount", "amount-not-positive", ""))
            elif isinstance(price, dict) and _is_too_high(price.get("amount")):
                found.append(Fault(f"/rates/{place}/perSession/amount", "rate-too-high", ""))
            if kinds[place] in kinds[:place]:
                found.append(Fault(f"/rates/{place}/from", "rate-repeated", ""))
        return found

    @classmethod
    def not_in(cls, currency: str, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault for each rate in a known currency that is not the payer's."""
        prices = [rate.get("perSession") for rate in _rates(sent)]
        return [
            Fault(f"/rates/{place}/perSession/currency", "currency-not-the-payers", "")
            for place, price in enumerate(prices)
            if isinstance(price, dict) and price.get("currency") in {*CURRENCIES} - {currency}
        ]

    def tariff(self, payer: str, profession: str, service: str, version: int) -> Tariff:
        """Returns the tariff that the body describes. Raises ``BadInput`` with every fault of its rates."""
        rates = tuple(rate.rate() for rate in self.rates)
        return Tariff(payer, profession, service, rates, version)


def _is_too_high(amount: object) -> bool:
    return bool(AMOUNT.fullmatch(str(amount))) and Decimal(str(amount)) > MOST_PER_SESSION


def _rates(sent: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Returns the rates of a body; none when they are not a list of objects."""
    rates = sent.get("rates")
    is_list = isinstance(rates, list) and all(isinstance(rate, dict) for rate in rates)
    return rates if is_list and isinstance(rates, list) else []
