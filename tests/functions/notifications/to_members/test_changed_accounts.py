"""A changed account is told to its member wherever that person was reached in the last weeks (promise 28)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.keys import former_contact_key
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.payments.member_accounts import ACCOUNT, ANOTHER, confirm
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email="anna@example.org", phone="20 12 34 56")


def entered(person_id: PersonId, **changes: Any) -> int:
    """Stores what a person enters about where to be reached; returns the version of it."""
    contacts = DynamoContacts()
    before = contacts.current(person_id)
    after = before.changed(replace(before, **changes), clock.now())
    contacts.change(before, after, "tryg")
    return after.version


def told(aws: dict[str, Any]) -> list[str]:
    """Plays the last event of an account, and returns the addresses that are told."""
    data = {
        name: value["S"] for name, value in outbox_rows(aws, "account.confirmed")[-1]["data"]["M"].items()
    }
    assert notify("account.confirmed", **data) == []
    return sorted(each.address for each in notifications_in(aws) if each.kind == "account-changed")


def test_a_changed_account_is_told_at_today_and_former_addresses(anna: PersonId, aws: dict[str, Any]) -> None:
    mailbox.opened("no-reply@helsebro.example")
    assert confirm(ACCOUNT).status == 200
    entered(anna, email="thief@example.org", phone="+4530405060")
    assert confirm(ANOTHER).status == 200
    lately = ["+4520123456", "+4530405060", "anna@example.org", "thief@example.org"]
    assert told(aws) == lately
    for each in notifications_in(aws):
        assert send(each) == []
    mails = mailbox.mails()
    assert sorted(mail.to for mail in mails) == ["anna@example.org", "thief@example.org"]
    assert all("ring til os med det samme" in mail.body and "6243" not in mail.body for mail in mails)


def test_an_address_of_longer_ago_is_told_nothing(anna: PersonId, aws: dict[str, Any]) -> None:
    assert confirm(ACCOUNT).status == 200
    version = entered(anna, email="new@example.org", phone=None)
    key = former_contact_key(anna, version)
    tables.commit([Update(tables.settings.people_table, *key, set={"expiresAt": 1})])
    assert confirm(ANOTHER).status == 200
    assert told(aws) == ["new@example.org"]


def test_a_first_account_is_told_to_no_one(anna: PersonId, aws: dict[str, Any]) -> None:
    assert anna
    assert confirm(ACCOUNT).status == 200
    assert told(aws) == []
