"""Confirms accounts of members, and reads what a payment file would write of them."""

from __future__ import annotations

from typing import Any

from helsebro.ids import PersonId
from helsebro_aws.identity import pseudonym
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from tests.builders.calls import Answered, ask, event, member
from tests.builders.policies import ANNA

ACCOUNT = {"registrationNumber": "1234", "accountNumber": "9876543210"}
"""The account that the refunds of the builders name."""
ANOTHER = {"registrationNumber": "0040", "accountNumber": "0440116243"}


def confirm(
    account: dict[str, Any] = ANOTHER, by: dict[str, Any] | None = None, payer: str = "tryg"
) -> Answered:
    """The answer to confirming an account."""
    from functions.refunds.refunds.handler import handler

    body = {"payTo": account}
    return ask(handler, event("PUT", f"/v1/me/accounts/{payer}", by=by or member(ANNA), body=body))


def read_account(by: dict[str, Any] | None = None, payer: str = "tryg") -> Answered:
    """The account as its member reads it."""
    from functions.refunds.refunds.handler import handler

    return ask(handler, event("GET", f"/v1/me/accounts/{payer}", by=by or member(ANNA)))


def person(cpr: str) -> PersonId:
    """Returns the id of a Danish person."""
    return pseudonym.person_id("DK", cpr)


def number_of(cpr: str, payer: str = "tryg") -> str:
    """Returns the whole account that counts for a person, in the form that is compared."""
    accounts = DynamoMemberAccounts()
    current = accounts.current(payer, person(cpr))
    assert current
    return accounts.number(payer, person(cpr), current.account_id).canonical
