"""What is planned for a member after an event: to whom, on which channel, with which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro.notifications.channel import Choice
from helsebro.notifications.contact_record import ContactRecord, PostalAddress
from helsebro.notifications.kinds import KINDS
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.recipients import Recipients
from tests.builders.claims import claim_of, consent, document_of, outbox_rows
from tests.builders.decisions import approved
from tests.builders.documents.checked_papers import check
from tests.builders.domain.notifications import cause
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.network import change_claim, guarantee_of
from tests.builders.policies import BO, CARL, cpr_of_age, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
AT_NIGHT = datetime(2099, 1, 1, tzinfo=UTC)
STRANGER = "0303751234"
HOME = PostalAddress("Anna Holm", "Nørregade 1", "1165", "København")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    policy = policy_of("tryg")
    return insured_of(policy, email="anna@example.org", phone="20 12 34 56")


def entered(person_id: PersonId, **changes: Any) -> ContactRecord:
    """Stores what a person enters about where to be reached."""
    contacts = DynamoContacts()
    before = contacts.current(person_id)
    after = before.changed(replace(before, **changes), AT_NIGHT)
    contacts.change(before, after, "tryg")
    return after


def chosen(person_id: PersonId, **choices: Choice) -> None:
    """Stores the channels that a person chooses, by kind."""
    contacts = DynamoContacts()
    before = contacts.current(person_id)
    named = {kind.replace("_", "-"): choice for kind, choice in choices.items()}
    contacts.choose(before, before.choosing(named), "tryg")


def test_a_reported_claim_is_confirmed_with_what_is_missing_and_waits_to_be_sent(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    claim_id = claim_of()
    assert notify("claim.reported", claimId=claim_id) == []
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.recipient, planned.channel) == ("claim-received", anna, "email")
    assert (planned.state, planned.address) == ("planned", "anna@example.org")
    assert planned.variables == {"missing": "consent documents", "safety": "DK"}
    [row] = outbox_rows(aws, "notification.planned")
    assert row["data"]["M"].keys() == {"notificationId", "kind", "channel", "claimId"}
    listed = DynamoNotifications().tables.query("cases", "waiting#notification.planned", listing=True)
    assert [item["notificationId"] for item in listed.items] == [planned.notification_id]


def test_a_doubled_event_is_planned_once_even_when_the_choice_has_changed_since(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    claim_id = claim_of()
    notify("claim.reported", claimId=claim_id)
    entered(anna, address=HOME)
    chosen(anna, claim_received=Choice(email=False, letter=True))
    notify("claim.reported", claimId=claim_id)
    assert len(notifications_in(aws)) == len(outbox_rows(aws, "notification.planned")) == 1


def test_a_child_is_never_written_to_while_a_guardian_decides(anna: PersonId, aws: dict[str, Any]) -> None:
    policy = policy_of("tryg", number="P-FAMILY")
    carl = insured_of(policy, cpr=CARL, relation="child", mainInsuredPersonId=anna, email="carl@example.org")
    notify("claim.reported", claimId=claim_of(personId=carl))
    assert [(each.recipient, each.of_child) for each in notifications_in(aws)] == [(anna, True)]
    notify("claim.reported", event_id="evt_own", claimId=claim_of())
    assert sorted(each.of_child for each in notifications_in(aws)) == [False, True]


def test_the_guardian_of_the_confirmed_family_is_told_and_not_the_one_of_the_policy(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    other, new = (policy_of("tryg", number=number) for number in ("P-OTHER", "P-NEW"))
    stranger = insured_of(other, cpr=STRANGER, email="stranger@example.org")
    carl = insured_of(other, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    insured_of(new, cpr=CARL, relation="child", mainInsuredPersonId=stranger)
    notify("claim.reported", claimId=claim_of(personId=carl))
    assert [each.recipient for each in notifications_in(aws)] == [anna]


def test_the_child_reads_at_no_address_that_only_an_unconfirmed_enrolment_gives(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    family = policy_of("tryg", number="P-OTHER")
    stranger = insured_of(family, cpr=STRANGER)
    carl = insured_of(family, cpr=CARL, relation="child", mainInsuredPersonId=anna, email="carl@example.org")
    insured_of(
        policy_of("tryg", number="P-NEW"),
        cpr=CARL,
        relation="child",
        mainInsuredPersonId=stranger,
        enrolledOn="2026-01-01",
        email="stranger@example.org",
    )
    notify("handover.announced", personId=carl, childId=carl, to="child")
    [told] = notifications_in(aws)
    assert (told.kind, told.recipient, told.address) == ("of-age-near", carl, "carl@example.org")


def test_a_hand_over_says_the_day_to_the_guardian_and_nothing_once_it_has_come(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    family = policy_of("tryg", number="P-OTHER")
    carl = insured_of(family, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    grown = insured_of(family, cpr=cpr_of_age(15), relation="child", mainInsuredPersonId=anna)
    for child, key in ((carl, "evt_1"), (grown, "evt_2")):
        notify("handover.announced", event_id=key, personId=anna, childId=child, to="guardian")
    [told] = notifications_in(aws)
    assert (told.kind, told.recipient, set(told.variables)) == ("hand-over-near", anna, {"day"})


def test_a_reminder_of_papers_is_only_planned_while_something_is_missing(aws: dict[str, Any]) -> None:
    claim_id = claim_of()
    consent(claim_id)
    reached = {"kind": "missing-after-3-days", "claimId": claim_id, "queue": "claims"}
    notify("deadline.reached", event_id="evt_1", **reached)
    assert [each.variables for each in notifications_in(aws)] == [{"missing": "documents"}]
    check(claim_id, document_of(claim_id))
    notify("deadline.reached", event_id="evt_2", **{**reached, "kind": "missing-after-10-days"})
    assert len(notifications_in(aws)) == 1


def test_who_has_no_login_gets_a_letter_with_the_clauses_of_the_decision(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    entered(anna, has_login=False, address=HOME)
    claim_id, _ = approved()
    notify("task.decided", claimId=claim_id, queue="claims", decision="approve")
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.channel) == ("decision-made", "letter")
    decision = DynamoClaims().find(claim_id).decision
    assert decision
    assert next(iter(decision.trail)).clause in planned.variables["clauses"].split()


def test_who_has_a_login_reads_the_clauses_behind_it(aws: dict[str, Any]) -> None:
    claim_id, _ = approved()
    notify("task.decided", claimId=claim_id, queue="claims", decision="approve")
    assert [each.variables for each in notifications_in(aws)] == [{}]


def test_who_cannot_be_reached_has_a_failed_notification_and_an_event_for_the_staff(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    entered(anna, has_login=False, address=None)
    notify("claim.reported", claimId=claim_of())
    [failed] = notifications_in(aws)
    assert (failed.state, failed.channel, failed.address) == ("failed", "letter", "")
    assert len(outbox_rows(aws, "notification.undeliverable")) == 1
    assert outbox_rows(aws, "notification.planned") == []


def test_what_the_person_has_turned_off_is_not_planned(anna: PersonId, aws: dict[str, Any]) -> None:
    chosen(anna, papers_missing=Choice(email=False), claim_received=Choice(email=False))
    claim_id = claim_of()
    notify("deadline.reached", kind="missing-after-3-days", claimId=claim_id, queue="claims")
    assert notifications_in(aws) == []
    # The law asks for this one: a choice without any channel does not turn it off.
    notify("claim.reported", event_id="evt_2", claimId=claim_id)
    assert [each.kind for each in notifications_in(aws)] == ["claim-received"]


def test_a_changed_contact_is_reported_to_the_former_address(anna: PersonId, aws: dict[str, Any]) -> None:
    after = entered(anna, email="new@example.org")
    notify("contact.changed", personId=anna, contactVersion=after.version)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("contact-changed", "anna@example.org")
    after = entered(anna, language="en")
    notify("contact.changed", event_id="evt_2", personId=anna, contactVersion=after.version)
    assert len(notifications_in(aws)) == 1


def test_a_first_address_warns_nobody_and_alarms_no_staff(aws: dict[str, Any]) -> None:
    nobody = insured_of(policy_of("tryg", number="P-FIRST"), cpr=BO)
    after = entered(PersonId(nobody), email="bo@example.org")
    notify("contact.changed", personId=nobody, contactVersion=after.version)
    assert notifications_in(aws) == []


@pytest.mark.parametrize(
    "phone, number",
    [
        ("90 61 22 33", "+4790612233"),
        ("22 12 34 56", None),
        ("+45 20 12 34 56", "+4520123456"),
    ],
)
def test_a_number_of_an_enrolment_is_one_of_its_country_also_when_it_is_a_former_one(
    phone: str, number: str | None
) -> None:
    kari = insured_of(policy_of("tryg", number="P-2"), cpr=CARL, country="NO", phone=phone, email=None)
    after = entered(kari, email="kari@example.org", phone="+4790000000")
    reachable = Recipients().of(
        KINDS["contact-changed"],
        cause("contact.changed", personId=kari, contactVersion=after.version),
    )
    assert reachable
    assert (reachable.addresses.get("sms"), reachable.country, reachable.language) == (number, "NO", "nb")


def test_an_extended_guarantee_names_its_new_last_day(aws: dict[str, Any]) -> None:
    guarantee = guarantee_of()
    notify("guarantee.extended", claimId=guarantee.claim_id, guaranteeId=guarantee.guarantee_id)
    [planned] = notifications_in(aws)
    assert planned.variables == {"day": guarantee.valid_until.isoformat()}


def test_a_consent_and_the_start_of_crisis_help_name_their_last_days(aws: dict[str, Any]) -> None:
    claim_id = claim_of()
    consent(claim_id)
    warned = {"claimId": claim_id, "queue": "claims", "dueAt": "2026-11-22T23:00:00Z"}
    notify("deadline.warned", **warned, kind="consent-expiry")
    notify("deadline.warned", **warned, kind="crisis-start", event_id="evt_2")
    expires_on = DynamoClaims().find(claim_id).consent_expires_on
    assert expires_on
    last_day = str(expires_on - timedelta(days=1))
    days = {each.kind: each.variables["day"] for each in notifications_in(aws)}
    assert days == {"consent-expiring": last_day, "crisis-start-ending": "2026-11-22"}


@pytest.mark.parametrize(
    ("of_claim", "of_guarantee", "asked"),
    [
        ({"status": "approved"}, {}, True),
        ({"status": "denied"}, {}, False),
        ({"status": "denied", "hasNews": True}, {}, True),
        ({"status": "closed"}, {}, False),
        ({"status": "approved"}, {"validUntil": "2020-01-01"}, False),
        ({"status": "approved"}, {"status": "revoked"}, False),
    ],
)
def test_nobody_is_asked_to_renew_the_consent_of_a_case_that_is_over(
    of_claim: dict[str, Any], of_guarantee: dict[str, Any], asked: bool, aws: dict[str, Any]
) -> None:
    guarantee = guarantee_of()
    change_claim(guarantee, **of_claim, consentExpiresOn="2999-01-01")
    pk, sk = case_partition(guarantee.guarantee_id), f"GUARANTEE#{guarantee.guarantee_id}"
    if of_guarantee:
        tables.commit([Update(tables.settings.cases_table, pk, sk, set=of_guarantee)])
    warned = {"claimId": guarantee.claim_id, "queue": "claims", "dueAt": "2998-12-31T23:00:00Z"}
    notify("deadline.warned", **warned, kind="consent-expiry")
    notify("deadline.warned", **warned, kind="clinic-consent-expiry", event_id="evt_2")
    kinds = {each.kind for each in notifications_in(aws)}
    assert kinds == ({"consent-expiring", "clinic-consent-expiring"} if asked else set())


def test_a_consent_that_belongs_to_no_case_is_reminded_of_by_the_person_alone(aws: dict[str, Any]) -> None:
    person_id = insured_of(policy_of("tryg", number="P-3"), email="anna@example.org")
    warned = {"queue": "claims", "dueAt": "2027-11-20T23:00:00Z", "personId": person_id}
    notify("deadline.warned", payer="", **warned, kind="general-consent-expiry")
    notify("deadline.warned", payer="", **warned, kind="network-contact-consent-expiry", event_id="evt_2")
    planned = {each.kind: each for each in notifications_in(aws)}
    assert planned.keys() == {"general-consent-expiring", "contact-consent-expiring"}
    assert {each.variables["day"] for each in planned.values()} == {"2027-11-20"}
    assert {each.case_id for each in planned.values()} == {person_id}


@pytest.mark.parametrize(
    "treatment, variables",
    [("physiotherapy", {"day", "extendable"}), ("crisis-help", {"day"})],
)
def test_a_member_may_ask_for_more_of_every_guarantee_but_crisis_help(
    treatment: str, variables: set[str], aws: dict[str, Any]
) -> None:
    guarantee = guarantee_of(treatment=treatment)
    change_claim(guarantee, treatmentType=treatment)
    about = {"claimId": guarantee.claim_id, "guaranteeId": guarantee.guarantee_id}
    notify("deadline.warned", **about, kind="guarantee-expiry", dueAt="2026-12-22T23:00:00Z")
    [planned] = [each for each in notifications_in(aws) if each.kind == "guarantee-expiring"]
    assert {name for name, value in planned.variables.items() if value} == variables


@pytest.mark.parametrize("event", ["guarantee.issued", "guarantee.extended"])
@pytest.mark.parametrize("given, planned", [(True, 1), (None, 0)])
def test_a_member_is_told_of_a_guarantee_only_while_the_consent_holds(
    given: bool | None, planned: int, event: str, aws: dict[str, Any]
) -> None:
    """Without it the guarantee cannot be used: also when the event comes late, or again."""
    guarantee = guarantee_of()
    if given is None:
        assert consent(guarantee.claim_id, None).status == 200
    notify(event, claimId=guarantee.claim_id, guaranteeId=guarantee.guarantee_id)
    found = [each for each in notifications_in(aws) if each.kind == event.replace(".", "-")]
    assert len({each.event_id for each in found}) == planned
    facts = EventFacts(lambda _: pytest.fail("no session"))
    consent(guarantee.claim_id, None)
    assert not any(facts.hold(each) for each in found)
    consent(guarantee.claim_id)
    assert all(facts.hold(each) for each in found)


@pytest.mark.parametrize("given, planned", [(True, 1), (None, 0)])
def test_a_guarantee_about_to_expire_is_named_only_while_the_consent_holds(
    given: bool | None, planned: int, aws: dict[str, Any]
) -> None:
    guarantee = guarantee_of()
    if given is None:
        assert consent(guarantee.claim_id, None).status == 200
    about = {"claimId": guarantee.claim_id, "guaranteeId": guarantee.guarantee_id}
    notify("deadline.warned", **about, kind="guarantee-expiry", dueAt="2026-12-22T23:00:00Z")
    found = [each for each in notifications_in(aws) if each.kind == "guarantee-expiring"]
    assert len({each.event_id for each in found}) == planned
