"""Promise 28 for members: a refund goes only to the account that its member had confirmed at the draft.

Accounts change at every step of the way to the file, by the member and by others. The control drafts without
the condition, and pays an account that no longer counts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import PaymentFileId, PersonId
from helsebro.payments.members.member_account import MemberAccount
from helsebro.payments.payable import Payable
from helsebro_aws.dynamodb.operations import Check, Operation
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from helsebro_aws.payments.runs.draft import RunDrafting
from tests.builders.calls import member
from tests.builders.payments.member_accounts import ANOTHER, confirm, person
from tests.builders.payments.payment_stage import begin, found, left_out, owing
from tests.builders.policies import ANNA, BO, insured_of, policy_of
from tests.functions.payments.test_write_payment_file import refunded


class Overtaken(DynamoMemberAccounts):
    """The member changes the account right after the draft has read it, once."""

    def __init__(self) -> None:
        super().__init__()
        self.changed = False

    def current(self, payer: str, person_id: PersonId) -> MemberAccount | None:
        account = super().current(payer, person_id)
        if not self.changed:
            self.changed = True
            assert confirm(ANOTHER).status == 200
        return account


class Unguarded(DynamoPayables):
    """Takes a payable without asking whether the account still counts."""

    def ordering(self, payable: Payable, *more: Any, **named: Any) -> list[Operation]:
        return [each for each in super().ordering(payable, *more, **named) if not isinstance(each, Check)]


@pytest.fixture
def owed(aws: dict[str, Any]) -> Payable:
    assert aws
    owing()
    return refunded()


def drafted_by(drafting: RunDrafting, owed: Payable) -> str:
    """Drafts a file, and returns the last digits of the account that it pays."""
    run = drafting.run(owed.payer, PaymentFileId(begin().body["fileId"]))
    assert run.state == "drafted"
    to = found(owed).to_member
    assert to
    assert to.account_id
    return DynamoMemberAccounts().find(owed.payer, to.person_id, to.account_id).masked


def drafting() -> RunDrafting:
    return RunDrafting(left_out([]), HeldSessions().must_hold, accounts=Overtaken())


def test_an_account_that_changes_during_the_draft_is_the_one_that_is_paid(owed: Payable) -> None:
    assert drafted_by(drafting(), owed) == "••••6243"


def test_control_without_the_condition_an_account_that_was_replaced_is_paid(owed: Payable) -> None:
    unguarded = replace(drafting(), payables=Unguarded())
    assert drafted_by(unguarded, owed) == "••••3210"


@pytest.mark.parametrize("by", [BO])
def test_no_one_elses_account_is_paid(owed: Payable, by: str) -> None:
    insured_of(policy_of("tryg", number="P-2"), cpr=by)
    assert confirm(ANOTHER, member(by)).status == 200
    assert drafted_by(RunDrafting(left_out([]), HeldSessions().must_hold), owed) == "••••3210"
    to = found(owed).to_member
    assert to
    assert to.person_id == person(ANNA)


def test_a_sealed_account_opens_for_its_own_member_and_id_only(owed: Payable, aws: dict[str, Any]) -> None:
    from helsebro_aws.platform.field_encryption import EncryptionRefused

    assert owed
    assert confirm(ANOTHER).status == 200
    items = aws["dynamodb"].scan(TableName="money")["Items"]
    first, second = sorted(
        (item for item in items if item["sk"]["S"].startswith("ACCOUNT#")), key=lambda item: item["sk"]["S"]
    )
    aws["dynamodb"].put_item(TableName="money", Item={**second, "sealedPayTo": first["sealedPayTo"]})
    accounts = DynamoMemberAccounts()
    current = accounts.current("tryg", person(ANNA))
    assert current
    with pytest.raises(EncryptionRefused):
        accounts.number("tryg", person(ANNA), current.account_id)
