from __future__ import annotations

from dataclasses import replace

import pytest

from helsebro.errors import NotFound
from helsebro.ids import PayeeId
from helsebro.payments.payee import WAITING_PERIOD, Payee
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payee_register import (
    MOST_PAYEES,
    PayeeAlreadyRegistered,
    PayeeRegister,
    TooManyPayees,
    pay_to,
    payee_of,
)
from helsebro.payments.payment_means import PaymentMeans
from tests.builders.clinics.payees import DANISH_ACCOUNT, JUDGED, REGISTERED, payee, register

SLIP = PaymentMeans("93", "71", "026840149965328", "81234567")
DANISH = PaymentMeans("42", "", "", "0440116243", "0040")
AS_IBAN = PaymentMeans("58", "", "faktura 7", "DK50 0040 0440 1162 43")


def test_an_account_is_registered_once_in_whatever_form() -> None:
    of_iban = payee(PayeeAccount("iban", iban="DK5000400440116243"))
    with pytest.raises(PayeeAlreadyRegistered) as refused:
        register().having(of_iban)
    assert refused.value.facts == {"payeeId": "pye_account-dk"}


def test_a_clinic_has_so_many_accounts_that_one_item_holds_them() -> None:
    full = PayeeRegister()
    for number in range(MOST_PAYEES):
        full = full.having(payee(PayeeAccount("fi", creditor_number=f"{number:08}")))
    with pytest.raises(TooManyPayees):
        full.having(payee())
    assert full.version == MOST_PAYEES


def test_an_ended_account_leaves_the_register_and_may_come_back() -> None:
    known = register()
    ended = known.replacing(payee(DANISH_ACCOUNT).ended(JUDGED))
    assert [each.account.kind for each in ended.payees] == ["fi", "account-no"]
    with pytest.raises(NotFound):
        ended.find(PayeeId("pye_account-dk"))
    assert ended.having(payee(DANISH_ACCOUNT)).version == known.version + 2


@pytest.mark.parametrize("means", [(SLIP,), (DANISH,), (AS_IBAN,), (DANISH, AS_IBAN)])
def test_an_invoice_to_one_account_in_force_has_a_payee(means: tuple[PaymentMeans, ...]) -> None:
    found = payee_of(register().payees, means, JUDGED, "DK")
    assert found is not None
    assert found.status_on(JUDGED) == "in-force"


@pytest.mark.parametrize(
    "means",
    [
        (),
        (PaymentMeans("42"),),
        (replace(DANISH, account="0440116244"),),
        (DANISH, SLIP),
        (DANISH, replace(DANISH, account="0440116244")),
        (DANISH, replace(DANISH, code="48")),
        (replace(DANISH, code="50"),),
    ],
)
def test_no_account_a_strange_one_and_two_have_none(means: tuple[PaymentMeans, ...]) -> None:
    assert payee_of(register().payees, means, JUDGED, "DK") is None


@pytest.mark.parametrize(
    "known",
    [
        payee(DANISH_ACCOUNT, approved_at=None, approved_by=None, in_force_from=None),
        payee(DANISH_ACCOUNT, in_force_from=JUDGED + WAITING_PERIOD),
        payee(DANISH_ACCOUNT, ended_at=REGISTERED),
        payee(DANISH_ACCOUNT, rejected_at=REGISTERED),
    ],
)
def test_an_account_that_is_not_in_force_is_never_paid(known: Payee) -> None:
    assert payee_of((known,), (DANISH,), JUDGED, "DK") is None


def test_a_payable_is_made_out_to_the_registered_account_with_the_invoices_reference() -> None:
    known = payee(DANISH_ACCOUNT)
    assert pay_to(known, (DANISH, AS_IBAN)) == replace(AS_IBAN, account="DK5000400440116243")
    assert pay_to(known, (replace(DANISH, account="440116243"),)) == DANISH
    assert pay_to(payee(), (SLIP,)) == SLIP
