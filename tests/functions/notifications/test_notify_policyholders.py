"""What is planned about a policy, and what becomes of a notice that reaches no one."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import PersonId, PolicyId
from helsebro.local_day import local_day
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event, staff
from tests.builders.messages import mailbox
from tests.builders.messages.notifications import notifications_in, notify, now, send
from tests.builders.network import Stage
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
HAVN = {"name": "Havn A/S", "street": "Kajen 1", "postcode": "8000", "city": "Aarhus C", "country": "DK"}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    policy = policy_of("tryg")
    return insured_of(policy, email="anna@example.org", phone="20 12 34 56")


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
