from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import PersonId, PolicyId
from helsebro.local_day import local_day, zone
from helsebro.notifications.channel import Choice
from helsebro.notifications.contact_record import ContactRecord, PostalAddress
from helsebro.notifications.kinds import KINDS
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, staff
from tests.builders.claims import check, claim_of, consent, document_of, outbox_rows
from tests.builders.decisions import approved
from tests.builders.domain.notifications import cause
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, now, send
from tests.builders.network import Stage, act, book, guarantee_of, soon
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
AT_NIGHT = datetime(2099, 1, 1, tzinfo=UTC)
HOME = PostalAddress("Anna Holm", "Nørregade 1", "1165", "København")
HAVN = {"name": "Havn A/S", "street": "Kajen 1", "postcode": "8000", "city": "Aarhus C", "country": "DK"}


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
    assert planned.variables == {"missing": "consent documents"}
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
    assert [each.recipient for each in notifications_in(aws)] == [anna]


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
    assert decision.trail[0].clause in planned.variables["clauses"].split()


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


def booked(stage: Stage, guarantee: Guarantee, hours: float = 72) -> dict[str, Any]:
    """Returns the data of the event of a booking that starts in so many hours."""
    answer = book(guarantee, stage.free_slot(starts_at=soon(hours)))
    assert answer.status == 201, answer.body
    return {
        "bookingId": answer.body["bookingId"],
        "guaranteeId": guarantee.guarantee_id,
        "claimId": guarantee.claim_id,
        "slotId": answer.body["slotId"],
    }


def local(at: datetime) -> dict[str, str]:
    """Returns when a session starts as a notification names it."""
    return {"starts": f"{at.astimezone(zone('DK')):%Y-%m-%dT%H:%M}"}


def test_a_booked_session_is_confirmed_with_its_local_time(stage: Stage, aws: dict[str, Any]) -> None:
    notify("booking.created", **booked(stage, guarantee_of()))
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.variables) == ("session-booked", local(soon()))
    assert not {"physio", "fysio"} & set(str(planned).lower().split())


def test_when_a_session_moves_what_still_waits_about_the_old_time_is_withdrawn(
    stage: Stage, aws: dict[str, Any]
) -> None:
    first = booked(stage, guarantee_of())
    notify("booking.created", **first)
    [waiting] = notifications_in(aws)
    later = stage.free_slot(starts_at=soon(96))
    assert act(first["bookingId"], "reschedule", body={"slotId": later}).status == 200
    notify("booking.rescheduled", event_id="evt_2", **{**first, "slotId": later})
    assert now(waiting).state == "withdrawn"
    about = [(each.kind, each.variables) for each in notifications_in(aws) if each.is_open]
    assert set(kind for kind, _ in about) == {"session-moved"}
    assert all(variables == local(soon(96)) for _, variables in about)


def test_an_event_of_an_old_time_that_comes_late_plans_nothing_and_withdraws_nothing(
    stage: Stage, aws: dict[str, Any]
) -> None:
    first = booked(stage, guarantee_of())
    later = stage.free_slot(starts_at=soon(96))
    act(first["bookingId"], "reschedule", body={"slotId": later})
    notify("booking.rescheduled", event_id="evt_2", **{**first, "slotId": later})
    before = notifications_in(aws)
    notify("booking.created", **first)
    assert notifications_in(aws) == before
    assert {each.state for each in before} == {"planned"}


def test_a_cancelled_session_takes_its_reminder_back_and_none_is_planned_later(
    stage: Stage, aws: dict[str, Any]
) -> None:
    session = booked(stage, guarantee_of(), hours=20)
    reached = {**session, "kind": "session-reminder", "queue": "claims"}
    del reached["slotId"]
    notify("deadline.reached", **reached)
    reminders = notifications_in(aws)
    assert {each.kind for each in reminders} == {"session-reminder"}
    assert act(session["bookingId"], "cancel").status == 200
    notify("booking.cancelled", event_id="evt_2", **session)
    assert {now(each).state for each in reminders} == {"withdrawn"}
    notify("deadline.reached", event_id="evt_3", **reached)
    assert {each.kind for each in notifications_in(aws) if each.is_open} == {"session-cancelled"}


def test_no_reminder_is_planned_two_days_before_the_session(stage: Stage, aws: dict[str, Any]) -> None:
    session = booked(stage, guarantee_of(), hours=72)
    del session["slotId"]
    notify("deadline.reached", **session, kind="session-reminder", queue="claims")
    assert notifications_in(aws) == []


