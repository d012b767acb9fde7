"""Whoever decides is told at once of what staff recorded, with a login or without (F4-02)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import PostalAddress
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.notifications.rendering import render
from local.notifications.demo import SENDER
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, consent, evidence, outbox_rows
from tests.builders.clinics.consents import recorded_consent
from tests.builders.mandates import mandate_body, record_revocation, recorded, revoked_by, send
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.people.families import FATHER, MOTHER, TwoEmployers, answer
from tests.builders.policies import BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
STAFF = staff("caseworker")
HOME = PostalAddress("Anna Holm", "Nørregade 1", "1165", "København")


@pytest.fixture
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email="anna@example.org")


def told(aws: dict[str, Any]) -> list[dict[str, str]]:
    """Plans what each recorded decision asks for; returns the variables of what was planned."""
    for row in outbox_rows(aws, "decision.recorded"):
        data = {name: value["S"] for name, value in row["data"]["M"].items()}
        assert notify("decision.recorded", event_id=str(data), **data) == []
    planned = (each for each in notifications_in(aws) if each.kind == "decision-recorded")
    return [dict(each.variables) for each in planned]


def test_every_decision_that_staff_record_is_told_and_none_of_the_persons_own(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    claim_id = claim_of(STAFF, personId=anna)
    for given, words in ((True, "consent"), (False, "consent-refusal")):
        assert consent(claim_id, given, STAFF, evidence=evidence(words)).status == 200
    for kind in ("general", "network-contact"):
        assert recorded_consent(claim_id, kind, kind == "general").status == 200
    made = send(claim_id, mandate_body(BO, "act", evidence=recorded("letter")), STAFF)
    revocation = {"evidence": revoked_by("letter")}
    assert record_revocation(claim_id, made.body["mandateId"], revocation).status == 200
    assert consent(claim_id).status == 200
    assert {(each["recorded"], each["how"]) for each in told(aws)} == {
        ("case-given", "phone"),
        ("case-withdrawn", "phone"),
        ("general-given", "phone"),
        ("network-contact-refused", "phone"),
        ("mandate-given", "letter"),
        ("mandate-revoked", "letter"),
    }


def test_it_says_when_it_was_said_and_how_to_object(anna: PersonId, aws: dict[str, Any]) -> None:
    claim_id = claim_of(STAFF, personId=anna)
    assert consent(claim_id, True, STAFF, evidence=evidence()).status == 200
    assert recorded_consent(claim_id, evidence=evidence("general-consent", how="letter")).status == 200
    said = {each["how"]: each["said"] for each in told(aws)}
    assert ("T" in said["phone"], "T" in said["letter"]) == (True, False)
    [of_case] = [each for each in notifications_in(aws) if each.variables["recorded"] == "case-given"]
    assert (of_case.recipient, of_case.channel, of_case.address) == (anna, "email", "anna@example.org")
    text = render(of_case, SENDER).text
    assert all(word in text for word in ("i telefonen den", "Der er givet samtykke", SENDER.phone)), text


def test_a_person_without_a_login_gets_a_letter(anna: PersonId, aws: dict[str, Any]) -> None:
    contacts = DynamoContacts()
    before = contacts.current(anna)
    after = before.changed(replace(before, address=HOME, has_login=False), datetime.now(UTC))
    contacts.change(before, after, "tryg")
    claim_id = claim_of(STAFF, personId=anna)
    assert recorded_consent(claim_id).status == 200
    assert len(told(aws)) == 1
    [planned] = [each for each in notifications_in(aws) if each.kind == "decision-recorded"]
    assert (planned.channel, planned.state) == ("letter", "planned")


def test_every_confirmed_guardian_of_a_child_is_told(aws: dict[str, Any]) -> None:
    case = TwoEmployers(FATHER)
    claim_id = claim_of(member(MOTHER), personId=case.child)
    for cpr in (MOTHER, FATHER):
        answer(case.child, case.other, member(cpr))
    assert consent(claim_id, True, STAFF, evidence=evidence()).status == 200
    [row] = outbox_rows(aws, "decision.recorded")
    data = {name: value["S"] for name, value in row["data"]["M"].items()}
    assert notify("decision.recorded", **data) == []
    planned = [each for each in notifications_in(aws) if each.kind == "decision-recorded"]
    assert {each.recipient for each in planned} == {case.mother, case.other}
    assert all(each.of_child for each in planned)
    # When it is sent, and for a letter that comes back, each of them is found again.
    found = {each.recipient: Recipients().of_notification(each) for each in planned}
    assert {name: to and to.recipient for name, to in found.items()} == {name: name for name in found}
