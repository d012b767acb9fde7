from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import asks_finance, refuses
from helsebro.invoices.invoice import Identifier, PayeeParty
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.invoices.rules.texts.account_faults import TEXTS
from helsebro.payments.payee_register import PayeeRegister
from helsebro.payments.payment_faults import PaymentFault, fault_of
from helsebro.payments.payment_means import PaymentMeans
from tests.builders.clinics.payees import ACCOUNTS, GERMAN_IBAN, JUDGED, payee, register
from tests.builders.invoices import facts
from tests.domain.invoices.rules.test_all_rules import FI, broken, invoice
from tests.domain.payments.test_payment_ways import DANISH, KID, RIGHT, WRONG

MEANS = "/Invoice/cac:PaymentMeans"


def norwegian(**changes: object) -> InvoiceFacts:
    known = facts(**changes)
    assert known.payer
    return replace(known, payer=replace(known.payer, country="NO", currency="NOK"))


CURRENCIES = {"DK": "DKK", "NO": "NOK"}
OF_COUNTRY = {"DK": facts(payees=register(*ACCOUNTS, GERMAN_IBAN)), "NO": norwegian()}


@pytest.mark.parametrize("country, means", [(name, each) for name, rows in RIGHT.items() for each in rows])
def test_every_right_way_to_a_registered_account_is_accepted(country: str, means: PaymentMeans) -> None:
    written = invoice(payment_means=(means,), currency=CURRENCIES[country])
    rules = {rule for rule, _ in broken(written, OF_COUNTRY[country])}
    # The accounts of some rows are not registered: that is all that is wrong with them.
    assert rules <= {"HB-31"}


@pytest.mark.parametrize("country, means", [(name, each) for name, rows in WRONG.items() for each in rows])
def test_a_payment_that_would_not_arrive_is_rejected(country: str, means: PaymentMeans) -> None:
    written = invoice(payment_means=(means,), currency=CURRENCIES[country])
    found = business_findings(written, OF_COUNTRY[country])
    assert {finding.rule for finding in found} in ({"HB-18"}, {"HB-29"})
    assert refuses(found)
    assert {finding.location for finding in found} == {MEANS}


@pytest.mark.parametrize(
    "means, found",
    [
        ((replace(FI, code="50"),), [("HB-29", MEANS)]),
        ((FI, DANISH), [("HB-30", f"{MEANS}[2]")]),
        ((FI, replace(FI, number="026840149965310")), [("HB-30", f"{MEANS}[2]")]),
        ((FI, FI), []),
        ((DANISH, PaymentMeans("58", "", "", "DK5000400440116243")), []),
        ((replace(FI, account="81234568"),), [("HB-31", MEANS)]),
        ((FI, replace(FI, account="81234568")), [("HB-30", f"{MEANS}[2]"), ("HB-31", f"{MEANS}[2]")]),
        ((FI, PaymentMeans("93", "71", "026840149965328")), [("HB-17", f"{MEANS}[2]")]),
    ],
)
def test_all_means_name_one_registered_account(
    means: tuple[PaymentMeans, ...], found: list[tuple[str, str]]
) -> None:
    assert broken(invoice(payment_means=means), facts()) == found


@pytest.mark.parametrize(
    "known, rule",
    [
        ({"payees": PayeeRegister()}, "HB-32"),
        ({"payees": PayeeRegister((payee(in_force_from=None, approved_at=None),), 1)}, "HB-31"),
        ({"payees": PayeeRegister((payee(in_force_from=JUDGED.replace(day=22)),), 1)}, "HB-31"),
        ({"at": None}, "HB-31"),
    ],
)
def test_an_account_that_is_not_in_force_is_left_to_finance(known: dict[str, object], rule: str) -> None:
    looked_at = facts(**known)
    found = business_findings(invoice(), looked_at)
    assert [finding.rule for finding in found] == [rule]
    assert (refuses(found), asks_finance(found), looked_at.payee_of(invoice())) == (False, True, None)


OWN = Identifier("0184", "DK31415918")


