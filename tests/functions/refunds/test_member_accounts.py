"""A member confirms the account that refunds are paid to, and no one else's (promise 28)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro_aws.payments.members.dynamo_member_accounts import DynamoMemberAccounts
from tests.builders.calls import member, staff
from tests.builders.claims import outbox_rows, pointers
from tests.builders.decisions import ask_refund, bill_of, claim_in_review, insured_anna, read_refund
from tests.builders.decisions import refund_body as body_of
from tests.builders.payments.member_accounts import (
    ACCOUNT,
    ANOTHER,
    confirm,
    number_of,
    person,
    read_account,
)
from tests.builders.policies import ANNA, BO, cpr_of_age, insured_of, policy_of

MALFORMED = "account-number-malformed"
pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return claim_in_review()


def without_account(claim_id: ClaimId) -> dict[str, Any]:
    body = body_of(bill_of(claim_id))
    return {name: value for name, value in body.items() if name != "payTo"}


def changes(aws: dict[str, Any]) -> list[str]:
    return [row["data"]["M"]["change"]["S"] for row in outbox_rows(aws, "account.confirmed")]


def test_a_refund_confirms_its_account_and_the_next_needs_none(claim_id: ClaimId, aws: Any) -> None:
    assert read_account().body == {"payer": "tryg", "earlier": []}
    refused = ask_refund(claim_id, without_account(claim_id))
    assert (refused.status, pointers(refused)) == (422, {("/payTo", "missing")})
    assert ask_refund(claim_id, body_of(bill_of(claim_id))).status == 202
    assert ask_refund(claim_id, without_account(claim_id)).status == 202
    shown = read_account().body
    assert (shown["masked"], shown["earlier"]) == ("••••3210", [])
    assert (number_of(ANNA), changes(aws)) == ("DK:1234:9876543210", ["first"])


def test_another_account_replaces_it_with_an_event_and_the_history_stays(claim_id: ClaimId, aws: Any) -> None:
    assert claim_id
    assert confirm(ACCOUNT).status == 200
    changed = confirm(ANOTHER)
    assert (changed.status, changed.body["masked"]) == (200, "••••6243")
    assert [each["masked"] for each in changed.body["earlier"]] == ["••••3210"]
    assert changes(aws) == ["first", "changed"]
    [_, row] = outbox_rows(aws, "account.confirmed")
    assert set(row["data"]["M"]) == {"personId", "accountId", "change"}


def test_the_same_account_in_another_form_changes_nothing(claim_id: ClaimId, aws: Any) -> None:
    assert claim_id
    assert confirm(ANOTHER).status == 200
    again = confirm({"iban": "DK50 0040 0440 1162 43"})
    assert (again.status, again.body["earlier"], changes(aws)) == (200, [], ["first"])


def test_a_member_names_only_the_own_account(claim_id: ClaimId) -> None:
    assert claim_id
    assert confirm(ACCOUNT).status == 200
    assert confirm(ANOTHER, member(BO)).status == read_account(member(BO)).status == 404
    insured_of(policy_of("tryg", number="P-2"), cpr=BO)
    assert confirm(ANOTHER, member(BO)).status == 200
    assert (number_of(ANNA), number_of(BO)) == ("DK:1234:9876543210", "DK:0040:0440116243")
    assert confirm(ANOTHER, staff("finance")).status == 403
    assert read_account(staff("finance")).status == 403
    assert confirm(payer="nobody").status == 404


@pytest.mark.parametrize(
    "account, fault",
    [
        ({"registrationNumber": "0000", "accountNumber": "1"}, ("/payTo/registrationNumber", MALFORMED)),
        ({"registrationNumber": "1234", "accountNumber": "0"}, ("/payTo/accountNumber", MALFORMED)),
        ({"iban": "DK5000400440116244"}, ("/payTo/iban", "iban-malformed")),
        ({"accountNumber": "86011117947"}, ("/payTo", "account-kind-not-the-countrys")),
        ({"accountNumber": "86011117948"}, ("/payTo/accountNumber", "account-check-digit")),
    ],
)  # fmt: skip
def test_an_account_that_no_bank_has_is_never_kept(
    claim_id: ClaimId, account: dict[str, str], fault: tuple[str, str]
) -> None:
    assert claim_id
    refused = confirm(account)
    assert (refused.status, pointers(refused)) == (422, {fault})
    assert DynamoMemberAccounts().current("tryg", person(ANNA)) is None


def test_a_child_under_fifteen_confirms_no_account(claim_id: ClaimId) -> None:
    assert claim_id
    young, old = cpr_of_age(8), cpr_of_age(16)
    for number, cpr in enumerate((young, old)):
        insured_of(policy_of("tryg", number=f"P-{number + 7}"), cpr=cpr)
    refused = confirm(ANOTHER, member(young))
    assert (refused.status, refused.body["code"]) == (403, "not-yours-to-decide")
    assert DynamoMemberAccounts().current("tryg", person(young)) is None
    assert confirm(ANOTHER, member(old)).status == 200


def test_an_old_login_changes_no_account(claim_id: ClaimId) -> None:
    assert claim_id
    stale = confirm(by=member(ANNA, auth_time=1))
    assert (stale.status, stale.body["code"]) == (401, "insufficient_user_authentication")


def test_finance_sees_the_last_digits_and_that_nobody_knows_the_holder(claim_id: ClaimId) -> None:
    refund_id = ask_refund(claim_id, body_of(bill_of(claim_id))).body["refundId"]
    by_finance = read_refund(refund_id, staff("finance")).body["paidTo"]
    assert (by_finance["masked"], by_finance["holder"], by_finance["confirmedBy"]) == (
        "••••3210",
        "unknown",
        "person",
    )
    assert set(read_refund(refund_id).body["paidTo"]) == {"masked", "confirmedAt"}
