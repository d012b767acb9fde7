from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.network.address import Address
from helsebro.network.practitioner import Practitioner
from helsebro.network.team.practitioner_fee import fees_of
from tests.builders.domain.practitioners import practitioner

TODAY = date(2026, 11, 21)
PSYCHOLOGIST = practitioner(profession="psychologist", treatments=("psychologist",))


def shown(known: Practitioner, on: date = TODAY) -> dict[str, Any]:
    """Returns treatment and service → the fee, and the day and the fee of the next change."""
    return {
        f"{fee.treatment} {fee.service}": (
            fee.per_session.as_json()["amount"],
            fee.following
            and (fee.following.begins.isoformat(), fee.following.per_session.as_json()["amount"]),
        )
        for fee in fees_of(known, on)
    }


@pytest.mark.parametrize(
    "changes, first",
    [
        ({}, ("850.00", None)),
        ({"authorised_since": date(2026, 12, 1)}, ("700.00", ("2026-12-01", "850.00"))),
        ({"authorised_since": TODAY}, ("850.00", None)),
    ],
)
def test_a_psychologists_fee_rises_on_the_day_of_the_authorisation(
    changes: dict[str, Any], first: tuple[str, Any]
) -> None:
    fees = shown(replace(PSYCHOLOGIST, **changes))
    assert fees == {"psychologist first": first, "psychologist follow-up": first}


def test_an_authorisation_does_not_change_a_fee_that_is_the_same_for_all() -> None:
    fees = shown(practitioner(authorised_since=date(2026, 12, 1)))
    assert fees == {"physiotherapy first": ("475.00", None), "physiotherapy follow-up": ("325.00", None)}


def test_crisis_help_has_the_fee_of_a_debriefing() -> None:
    fees = shown(replace(PSYCHOLOGIST, treatments=("psychologist",), crisis_help=True))
    assert fees["crisis-help debriefing"] == ("900.00", None)


def test_the_fee_is_that_of_the_practitioners_country() -> None:
    in_norway = replace(PSYCHOLOGIST, address=Address("Gate 1", "0150", "Oslo", "NO"))
    [first, _] = fees_of(in_norway, TODAY)
    assert first.per_session.as_json()["currency"] == "NOK"


def test_before_the_first_rate_of_a_tariff_there_is_no_fee() -> None:
    assert fees_of(PSYCHOLOGIST, date(2025, 12, 31)) == ()
