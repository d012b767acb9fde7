"""The mails about a changed account: to the clinic, to who signed for it, to who approves it (promise 28)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.notifications.contact_record import ContactRecord
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock
from tests.builders.claims import outbox_rows
from tests.builders.clinics.contracts import contract_sent
from tests.builders.clinics.payees import DANISH_ACCOUNT, store_payees
from tests.builders.clinics.users import SIGNATORY
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")
LATELY = ("fourth", "second", "third")
FROM = "2026-11-24T10:15:00+00:00"


def told(clinic_id: Any, change: str, **more: str) -> list[str]:
    """Plans what is sent for a change of an account."""
    event = "payee.ended" if change == "rejected" else f"payee.{change}"
    named = {"clinicId": clinic_id, "payeeId": "pye_1", "change": change} | more
    return notify(event, payer="", clinic_id=clinic_id, **named)


def test_the_clinic_and_who_signed_for_it_hear_of_each_change(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    before = DynamoClinics().find(clinic_id)
    move(clinic_id, "thief@example.org", clock.now())
    assert told(clinic_id, "approved", inForceFrom=FROM) == []
    planned = {each.address: each for each in notifications_in(aws)}
    signed = {each.address for each in planned.values() if each.kind == "payee-changed-by-clinic"}
    assert signed
    assert signed.isdisjoint({"", "thief@example.org"})
    assert planned.keys() - signed == {"thief@example.org", before.contact.email} - signed
    assert planned["thief@example.org"].variables == {"payee": "approved", "inforce": "2026-11-24T11:15"}


def move(clinic_id: Any, email: str, at: datetime) -> None:
    """Changes the address of the clinic, as its system may."""
    before = DynamoClinics().find(clinic_id)
    moved = before.changed(name=None, phone=None, email=email, address=None, at=at)
    DynamoClinics().change(before, moved)


def test_every_address_of_the_last_thirty_days_gets_the_mail(aws: dict[str, Any]) -> None:
    mailbox.opened("no-reply@helsebro.example")
    clinic_id = staged().clinic_id
    first, now = DynamoClinics().find(clinic_id).contact.email, clock.now()
    move(clinic_id, "second@example.org", now - timedelta(days=31))
    move(clinic_id, "third@example.org", now - timedelta(days=29))
    move(clinic_id, "second@example.org", now - timedelta(days=1))
    move(clinic_id, "fourth@example.org", now)
    assert told(clinic_id, "ended") == []
    planned = notifications_in(aws)
    assert sorted(each.address for each in planned) == [f"{name}@example.org" for name in (*LATELY,)]
    assert first not in {each.address for each in planned}
    for each in planned:
        assert send(each) == []
    assert sorted(mail.to for mail in mailbox.mails()) == sorted(each.address for each in planned)


@pytest.mark.parametrize("change", ["event", "details"])
def test_a_changed_address_is_told_to_the_old_one_too(aws: dict[str, Any], change: str) -> None:
    mailbox.opened("no-reply@helsebro.example")
    stage = staged()
    before = DynamoClinics().find(stage.clinic_id)
    if change == "event":
        assert stage.event("clinic.changed", {"email": "thief@example.org"}).status == 202
    else:
        move(stage.clinic_id, "thief@example.org", clock.now())
    [row] = outbox_rows(aws, "clinic-mailbox.changed")
    data = {name: value["S"] for name, value in row["data"]["M"].items()}
    assert data == {"clinicId": stage.clinic_id}
    assert notify("clinic-mailbox.changed", payer="", clinic_id=stage.clinic_id, **data) == []
    planned = notifications_in(aws)
    assert {each.kind for each in planned} == {"clinic-address-changed"}
    assert sorted(each.address for each in planned) == sorted((before.contact.email, "thief@example.org"))
    for each in planned:
        assert send(each) == []
    assert all("ring til os med det samme" in mail.body for mail in mailbox.mails())


def test_a_changed_phone_number_is_no_changed_address(aws: dict[str, Any]) -> None:
    assert staged().event("clinic.changed", {"phone": "70 99 88 77"}).status == 202
    assert outbox_rows(aws, "clinic-mailbox.changed") == []


def test_the_signatory_hears_of_an_account_that_the_network_registered(aws: dict[str, Any]) -> None:
    mailbox.opened("no-reply@helsebro.example")
    assert told(contract_sent(), "registered", by="network") == []
    planned = {each.kind: each for each in notifications_in(aws)}
    assert planned.keys() == {"payee-changed", "payee-changed-by-clinic"}
    for each in planned.values():
        assert send(each) == []
    assert all("logget ind og godkendt" in mail.body for mail in mailbox.mails())


def test_a_signatory_without_an_application_is_told_at_the_own_address(aws: dict[str, Any]) -> None:
    signs = pseudonym.person_id("DK", SIGNATORY)
    record = ContactRecord(
        signs, email="signs@example.org", language="da", country="DK", changed_at=clock.now()
    )
    contacts = DynamoContacts()
    tables.commit([contacts.put(record, 0)])
    stage = staged(clinic_changes={"signatory_id": signs})
    assert told(stage.clinic_id, "ended") == []
    planned = {each.kind: each.address for each in notifications_in(aws)}
    assert planned["payee-changed-by-clinic"] == "signs@example.org"


def test_the_network_hears_that_an_account_waits_for_it(aws: dict[str, Any]) -> None:
    assert told(contract_sent(), "registered", by="signatory") == []
    assert {each.kind for each in notifications_in(aws)} == {
        "payee-changed",
        "payee-changed-by-clinic",
        "payee-to-approve",
    }


def test_a_clinic_that_did_not_apply_by_the_form_is_told_at_its_own_mailbox(aws: dict[str, Any]) -> None:
    assert told(staged().clinic_id, "ended") == []
    assert [each.kind for each in notifications_in(aws)] == ["payee-changed"]


@pytest.mark.parametrize(
    "change, words",
    [
        ("registered", "tre dage"),
        ("approved", "Den gælder fra"),
        ("rejected", "er afvist"),
        ("ended", "ikke mere til den"),
    ],
)
def test_the_mail_says_what_happened_and_what_to_do(aws: dict[str, Any], change: str, words: str) -> None:
    mailbox.opened("no-reply@helsebro.example")
    more = {"inForceFrom": FROM} if change == "approved" else {}
    assert told(staged().clinic_id, change, **more) == []
    [planned] = [each for each in notifications_in(aws) if each.kind == "payee-changed"]
    assert send(planned) == []
    [mail] = mailbox.mails()
    assert words in mail.body
    assert "ring til os med det samme" in mail.body
    # What is turned down or ended can be ended no more.
    assert ("afslutte kontoen" in mail.body) is (change in ("registered", "approved"))


def test_the_mail_says_which_account_it_is_by_its_last_signs(aws: dict[str, Any]) -> None:
    mailbox.opened("no-reply@helsebro.example")
    clinic_id = staged().clinic_id
    store_payees(clinic_id, DANISH_ACCOUNT)
    assert told(clinic_id, "ended", payeeId="pye_0") == []
    [planned] = [each for each in notifications_in(aws) if each.kind == "payee-changed"]
    assert planned.variables == {"payee": "ended", "account": "6243"}
    assert send(planned) == []
    [mail] = mailbox.mails()
    assert "Kontoen ender på 6243." in mail.body
    assert "0440116243" not in mail.body
