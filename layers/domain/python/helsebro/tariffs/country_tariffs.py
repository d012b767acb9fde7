"""The tariffs of a country, which count where a payer has set none of its own (``dk.json``, ``no.json``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from helsebro.money import Currency, Money
from helsebro.tariffs.tariff import Rate, Tariff

HERE = Path(__file__).parent
Tariffs = Mapping[tuple[str, str], Tariff]
"""Tariffs by profession and service."""


@cache
def country_tariffs(country: str) -> Tariffs:
    """Returns the tariffs of a country by profession and service; none for a country without a file."""
    path = HERE / f"{country.lower()}.json"
    if country not in ("DK", "NO"):
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {
        (profession, service): Tariff("", profession, service, _rates(lines, stored["currency"]))
        for profession, services in stored["tariffs"].items()
        for service, lines in services.items()
    }


def _rates(lines: list[dict[str, object]], currency: Currency) -> tuple[Rate, ...]:
    return tuple(
        Rate(
            begins=date.fromisoformat(str(line["from"])),
            per_session=Money.of(str(line["amount"]), currency),
            authorised=bool(line["authorised"]) if "authorised" in line else None,
        )
        for line in lines
    )
