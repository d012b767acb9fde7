from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from helsebro.money import Money
from helsebro.payments.ledger import chart, commitments, payable_entries
from helsebro.payments.ledger.balances import balance_in, balances_of, of_guarantee, sums_of
from helsebro.payments.ledger.chart import ACCOUNTS, name_of
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from tests.builders.money.case_money import CLINIC, GUARANTEE, PRICE, cause, payable, refund_payable

FILE = "pfl_a"


def booked(entries: tuple[LedgerEntry, ...]) -> list[tuple[str, int, str, str]]:
    return [(entry.kind, entry.ore, entry.debit, entry.credit) for entry in entries]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (commitments.granted(cause("gar_a"), PRICE), [("granted", 45_000, "9100", "9900")]),
        (commitments.grant_ended(cause("gar_a"), PRICE), [("grant-ended", 45_000, "9900", "9100")]),
        (commitments.reserved(cause("bkg_a"), PRICE), [("reserved", 45_000, "9110", "9910")]),
        (
            commitments.reservation_ended(cause("bkg_a"), PRICE),
            [("reservation-ended", 45_000, "9910", "9110")],
        ),
        (
            payable_entries.invoiced(payable(), cause("inv_a")),
            [("invoiced", 45_000, "4100", "2410"), ("approved", 45_000, "2410", "2420")],
        ),
        (payable_entries.approved(refund_payable(), cause("ref_a")), [("approved", 45_000, "4200", "2420")]),
        (
            payable_entries.credited(payable(), Money.of("0.01"), cause("inv_b")),
            [("credited", 1, "2420", "4100")],
        ),
        (payable_entries.released(payable(), cause(FILE)), [("released", 45_000, "2420", "2430")]),
        (payable_entries.paid(payable(), cause(FILE)), [("paid", 45_000, "2430", "1900")]),
        (
            payable_entries.returned(payable(status="approved"), cause(FILE)),
            [("returned", 45_000, "2430", "2440")],
        ),
        (
            payable_entries.returned(payable(status="paid"), cause(FILE)),
            [("returned", 45_000, "1900", "2440")],
        ),
        (payable_entries.approved_again(payable(), cause("tsk_a")), [("approved", 45_000, "2440", "2420")]),
        (payable_entries.written_off(payable(), cause("tsk_a")), [("credited", 45_000, "2440", "4100")]),
    ],
)
def test_each_step_moves_the_whole_amount_from_one_account_to_the_next(
    entries: tuple[LedgerEntry, ...], expected: list[tuple[str, int, str, str]]
) -> None:
    assert booked(entries) == expected


def test_an_open_price_and_nothing_book_no_entry() -> None:
    assert commitments.granted(cause("gar_a"), None) == ()
    assert commitments.granted(cause("gar_a"), Money.zero()) == ()


@pytest.mark.parametrize("amount", [Decimal("-1.00"), Decimal("0.005")])
def test_no_entry_is_below_nothing_or_has_a_part_of_an_ore(amount: Decimal) -> None:
    with pytest.raises(ValueError, match="whole øre"):
        commitments.granted(cause("gar_a"), Money(amount))


def test_the_same_cause_and_kind_have_the_same_id_whatever_else_differs() -> None:
    [one] = commitments.granted(cause("gar_a"), PRICE)
    [other] = commitments.granted(cause("gar_a"), Money.of(1))
    assert one.entry_id == other.entry_id == "gar_a#granted"


def test_two_payables_of_one_file_have_entries_of_their_own() -> None:
    first, second = payable(), refund_payable()
    ids = {entry.entry_id for each in (first, second) for entry in payable_entries.paid(each, cause(FILE))}
    assert ids == {f"{FILE}#{first.payable_id}#paid", f"{FILE}#{second.payable_id}#paid"}


def test_an_entry_names_the_payer_of_its_claim_and_the_local_day_of_its_cause() -> None:
    late = replace(cause("gar_a"), at=cause("gar_a").at.replace(hour=23, minute=30))
    [entry] = commitments.granted(late, PRICE)
    assert (entry.payer, entry.day.isoformat(), entry.clinic_id) == ("tryg", "2026-11-22", CLINIC)


def test_kroner_of_two_countries_are_never_added() -> None:
    entries = [
        *commitments.granted(cause("gar_a"), PRICE),
        *commitments.granted(cause("gar_b"), Money.of(1, "NOK")),
    ]
    assert [(each.currency, each.granted) for each in balances_of(entries)] == [("DKK", 45_000), ("NOK", 100)]


def test_the_balance_of_a_guarantee_follows_its_payables_to_the_bank() -> None:
    of_case = [
        *commitments.granted(cause("gar_a"), PRICE * 3),
        *payable_entries.invoiced(payable(), cause("inv_a")),
        *payable_entries.released(payable(), cause(FILE, None)),
        *payable_entries.paid(payable(), cause(FILE, None)),
        *payable_entries.approved(refund_payable(), cause("ref_a", None)),
    ]
    own = balance_in(of_guarantee(of_case, GUARANTEE.guarantee_id), "DKK")
    assert (own.granted, own.invoiced, own.paid, own.approved, own.spent) == (
        135_000,
        45_000,
        45_000,
        0,
        45_000,
    )
    whole = balance_in(of_case, "DKK")
    assert (whole.refunded, whole.approved, whole.under_way) == (45_000, 45_000, 0)


def test_debits_equal_credits_whatever_is_booked() -> None:
    entries = payable_entries.invoiced(payable(), cause("inv_a"))
    sums = sums_of(entries)
    left = sum(ore for (_, account), ore in sums.items() if account not in chart.ON_THE_RIGHT)
    right = sum(ore for (_, account), ore in sums.items() if account in chart.ON_THE_RIGHT)
    assert left == right == 45_000


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_every_account_has_its_own_name(language: str) -> None:
    names = [name_of(account, language) for account in ACCOUNTS]
    assert len(set(names)) == len(ACCOUNTS)
