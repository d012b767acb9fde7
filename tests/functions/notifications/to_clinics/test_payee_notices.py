"""The mails about a changed account: to the clinic, to who signed for it, to who approves it (promise 28)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.clinics.contracts import contract_sent
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.network import staged

pytestmark = pytest.mark.usefixtures("aws")
FROM = "2026-11-24T10:15:00+00:00"


def told(clinic_id: Any, change: str, **more: str) -> list[str]:
    """Plans what is sent for a change of an account."""
    event = "payee.ended" if change == "rejected" else f"payee.{change}"
    named = {"clinicId": clinic_id, "payeeId": "pye_1", "change": change, **more}
    return notify(event, payer="", clinic_id=clinic_id, **named)


def test_the_clinic_and_who_signed_for_it_hear_of_each_change(aws: dict[str, Any]) -> None:
    clinic_id = contract_sent()
    before = DynamoClinics().find(clinic_id)
    stolen = before.changed(name=None, phone=None, email="thief@example.org", address=None)
    DynamoClinics().change(before, stolen)
    assert told(clinic_id, "approved", inForceFrom=FROM) == []
    planned = {each.kind: each for each in notifications_in(aws)}
    assert planned.keys() == {"payee-changed", "payee-changed-by-clinic"}
    assert planned["payee-changed"].address == "thief@example.org"
    assert planned["payee-changed-by-clinic"].address not in ("", "thief@example.org")
    assert planned["payee-changed"].variables == {"payee": "approved", "inforce": "2026-11-24T11:15"}


def test_the_network_hears_that_an_account_waits_for_it(aws: dict[str, Any]) -> None:
    assert told(contract_sent(), "registered") == []
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
