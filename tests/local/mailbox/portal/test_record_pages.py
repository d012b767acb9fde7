"""The pages of a policy, a clinic and a person's contact show what the API answers to who has logged in."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest

from tests.local.cli.loopback import Answered
from tests.local.mailbox.portal.logging_in import opened
from tests.local.mailbox.stage import MailboxStage

ENGLISH = {"Accept-Language": "en"}
CANARY = "<img src=x onerror=alert('canary')>"
POLICY = {
    "policyId": "pol_a",
    "number": "TRYG-1",
    "product": "tryg-2026",
    "policyholder": {"name": CANARY, "cvr": "12345674"},
    "term": {"from": "2026-01-01", "until": "2026-12-31", "renews": True},
    "endsOn": None,
    "changes": [{"effectiveOn": "2027-01-01", "ends": True, "noticeId": "not_a"}],
    "premium": {
        "nextDueOn": "2027-01-01",
        "suspended": True,
        "reminders": [{"sentOn": "2026-02-01", "paidOn": None, "suspendsFrom": "2026-02-23"}],
    },
}
CONTACT = {"email": "hr@havn.example", "emailState": "bounced", "phoneState": "ok", "language": "da"}
SENT = {
    "plannedAt": "2026-02-01T10:00:00Z",
    "kind": "premium-reminder",
    "channel": "letter",
    "state": "failed",
}


def answers(mailbox: MailboxStage, **bodies: Any) -> None:
    """Sets what the API answers, by the path after ``/v1/`` with ``_`` for ``/``."""
    for path, body in bodies.items():
        mailbox.other.answers[f"GET /v1/{path.replace('__', '/')}"] = Answered(200, body)


def test_a_policyholder_sees_the_policy_and_where_notices_go(mailbox: MailboxStage) -> None:
    answers(mailbox, policies__pol_a=POLICY, policies__pol_a__contact=CONTACT)
    page = opened(mailbox, "/policies/pol_a", **ENGLISH)
    assert page.status_code == 200
    for text in (
        "TRYG-1",
        escape(CANARY),
        "2026-01-01 – 2026-12-31",
        "ends 2027-01-01",
        "sent 2026-02-01, the cover stops on 2026-02-23",
        "suspended",
        "E-mail: hr@havn.example (comes back)",
    ):
        assert text in page.text
    assert CANARY not in page.text
    assert "Messages that were sent" not in page.text


def test_underwriting_also_sees_which_letter_reached_no_one(mailbox: MailboxStage) -> None:
    answers(mailbox, policies__pol_a=POLICY, policies__pol_a__notifications={"items": [SENT]})
    page = opened(mailbox, "/staff/policies/pol_a", **ENGLISH)
    assert "2026-02-01 premium-reminder, Letter: not sent" in page.text


def test_an_owner_sees_which_webhook_of_the_clinic_is_disabled_and_why(mailbox: MailboxStage) -> None:
    clinic = {"clinicId": "cli_a", "name": "Vesterport", "contact": {"email": "post@v.example", "phone": "1"}}
    endpoint = {"url": "https://hooks.example/a", "enabled": False, "disabledBecause": "gone"}
    answers(mailbox, clinics__cli_a=clinic)
    path = "clinics__cli_a__webhook-endpoints"
    answers(mailbox, **{path: {"items": [endpoint]}})
    page = opened(mailbox, "/clinics/cli_a", **ENGLISH)
    assert "https://hooks.example/a: disabled (gone)" in page.text


def test_network_staff_see_how_to_reach_a_clinic_without_its_webhooks(mailbox: MailboxStage) -> None:
    clinic = {
        "clinicId": "cli_a",
        "name": "Vesterport",
        "contact": {"email": "post@v.example", "phone": "33"},
    }
    answers(mailbox, clinics__cli_a=clinic)
    page = opened(mailbox, "/staff/clinics/cli_a", **ENGLISH)
    assert ("post@v.example" in page.text, "Webhooks" in page.text) == (True, False)


def test_a_caseworker_sees_where_a_person_is_reached(mailbox: MailboxStage) -> None:
    place = {"name": "Åse", "street": "Vej 1", "postcode": "8000", "city": "Aarhus C", "country": "DK"}
    answers(mailbox, people__per_a__contact={**CONTACT, "personId": "per_a", "address": place})
    page = opened(mailbox, "/staff/people/per_a", **ENGLISH)
    assert "Address: Åse, Vej 1, 8000, Aarhus C, DK" in page.text


def test_staff_read_about_a_case_in_words_for_staff(mailbox: MailboxStage) -> None:
    claim: dict[str, Any] = {
        "claimId": "clm_a",
        "status": "awaiting-member",
        "reportedAt": "2026-11-21T10:15:00Z",
        "missing": ["consent", "facts"],
        "deadlines": [],
        "clarification": None,
        "nextSteps": [],
        "delay": None,
    }
    answers(mailbox, claims__clm_a=claim)
    page = opened(mailbox, "/staff/cases/clm_a", **ENGLISH).text
    assert "<h1>The case</h1>" in page
    assert "Waiting for the member" in page
    assert "<dd>Answers" in page
    assert "Your" not in page


def test_the_login_of_a_member_is_none_in_the_part_of_the_staff(mailbox: MailboxStage) -> None:
    answers(mailbox, policies__pol_a=POLICY)
    assert opened(mailbox, "/policies/pol_a").status_code == 200
    assert mailbox.client.get("/staff/policies/pol_a").status_code == 303


@pytest.mark.parametrize("path", ["/policies/pol_a", "/staff/people/per_a", "/clinics/cli_a"])
def test_what_the_api_refuses_is_shown_as_it_says(mailbox: MailboxStage, path: str) -> None:
    page = opened(mailbox, path)
    assert page.status_code == 404


def test_a_member_sees_where_a_session_of_the_case_is_and_whom_to_phone(mailbox: MailboxStage) -> None:
    claim: dict[str, Any] = {
        **{"claimId": "clm_a", "status": "approved", "reportedAt": "2026-11-01T09:00:00Z", "delay": None},
        **{"missing": [], "deadlines": [], "clarification": None, "nextSteps": []},
    }
    session = {
        **{"claimId": "clm_a", "status": "booked", "startsAt": "2026-12-02T09:00:00Z"},
        **{"lateFrom": "2026-12-01T09:00:00Z", "clinicName": "Klinik Nord", "clinicPhone": "70 22 33 44"},
        "practitionerName": "Mette Lund",
        "address": {"street": "Nørregade 1", "postcode": "1165", "city": "København", "country": "DK"},
    }
    others = [{**session, "status": "cancelled"}, {**session, "claimId": "clm_b", "clinicName": "Klinik Syd"}]
    answers(mailbox, claims__clm_a=claim, bookings={"items": [session, *others]})
    page = opened(mailbox, "/cases/clm_a", **ENGLISH).text
    shown = "2026-12-02 09:00 UTC; Mette Lund; Klinik Nord; 70 22 33 44; Nørregade 1, 1165, København; can be"
    assert page.count(shown) == 1
    assert "Klinik Syd" not in page


def test_a_member_reads_what_was_written_before_a_case(mailbox: MailboxStage) -> None:
    said = {"by": "staff", "at": "2026-02-01T10:00:00Z", "text": CANARY}
    answers(mailbox, me__messages={"items": [said], "nextCursor": None})
    page = opened(mailbox, "/messages", **ENGLISH)
    assert page.status_code == 200
    assert f"<dt>Us, 2026-02-01 10:00 UTC<dd>{escape(CANARY)}" in page.text
    answers(mailbox, me__messages={"items": [], "nextCursor": None})
    assert "There are no messages yet." in mailbox.client.get("/messages", headers=ENGLISH).text


def test_a_member_sees_the_account_at_each_payer_and_those_before_it(mailbox: MailboxStage) -> None:
    before = {"masked": "••••1111", "confirmedAt": "2026-01-05T08:00:00Z"}
    account = {
        "payer": "tryg",
        "masked": "••••6243",
        "confirmedAt": "2026-11-21T10:15:00Z",
        "earlier": [before],
    }
    answers(
        mailbox, me={"policies": [{"payer": "tryg"}, {"payer": "tryg"}, {"payer": "gjf"}, {"payer": "if"}]}
    )
    answers(mailbox, me__accounts__tryg=account, me__accounts__gjf={"payer": "gjf", "earlier": []})
    page = opened(mailbox, "/account", **ENGLISH).text
    assert (
        page.count("<dt>tryg<dd>••••6243, 2026-11-21 10:15 UTC<dd>Before: ••••1111, 2026-01-05 08:00 UTC")
        == 1
    )
    assert "<dt>gjf<dd>You have confirmed no account.<dt>if<dd>Cannot be shown now." in page
    answers(mailbox, me={"policies": []})
    assert "You have confirmed no account." in mailbox.client.get("/account", headers=ENGLISH).text
