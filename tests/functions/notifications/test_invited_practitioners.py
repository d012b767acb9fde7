"""The mail that invites someone to sign in as a practitioner, and the token in its link."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import (
    DynamoPractitionerLogins,
)
from tests.builders.clinics.users import invite
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.network import Stage, staged

LINK = re.compile(r"https://portal\.example/practitioners/(prc_\w+)/invitation#(\w+)")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    mailbox.opened("no-reply@helsebro.example")
    return staged()


def planned_for(stage: Stage, aws: dict[str, Any]) -> Any:
    """Returns the notification that is planned for an invitation."""
    named = {"clinic_id": stage.clinic_id, "practitionerId": stage.practitioner_id}
    assert notify("clinic-user.invited", payer="", **named) == []
    [planned] = notifications_in(aws)
    return planned


def test_the_invited_mailbox_gets_a_link_with_the_token(stage: Stage, aws: dict[str, Any]) -> None:
    token = invite(stage.clinic_id, stage.practitioner_id, "anna@klinik.example")
    planned = planned_for(stage, aws)
    assert (planned.kind, planned.channel, planned.payer) == ("practitioner-invited", "email", "")
    assert token not in str(aws["dynamodb"].scan(TableName="cases")["Items"])
    assert send(planned) == []
    [mail] = mailbox.mails()
    found = LINK.search(mail.body)
    assert mail.to == "anna@klinik.example"
    assert found
    assert (found[1], found[2]) == (stage.practitioner_id, token)


def test_a_mail_to_a_person_outside_the_network_is_kept_for_half_a_year(
    stage: Stage, aws: dict[str, Any]
) -> None:
    invite(stage.clinic_id, stage.practitioner_id)
    planned = planned_for(stage, aws)
    items = aws["dynamodb"].scan(TableName="cases", ConsistentRead=True)["Items"]
    [mail] = [item for item in items if item["sk"]["S"].startswith("NOTIFICATION#")]
    assert int(mail["expiresAt"]["N"]) == int((planned.planned_at + timedelta(days=180)).timestamp())


def test_an_invitation_that_has_ended_is_sent_without_a_token(stage: Stage, aws: dict[str, Any]) -> None:
    invite(stage.clinic_id, stage.practitioner_id)
    planned = planned_for(stage, aws)
    logins = DynamoPractitionerLogins()
    before = logins.find(stage.clinic_id, stage.practitioner_id)
    logins.change(before, before.ended())
    assert send(planned) == []
    assert "invitation#" not in mailbox.mails()[0].body


def test_an_invitation_that_ended_before_it_was_planned_is_not_sent(
    stage: Stage, aws: dict[str, Any]
) -> None:
    named = {"clinic_id": stage.clinic_id, "practitionerId": stage.practitioner_id}
    notify("clinic-user.invited", payer="", **named)
    assert notifications_in(aws) == []
