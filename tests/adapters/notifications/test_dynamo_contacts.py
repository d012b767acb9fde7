from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from boto3.dynamodb.types import TypeDeserializer

from helsebro.errors import VersionStale
from helsebro.ids import PersonId
from helsebro.notifications.channel import Choice
from helsebro.notifications.contact_record import ContactRecord, PostalAddress
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from tests.builders.claims import outbox_rows
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
NOW = datetime(2026, 11, 21, tzinfo=UTC)
HOME = PostalAddress("Anna Holm", "Havnegade 1", "8000", "Aarhus C")


def anna() -> PersonId:
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email="anna@work.example", phone="20 30 40 50")


def entered(before: ContactRecord, email: str = "anna@home.example") -> ContactRecord:
    return before.changed(replace(before, email=email, phone="+4520304050", address=HOME), NOW)


def test_until_a_person_enters_a_contact_the_first_enrolment_is_used() -> None:
    person_id = anna()
    insured_of(policy_of("tryg", number="P-2"), enrolledOn="2024-01-01", email="anna@later.example")
    found = DynamoContacts().current(person_id)
    assert (found.email, found.language, found.version) == ("anna@work.example", "da", 0)
    assert DynamoContacts().find(person_id) is None


def test_an_entered_contact_is_stored_with_its_event_and_the_former_one(aws: dict[str, Any]) -> None:
    person_id, contacts = anna(), DynamoContacts()
    before = contacts.current(person_id)
    contacts.change(before, entered(before), "tryg")
    found, former = contacts.current(person_id), contacts.former(person_id, 1)
    assert (found.email, found.address, found.version) == ("anna@home.example", HOME, 1)
    assert former
    assert (former.email, former.phone) == ("anna@work.example", "20 30 40 50")
    (row,) = outbox_rows(aws, "contact.changed")
    event = {name: TypeDeserializer().deserialize(value) for name, value in row.items()}
    assert (event["payer"], event["data"]) == ("tryg", {"personId": person_id, "contactVersion": 1})


def test_a_change_without_another_address_keeps_no_former_one() -> None:
    person_id, contacts = anna(), DynamoContacts()
    before = contacts.current(person_id)
    contacts.change(before, before.changed(replace(before, language="en"), NOW), "tryg")
    assert contacts.former(person_id, 1) is None


def test_the_second_of_two_changes_of_one_version_is_rejected(aws: dict[str, Any]) -> None:
    person_id, contacts = anna(), DynamoContacts()
    for _ in range(2):
        before = contacts.current(person_id)
        contacts.change(before, entered(before), "tryg")
        with pytest.raises(VersionStale):
            contacts.change(before, entered(before, "late@home.example"), "tryg")
    assert len(outbox_rows(aws, "contact.changed")) == 2


def test_choices_are_kept_without_an_entered_contact_and_the_enrolment_still_counts() -> None:
    person_id, contacts = anna(), DynamoContacts()
    before = contacts.current(person_id)
    contacts.choose(before, before.choosing({"session-reminder": Choice(email=False, sms=True)}), "tryg")
    insured_of(policy_of("tryg", number="P-2"), enrolledOn="2024-01-01", email="anna@later.example")
    found = contacts.current(person_id)
    assert found.choices == {"session-reminder": Choice(email=False, sms=True)}
    assert (found.email, found.version) == ("anna@work.example", 1)


def test_a_contact_is_no_part_of_the_household() -> None:
    person_id, contacts = anna(), DynamoContacts()
    before = contacts.current(person_id)
    contacts.change(before, entered(before), "tryg")
    assert [place.person_id for place in DynamoPeople().household(person_id).own] == [person_id]
