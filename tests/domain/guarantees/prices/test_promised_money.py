from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.guarantees.prices import promised_money
from helsebro.guarantees.prices.granted_amount import granted_amount
from helsebro.money import Money
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro.tariffs.fee import Fee
from tests.builders.domain.guarantees import guarantee
from tests.builders.money.case_money import AT, GUARANTEE


def booked(entries: tuple[LedgerEntry, ...]) -> list[tuple[str, int]]:
    return [(entry.kind, entry.ore) for entry in entries]


@pytest.mark.parametrize(
    ("changes", "amount"),
    [
        ({}, "1350.00"),
        ({"fee": None}, None),
        ({"fees": (Fee("first", Money.of(600)),)}, "1800.00"),
        ({"fee": Money.of(1000), "fee_for": "whole"}, "1000.00"),
        ({"fee": Money.of(1000, "NOK")}, "3000.00"),
    ],
)
def test_a_grant_is_the_most_that_its_sessions_can_cost(changes: dict[str, Any], amount: str | None) -> None:
    granted = granted_amount(guarantee(**changes))
    assert (granted and f"{granted.amount:.2f}") == amount


def test_an_extension_adds_what_it_promises_and_nothing_to_a_guarantee_older_than_the_ledger() -> None:
    entries = promised_money.of_issue(GUARANTEE, AT)
    extended = GUARANTEE.extend(2, GUARANTEE.valid_until, AT)
    assert booked(promised_money.of_extension(extended, entries, "ext_a", AT)) == [("granted", 90_000)]
    assert promised_money.of_extension(extended, (), "ext_a", AT) == ()


def test_an_extension_promises_again_what_had_ended() -> None:
    issued = promised_money.of_issue(GUARANTEE, AT)
    ended = promised_money.of_end(GUARANTEE, "closed", 1, issued, AT)
    assert booked(ended) == [("grant-ended", 90_000)]
    extended = GUARANTEE.extend(1, GUARANTEE.valid_until, AT)
    again = promised_money.of_extension(extended, (*issued, *ended), "ext_a", AT)
    assert booked(again) == [("granted", 135_000)]


def test_a_revoked_guarantee_ends_a_second_time_when_a_session_of_it_was_missed() -> None:
    revoked = replace(GUARANTEE, status="revoked")
    issued = promised_money.of_issue(GUARANTEE, AT)
    at_once = promised_money.of_end(revoked, "revoked", 2, issued, AT)
    later = promised_money.of_end(revoked, "closed", 1, (*issued, *at_once), AT)
    assert (booked(at_once), booked(later)) == ([("grant-ended", 45_000)], [("grant-ended", 45_000)])
    assert at_once[0].entry_id != later[0].entry_id
    assert promised_money.of_end(revoked, "closed", 1, (*issued, *at_once, *later), AT) == ()
