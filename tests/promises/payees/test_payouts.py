"""Promise 28 for sessions that are paid without an invoice: only to the account that the clinic has in force.

No invoice names the account, so the payment file takes it from the clinic's register at that moment. Every
account that is not in force, that was changed meanwhile or that a row was made out to is tried. The control
takes the newest account whatever its status, without the condition in the commit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import ClinicId, PayeeId
from helsebro.payments.payable import Payable
from helsebro.payments.payee import Payee
from helsebro.payments.payee_account import PayeeAccount
from helsebro.payments.payee_register import PayeeRegister
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.dynamodb.operations import Operation
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.dynamo_payees import DynamoPayees
from helsebro_aws.payments.runs.draft import RunDrafting
from helsebro_aws.platform import clock
from tests.builders.clinics.payees import (
    ACCOUNTS,
    DANISH_ACCOUNT,
    DEMO_ACCOUNT,
    GERMAN_IBAN,
    payee,
    store_payees,
)
from tests.builders.payments.payment_stage import begin, found, left_out, lines, set_paying_account
from tests.builders.payments.session_stage import Practice, forget_payees, practice, reported

STRANGE = DEMO_ACCOUNT
"""The account that must not be paid."""


def registered(clinic_id: ClinicId, change: Callable[[Payee, datetime], Payee]) -> None:
    """Stores the strange account in the clinic's register, as it is after the change."""
    payees, at = DynamoPayees(), clock.now()
    new = payee(
        STRANGE,
        clinic_id=clinic_id,
        payee_id=PayeeId("pye_strange"),
        registered_at=at,
        approved_at=None,
        approved_by=None,
        in_force_from=None,
    )
    known = payees.of_clinic(clinic_id)
    having = known.having(new)
    tables.commit(payees.storing(known, having, new))
    after = change(new, at)
    if after != new:
        tables.commit(payees.storing(having, having.replacing(after), after))


NOT_IN_FORCE: Mapping[str, Callable[[Payee, datetime], Payee]] = {
    "registered": lambda new, _: new,
    "waiting": lambda new, at: new.approved("staff::n-1", at, by_network=True),
    "rejected": lambda new, at: replace(new, rejected_at=at),
    "ended": lambda new, at: replace(new, in_force_from=at - timedelta(days=9), ended_at=at),
}
"""What an account is that may not be paid → how it became so."""


@pytest.fixture
def clinic(aws: dict[str, Any]) -> Practice:
    """A clinic without an account, to which a payer owes one session."""
    assert aws
    set_paying_account()
    made = practice(payer="tryg")
    forget_payees(made.clinic_id)
    assert reported(made.booking_id()) == []
    return made


def paid_to(payees: DynamoPayees | None = None, payables: DynamoPayables | None = None) -> list[str | None]:
    """Drafts a payment file; returns the account of each payment that is in it."""
    drafting = RunDrafting(left_out([]), HeldSessions().must_hold)
    whole = replace(drafting, payees=payees or drafting.payees, payables=payables or drafting.payables)
    file_id = begin().body["fileId"]
    whole.run("tryg", file_id)
    return [line.masked for line in lines(file_id) if line.is_in_file]


@pytest.mark.parametrize("status", NOT_IN_FORCE)
def test_an_account_that_is_not_in_force_is_paid_nothing(clinic: Practice, status: str) -> None:
    registered(clinic.clinic_id, NOT_IN_FORCE[status])
    assert paid_to() == []
    assert [payable.pay_to for payable in clinic.owed()] == [None]


@pytest.mark.parametrize("status", NOT_IN_FORCE)
def test_beside_one_in_force_it_is_paid_nothing_either(clinic: Practice, status: str) -> None:
    store_payees(clinic.clinic_id, DANISH_ACCOUNT)
    registered(clinic.clinic_id, NOT_IN_FORCE[status])
    assert paid_to() == [DANISH_ACCOUNT.masked]