@pytest.mark.parametrize(
    "number, is_found",
    [
        ("FAKTURA 2026/17 (Æ-Å), 1.850+2:3'4?", False),
        ("A" * 140, False),
        ("A" * 141, True),
        ("FAKTURA \N{GRINNING FACE}", True),
        ("FAKTURA\N{NO-BREAK SPACE}17", True),
        ("Ö 17", True),
        ("/17", True),
        ("17/", True),
        ("2026//17", True),
        ("2026  17", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("code", ["42", "31", "58"])
def test_a_reference_that_no_payment_file_carries_is_rejected(code: str, number: str, is_found: bool) -> None:
    account = replace(DANISH, code=code) if code != "58" else PaymentMeans("58", account="DK5000400440116243")
    found = broken(invoice(payment_means=(replace(account, number=number),)), OF_COUNTRY["DK"])
    assert found == ([("HB-50", MEANS)] if is_found else [])


def test_an_amount_that_no_payment_file_carries_is_rejected() -> None:
    for amount in (0, -850, Decimal("850.001")):
        found = dict(broken(invoice(payable=Decimal(amount)), facts()))
        assert found["HB-50"] == "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"
    assert "HB-50" not in dict(broken(invoice(payable=None), facts()))


@pytest.mark.parametrize(
    "party, found",
    [
        (PayeeParty((Identifier("0184", "DK31415918"),)), []),
        (PayeeParty((Identifier("0184", "31415926"),)), [("HB-33", "/Invoice/cac:PayeeParty")]),
        (PayeeParty((OWN, Identifier("0184", "31415926"))), [("HB-33", "/Invoice/cac:PayeeParty")]),
        (PayeeParty((Identifier("0088", "5790000123452"), OWN)), [("HB-33", "/Invoice/cac:PayeeParty")]),
        (PayeeParty((OWN,), is_named_as_supplier=False), [("HB-33", "/Invoice/cac:PayeeParty")]),
        (PayeeParty(()), [("HB-33", "/Invoice/cac:PayeeParty")]),
    ],
)
def test_another_payee_than_the_clinic_is_left_to_finance(
    party: PayeeParty, found: list[tuple[str, str]]
) -> None:
    assert broken(invoice(payee=party), facts()) == found


def test_a_credit_note_pays_no_one() -> None:
    findings = broken(invoice(kind="credit-note", payment_means=(replace(KID, code="50"),)), facts())
    assert not {"HB-17", "HB-18", "HB-29", "HB-30", "HB-31", "HB-32", "HB-33"} & {
        rule for rule, _ in findings
    }


def test_a_strange_account_is_told_by_its_last_digits_and_so_are_the_registered_ones() -> None:
    [found] = business_findings(invoice(payment_means=(replace(FI, account="81234568"),)), facts())
    ours = ", ".join(each.account.masked for each in register().payees)
    assert (found.found, found.expected) == ("••••4568", ours)
    for language in ("da", "nb", "en"):
        for text in (found.text.in_language(language), found.asked.in_language(language)):
            assert "81234568" not in text
            assert "••••4568" in text
            assert ours in text
    # Who decides does not read what only a clinic can do.
    assert found.asked != found.text


@pytest.mark.parametrize("country, means", [(name, each) for name, rows in RIGHT.items() for each in rows])
def test_a_right_payment_has_no_fault(country: str, means: PaymentMeans) -> None:
    assert fault_of(means, country) is None


FAULTS: list[tuple[str, PaymentMeans, PaymentFault]] = [
    ("NO", PaymentMeans("30", "", "", "1503.20.80003"), "signs"),
    ("NO", PaymentMeans("30", "", "", "1503208000"), "account-no"),
    ("NO", PaymentMeans("30", "", "", "15032080004"), "account-no-check"),
    ("NO", PaymentMeans("30", "", "12345675", "15032080003"), "kid-check"),
    ("NO", PaymentMeans("30", "", "12345675", "NO9386011117947"), "kid-check"),
    ("NO", PaymentMeans("30", "", "1234 5674", "15032080003"), "kid-signs"),
    ("NO", PaymentMeans("31", "", "KID12345674", "15032080003"), "kid-signs"),
    ("NO", PaymentMeans("30", "", "12-345674", "15032080003"), "kid-signs"),
    ("NO", PaymentMeans("30", "", "-", "15032080003"), "kid-signs"),
    ("NO", PaymentMeans("30", "", "1" * 26, "15032080003"), "kid-digits"),
    ("NO", PaymentMeans("30", "", "0", "15032080003"), "kid-digits"),
    ("NO", PaymentMeans("30", "", "", "15032080003", "0040"), "branch-unneeded"),
    ("NO", PaymentMeans("30", "", "", "DK5000400440116243"), "iban"),
    ("DK", PaymentMeans("42", "", "", "0440116243"), "branch-needed"),
    ("DK", PaymentMeans("42", "", "", "0440116243", "004"), "branch"),
    ("DK", PaymentMeans("42", "", "", "04401162431", "0040"), "account-dk"),
    ("DK", PaymentMeans("58", "", "", "DK5100400440116243"), "iban"),
    ("DK", PaymentMeans("58", "", "", "0440116243", "0040"), "iban-needed"),
    ("DK", PaymentMeans("58", "", "", "TR330006100519786457841326"), "iban-not-reached"),
    ("DK", PaymentMeans("93", "71", "026840149965328", "8123456"), "creditor"),
    ("DK", PaymentMeans("93", "71", "026840149965328", "12345678"), "creditor"),
    ("DK", PaymentMeans("93", "", "026840149965328", "81234567"), "fi-kind"),
    ("DK", PaymentMeans("93", "71", "02684014996532", "81234567"), "fi-digits"),
    ("DK", PaymentMeans("93", "71", "026840149965329", "81234567"), "fi-check"),
    ("DK", PaymentMeans("93", "71", "026840149965328", "81234567", "0040"), "branch-unneeded"),
]


@pytest.mark.parametrize("country, means, fault", FAULTS)
def test_a_wrong_number_is_told_by_its_part(country: str, means: PaymentMeans, fault: PaymentFault) -> None:
    written = invoice(payment_means=(means,), currency=CURRENCIES[country])
    found = business_findings(written, OF_COUNTRY[country])
    assert [(each.rule, each.text) for each in found] == [("HB-18", TEXTS[fault])]


def test_every_fault_of_a_number_has_a_text_and_a_case() -> None:
    assert {*TEXTS} == {*get_args(PaymentFault)} == {fault for _, _, fault in FAULTS}
