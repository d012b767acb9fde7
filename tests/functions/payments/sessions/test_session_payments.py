"""A session that is paid without an invoice goes into a payment file, to the clinic's account of that day."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from helsebro.ids import ClinicId, PayeeId, PaymentFileId
from helsebro.payments.payable import Payable
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payee_register import PayeeRegister
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.payments.runs.draft import RunDrafting
from tests.builders.clinics.payees import DANISH_ACCOUNT, DEMO_ACCOUNT, FI_CREDITOR, GERMAN_IBAN, store_payees
from tests.builders.decisions import tasks_in
from tests.builders.payments.payment_stage import (
    DRAFTS,
    begin,
    cancel,
    drafted,
    follow,
    found,
    left_out,
    lines,
    released,
    set_paying_account,
)
from tests.builders.payments.session_stage import Practice, forget_payees, practice, reported

NAMES = {"pain": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    """A clinic to which a payer that has an account to pay from owes one session."""
    assert aws
    set_paying_account()
    made = practice(payer="tryg")
    assert reported(made.booking_id()) == []
    return made


def owed(clinic: Practice) -> Payable:
    [payable] = clinic.owed()
    return payable


def accounts_of(clinic: Practice, *accounts: PayeeAccount) -> None:
    forget_payees(clinic.clinic_id)
    if accounts:
        store_payees(clinic.clinic_id, *accounts)


def whys(file_id: PaymentFileId) -> list[str | None]:
    return [line.why for line in lines(file_id)]


@pytest.mark.parametrize(
    "account, number",
    [
        (DANISH_ACCOUNT, "00400440116243"),
        (FI_CREDITOR, "81234567"),
        (GERMAN_IBAN, "DE89370400440532013000"),
    ],
    ids=["Danish account", "FI creditor", "foreign account"],
)
def test_its_file_pays_the_whole_fee_to_the_clinics_account(
    clinic: Practice, aws: dict[str, Any], account: PayeeAccount, number: str
) -> None:
    accounts_of(clinic, account)
    payable = owed(clinic)
    file_id = released()
    with aws["s3"].get_object(Bucket="payment-files", Key=f"tryg/{file_id}.xml")["Body"] as body:
        document = etree.fromstring(body.read())
    assert document.xpath("//pain:CtrlSum/text()", namespaces=NAMES)[0] == "950.00"
    [transfer] = document.xpath("//pain:CdtTrfTxInf", namespaces=NAMES)
    assert number in [text.strip() for text in transfer.itertext()]
    assert found(payable).status == "released"
    [payee] = DynamoPayees().of_clinic(clinic.clinic_id).payees
    assert (found(payable).payee_id, lines(file_id)[0].masked) == (payee.payee_id, account.masked)


def test_an_account_that_comes_after_the_session_is_paid_by_the_next_file(clinic: Practice) -> None:
    accounts_of(clinic)
    first = drafted()
    assert (whys(first), owed(clinic).status) == (["payee-missing"], "approved")
    [task] = tasks_in("payments", DRAFTS).body["items"]
    assert task["reason"] == "payment-left-out"
    store_payees(clinic.clinic_id, DEMO_ACCOUNT)
    second = drafted()
    assert [(line.state, line.masked) for line in lines(second)] == [("drafted", DEMO_ACCOUNT.masked)]


def test_of_several_accounts_the_chosen_one_is_paid_and_none_while_none_is_chosen(clinic: Practice) -> None:
    accounts_of(clinic, DANISH_ACCOUNT, DEMO_ACCOUNT)
    assert whys(drafted()) == ["payee-not-chosen"]
    payees = DynamoPayees()
    known = payees.of_clinic(clinic.clinic_id)
    chosen = known.choosing(PayeeId("pye_1"))
    tables.commit([payees.replacing(clinic.clinic_id, known, chosen)])
    assert [line.masked for line in lines(drafted())] == [DEMO_ACCOUNT.masked]


def test_a_file_that_is_called_off_forgets_the_account_so_that_the_next_one_asks_anew(
    clinic: Practice,
) -> None:
    file_id = drafted()
    payable_id = lines(file_id)[0].payable_id
    assert cancel(file_id).status == 202
    assert follow("payment-file.withdrawn", file_id) == []
    again = owed(clinic)
    assert (again.payable_id, again.status) == (payable_id, "approved")
    assert (again.payee_id, again.pay_to, again.file_id) == (None, None, None)
    accounts_of(clinic, DEMO_ACCOUNT)
    assert [line.masked for line in lines(drafted())] == [DEMO_ACCOUNT.masked]


class AsItWas(DynamoPayees):
    """The clinic's accounts as they were when it was made."""

    def __init__(self, clinic_id: ClinicId) -> None:
        super().__init__()
        self.before = super().of_clinic(clinic_id)

    def of_clinic(self, clinic_id: ClinicId) -> PayeeRegister:
        """Returns what is no longer so."""
        assert clinic_id
        return self.before


def test_an_account_that_ends_while_the_file_is_drafted_is_not_paid(clinic: Practice) -> None:
    """The commit takes the payable only to an account that the clinic has at that moment (promise 28)."""
    before = AsItWas(clinic.clinic_id)
    accounts_of(clinic, DEMO_ACCOUNT)
    file_id = PaymentFileId(begin().body["fileId"])
    assert (
        RunDrafting(left_out([]), HeldSessions().must_hold, payees=before).run("tryg", file_id).state
        == "cancelled"
    )
    assert (lines(file_id), owed(clinic).status) == ([], "approved")