def test_a_disabled_webhook_goes_to_the_clinic(stage: Stage, aws: dict[str, Any]) -> None:
    notify("webhook.disabled", payer="", clinic_id=stage.clinic_id, endpointId="whe_1", because="gone")
    [planned] = notifications_in(aws)
    assert (planned.recipient, planned.address) == (stage.clinic_id, "klinik@example.org")


def test_a_changed_contact_is_reported_to_the_former_address(anna: PersonId, aws: dict[str, Any]) -> None:
    after = entered(anna, email="new@example.org")
    notify("contact.changed", personId=anna, contactVersion=after.version)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("contact-changed", "anna@example.org")
    after = entered(anna, language="en")
    notify("contact.changed", event_id="evt_2", personId=anna, contactVersion=after.version)
    assert len(notifications_in(aws)) == 1


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


@pytest.fixture
def policy_id() -> PolicyId:
    in_two_months = local_day(datetime.now(UTC)) + timedelta(days=60)
    start = in_two_months + timedelta(days=(in_two_months.month, in_two_months.day) == (2, 29))
    return policy_of("tryg", number="P-2", policyYearStart=start.strftime("%m-%d"))


def as_underwriter(path: str, body: dict[str, Any], handler: Any) -> dict[str, Any]:
    """Posts a body about a policy and returns the answer's."""
    answer = ask(handler, event("POST", path, by=staff("underwriting", payer="tryg"), body=body))
    assert answer.status == 201, answer.body
    found: dict[str, Any] = answer.body
    return found