@pytest.mark.parametrize("account", [*ACCOUNTS[:2], GERMAN_IBAN], ids=lambda each: each.kind)
def test_what_a_row_was_made_out_to_is_not_paid_but_the_registered_account(
    clinic: Practice, account: PayeeAccount
) -> None:
    """Whoever changes a stored payable does not choose where the money goes."""
    store_payees(clinic.clinic_id, account)
    [owed] = clinic.owed()
    strange = PaymentMeans("42", account="1234567890", branch="1234")
    made_out = replace(owed, payee_id=PayeeId("pye_strange"), pay_to=strange)
    tables.commit([DynamoPayables().replacement(owed, made_out)])
    assert paid_to() == [account.masked]
    kept = found(owed)
    assert kept.payee_id == "pye_0"
    assert kept.pay_to
    assert kept.pay_to.account != strange.account


class ChangedMeanwhile(DynamoPayees):
    """Reads the register, after which the clinic changes it, once."""

    changes: Callable[[], None] | None = None

    def of_clinic(self, clinic_id: ClinicId) -> PayeeRegister:
        known, changes, self.changes = super().of_clinic(clinic_id), self.changes, None
        if changes:
            changes()
        return known


@pytest.mark.parametrize("change", ["ended", "another in force", "another chosen"])
def test_an_account_that_changes_while_a_file_is_drafted_waits_for_the_next(
    clinic: Practice, change: str
) -> None:
    store_payees(clinic.clinic_id, DANISH_ACCOUNT)
    late, of = ChangedMeanwhile(), clinic.clinic_id

    def happen() -> None:
        payees = DynamoPayees()
        known = payees.of_clinic(of)
        if change == "ended":
            forget_payees(of)
        elif change == "another in force":
            store_payees(of, STRANGE)
        else:
            tables.commit([payees.replacing(of, known, known.choosing(PayeeId("pye_0")))])

    late.changes = happen
    assert paid_to(late) == []
    [owed] = clinic.owed()
    assert (owed.status, owed.pay_to) == ("approved", None)


def test_of_two_in_force_none_is_paid_until_the_clinic_has_chosen(clinic: Practice) -> None:
    store_payees(clinic.clinic_id, DANISH_ACCOUNT, STRANGE)
    assert paid_to() == []
    payees = DynamoPayees()
    known = payees.of_clinic(clinic.clinic_id)
    tables.commit([payees.replacing(clinic.clinic_id, known, known.choosing(PayeeId("pye_0")))])
    assert paid_to() == [DANISH_ACCOUNT.masked]


class NewestWins(PayeeRegister):
    """Pays the newest account, whatever its status."""

    def without_invoice(self, at: datetime) -> Payee:
        *_, newest = (each for each in self.payees if each.registered_at <= at)
        return newest


class Careless(DynamoPayees):
    """A register in which the newest account is paid."""

    def of_clinic(self, clinic_id: ClinicId) -> PayeeRegister:
        known = super().of_clinic(clinic_id)
        return NewestWins(known.payees, known.version, known.chosen)


class Unguarded(DynamoPayables):
    """Orders a payable without a look at its account."""

    def ordering(self, payable: Payable, *given: Any, **named: Any) -> list[Operation]:
        ordered, counted, _ = super().ordering(payable, *given, **named)
        assert isinstance(ordered, Put)
        return [ordered, counted]


@pytest.mark.parametrize("status", ["registered", "waiting"])
def test_control_without_the_register_and_the_condition_a_stranger_is_paid(
    clinic: Practice, status: str
) -> None:
    store_payees(clinic.clinic_id, DANISH_ACCOUNT)
    registered(clinic.clinic_id, NOT_IN_FORCE[status])
    assert paid_to(Careless(), Unguarded()) == [STRANGE.masked]


@pytest.mark.parametrize("status", ["registered", "waiting"])
def test_the_condition_alone_pays_no_stranger(clinic: Practice, status: str) -> None:
    """Even if the register were read wrongly, the commit asks for an account in force."""
    store_payees(clinic.clinic_id, DANISH_ACCOUNT)
    registered(clinic.clinic_id, NOT_IN_FORCE[status])
    assert paid_to(Careless()) == []