def test_a_premium_reminder_goes_to_the_company_by_digital_post_with_the_last_day(
    policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    from functions.policies.policies.handler import handler

    as_underwriter(f"/v1/policies/{policy_id}/reminders", {"sentOn": "2026-02-01"}, handler)
    notify("premium.reminded", at="2026-02-01T10:15:00+00:00", policyId=policy_id, sentOn="2026-02-01")
    [planned] = notifications_in(aws)
    assert (planned.channel, planned.address) == ("digital-post", policy_id)
    assert planned.variables == {"day": "2026-02-22", "policy": "P-2"}


@pytest.mark.parametrize(
    "reminders, paid_on, sent_on, variables",
    [
        (("2026-02-01",), None, "2026-02-01", [{"day": "2026-02-22"}]),
        (("2026-02-01", "2026-02-10"), None, "2026-02-10", [{"day": "2026-02-22"}]),
        (("2026-02-01", "2026-03-01"), "2026-02-15", "2026-03-01", [{"day": "2026-03-22"}]),
        (("2026-02-01", "2026-03-01"), "2026-02-15", "2026-02-01", []),
        (
            ("2026-02-01", "2026-03-01"),
            None,
            "2026-03-01",
            [{"day": "2026-02-22", "stopped": "2026-02-23"}],
        ),
    ],
    ids=["its own", "an earlier one is unpaid", "an earlier one is paid", "it is paid", "cover has stopped"],
)
def test_a_premium_reminder_never_promises_cover_beyond_the_day_it_stops(
    reminders: tuple[str, ...],
    paid_on: str | None,
    sent_on: str,
    variables: list[dict[str, str]],
    policy_id: PolicyId,
    aws: dict[str, Any],
) -> None:
    """R-1402: the earliest unpaid reminder stops the cover, as its clock says."""
    from functions.policies.policies.handler import handler

    for index, sent in enumerate(reminders):
        as_underwriter(f"/v1/policies/{policy_id}/reminders", {"sentOn": sent}, handler)
        if paid_on and not index:
            as_underwriter(f"/v1/policies/{policy_id}/payments", {"paidOn": paid_on}, handler)
    notify("premium.reminded", at=f"{sent_on}T10:15:00+00:00", policyId=policy_id, sentOn=sent_on)
    assert [each.variables for each in notifications_in(aws)] == [
        {**named, "policy": "P-2"} for named in variables
    ]


def test_a_reminder_that_the_payer_sent_on_an_earlier_day_is_not_sent_again(
    policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    from functions.policies.policies.handler import handler

    as_underwriter(f"/v1/policies/{policy_id}/reminders", {"sentOn": "2026-02-01"}, handler)
    notify("premium.reminded", at="2026-02-02T10:15:00+00:00", policyId=policy_id, sentOn="2026-02-01")
    assert notifications_in(aws) == []


@pytest.mark.parametrize(
    "contact, addresses",
    [
        ({"email": "hr@havn.example"}, {"email": "hr@havn.example"}),
        (
            {"email": "hr@havn.example", "address": HAVN},
            {"email": "hr@havn.example", "letter": "Kajen 1, 8000 Aarhus C, DK"},
        ),
    ],
)
def test_a_premium_reminder_goes_where_the_policyholder_is_reached(
    policy_id: PolicyId, aws: dict[str, Any], contact: dict[str, Any], addresses: dict[str, str]
) -> None:
    from functions.notifications.contacts.handler import handler as contacts
    from functions.policies.policies.handler import handler

    by = staff("underwriting", auth_time=time.time())
    path, first = f"/v1/policies/{policy_id}/contact", {"if-match": '"0"'}
    assert ask(contacts, event("PUT", path, by=by, body=contact, headers=first)).status == 200
    as_underwriter(f"/v1/policies/{policy_id}/reminders", {"sentOn": "2026-02-01"}, handler)
    notify("premium.reminded", at="2026-02-01T10:15:00+00:00", policyId=policy_id, sentOn="2026-02-01")
    planned = notifications_in(aws)
    assert {notification.channel: notification.address for notification in planned} == addresses


def test_a_policyholder_learns_at_the_former_address_that_the_contact_changed(
    policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    from functions.notifications.contacts.handler import handler as contacts

    by = staff("underwriting", auth_time=time.time())
    for version, email in enumerate(("old@havn.example", "new@havn.example")):
        headers = {"if-match": f'"{version}"'}
        path, body = f"/v1/policies/{policy_id}/contact", {"email": email}
        assert ask(contacts, event("PUT", path, by=by, body=body, headers=headers)).status == 200
    notify("contact.changed", policyId=policy_id, contactVersion=2)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("contact-changed", "old@havn.example")


def test_a_notice_of_the_payer_names_its_day_and_the_last_day_to_refuse_it(
    policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    from functions.notices.notices.handler import handler

    today = local_day(datetime.now(UTC))
    due = today + timedelta(days=60)
    body = {"kind": "cancellation", "by": "payer", "sentOn": str(today), "effectiveOn": str(due)}
    notice = as_underwriter(f"/v1/policies/{policy_id}/notices", body, handler)
    notify(
        "policy.noticed",
        at=clock.now().isoformat(),
        policyId=policy_id,
        noticeId=notice["noticeId"],
        kind="cancellation",
    )
    [planned] = notifications_in(aws)
    assert planned.variables == {"day": str(due), "policy": "P-2", "notice": "cancellation"}


def test_a_notice_of_the_policyholder_is_not_sent_back_to_it(
    policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    from functions.notices.notices.handler import handler

    today = local_day(datetime.now(UTC))
    body = {"kind": "cancellation", "by": "policyholder", "sentOn": str(today)}
    body["effectiveOn"] = str(today + timedelta(days=60))
    notice = as_underwriter(f"/v1/policies/{policy_id}/notices", body, handler)
    notify(
        "policy.noticed",
        at=clock.now().isoformat(),
        policyId=policy_id,
        noticeId=notice["noticeId"],
        kind="cancellation",
    )
    assert notifications_in(aws) == []


@pytest.mark.parametrize("kind", ["premium-reminder", "contract-notice"])
def test_what_reaches_no_policyholder_is_a_mail_to_the_staff(
    kind: str, policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    undeliverable = {"policyId": policy_id, "notificationId": "ntf_1", "channel": "letter"}
    notify("notification.undeliverable", kind=kind, **undeliverable)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("notice-undelivered", "sundhed@example.org")
    assert planned.case_id == policy_id
    notify("notification.undeliverable", event_id="evt_2", kind=planned.kind, **undeliverable)
    assert notifications_in(aws) == [planned]


def test_a_notice_that_reaches_no_former_address_is_a_mail_to_the_staff(
    anna: PersonId, aws: dict[str, Any]
) -> None:
    undeliverable = {"personId": anna, "notificationId": "ntf_1", "channel": "email"}
    notify("notification.undeliverable", kind="contact-changed", **undeliverable)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("contact-notice-undelivered", "sundhed@example.org")
    assert planned.case_id == anna


def test_a_clinic_that_cannot_be_reached_is_a_mail_to_the_support_of_the_platform(
    stage: Stage, aws: dict[str, Any]
) -> None:
    mailbox.opened("no-reply@helsebro.example")
    undeliverable = {"clinicId": stage.clinic_id, "notificationId": "ntf_1", "channel": "email"}
    notify("notification.undeliverable", payer="", kind="webhook-disabled", **undeliverable)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("clinic-unreachable", "support@example.org")
    assert (planned.case_id, planned.recipient) == (stage.clinic_id, "platform")
    assert send(planned) == []
    assert now(planned).state == "sent"
    notify("notification.undeliverable", payer="", event_id="evt_2", kind=planned.kind, **undeliverable)
    assert len(notifications_in(aws)) == 1


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
    days = {each.kind: each.variables["day"] for each in notifications_in(aws)}
    assert days == {"consent-expiring": str(expires_on), "crisis-start-ending": "2026-11-22"}


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
