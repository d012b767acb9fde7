"""A person sees and changes how messages arrive; a change of the contact needs a fresh login."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.local.cli.loopback import Answered
from tests.local.mailbox.portal.logging_in import log_in, opened
from tests.local.mailbox.stage import MailboxStage

HERE = "/notifications"
ON = {"email": True, "sms": False, "letter": False, "digitalPost": False}


def kind(name: str, *, may_be_off: bool = False) -> dict[str, Any]:
    """Returns a kind of notification as the API shows it."""
    return {"kind": name, "title": name.title(), "mayBeOff": may_be_off, "channels": ON, "reachable": ON}


@pytest.fixture(autouse=True)
def answered(mailbox: MailboxStage) -> None:
    choices = {
        "kinds": [kind("session-reminder", may_be_off=True), kind("decision-made")],
        "quietHours": {"from": "21:00", "until": "08:00"},
        "version": 3,
    }
    contact = {"email": "anna@example.org", "language": "nb", "version": 3}
    contact |= {"emailState": "ok", "phoneState": "ok"}
    mailbox.other.answers["GET /v1/me/notifications"] = Answered(200, choices)
    mailbox.other.answers["GET /v1/me/contact"] = Answered(200, contact)


def test_the_page_shows_the_contact_and_every_choice(mailbox: MailboxStage) -> None:
    page = opened(mailbox, HERE, **{"Accept-Language": "en"}).text
    assert 'name="email" value="anna@example.org"' in page
    assert '<option value="nb" selected>' in page
    assert 'name="session-reminder.email" checked' in page
    assert 'name="session-reminder.sms" aria' in page
    assert "Decision-Made (always sent)" in page
    assert "no text messages between 21:00 and 08:00" in page


def test_a_box_that_is_not_ticked_turns_its_channel_off(mailbox: MailboxStage) -> None:
    opened(mailbox, HERE)
    mailbox.other.answers["PUT /v1/me/notifications"] = Answered(200, {})
    form = {"version": "3", "session-reminder": "shown", "session-reminder.sms": "on"}
    answer = mailbox.client.post(f"{HERE}/choices", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, HERE)
    asked = mailbox.other.asked[-1]
    chosen = {"email": False, "sms": True, "letter": False, "digitalPost": False}
    assert json.loads(asked.body) == {"kinds": {"session-reminder": chosen}}
    assert asked.headers["if-match"] == '"3"'


@pytest.mark.parametrize(
    "form, body",
    [
        ({"email": " anna@new.example ", "phone": "", "language": "da"}, {"email": "anna@new.example"}),
        (
            {"street": "Vej 1", "city": "Aarhus", "language": "da"},
            {"address": {"street": "Vej 1", "city": "Aarhus"}},
        ),
    ],
)
def test_a_field_that_is_left_empty_is_left_out(
    mailbox: MailboxStage, form: dict[str, str], body: dict[str, Any]
) -> None:
    opened(mailbox, HERE)
    mailbox.other.answers["PUT /v1/me/contact"] = Answered(200, {})
    assert mailbox.client.post(f"{HERE}/contact", data={"version": "3", **form}).status_code == 303
    assert json.loads(mailbox.other.asked[-1].body) == {**body, "language": "da"}


def test_a_login_that_is_not_fresh_is_asked_for_again_and_the_new_one_leads_back(
    mailbox: MailboxStage,
) -> None:
    opened(mailbox, HERE)
    problem = {"code": "login-not-fresh", "title": "Log in", "detail": "Your login is too old."}
    mailbox.other.answers["PUT /v1/me/contact"] = Answered(401, problem)
    page = mailbox.client.post(
        f"{HERE}/contact", data={"version": "3", "email": "a@b.dk"}, headers={"Accept-Language": "en"}
    )
    assert page.status_code == 401
    assert f'<a href="{HERE}/login">Log in again</a>' in page.text
    assert "Your login is too old." in page.text
    assert log_in(mailbox, mailbox.client.get(f"{HERE}/login")).headers["location"] == HERE


def test_every_fault_of_a_form_is_shown(mailbox: MailboxStage) -> None:
    opened(mailbox, HERE)
    faults = [{"code": "phone-malformed", "detail": "No <number>."}, {"code": "x", "detail": "No address."}]
    problem = {"code": "invalid", "title": "Not stored", "detail": "Correct it.", "errors": faults}
    mailbox.other.answers["PUT /v1/me/contact"] = Answered(422, problem)
    page = mailbox.client.post(f"{HERE}/contact", data={"version": "3", "phone": "x"})
    assert page.status_code == 422
    assert "<li>No &lt;number&gt;.<li>No address." in page.text


def test_a_form_without_a_login_links_to_one_and_changes_nothing(mailbox: MailboxStage) -> None:
    answer = mailbox.client.post(f"{HERE}/contact", data={"email": "a@b.dk"})
    assert (answer.status_code, f'href="{HERE}/login"' in answer.text) == (401, True)
    assert mailbox.other.asked == []


def test_a_form_of_another_site_or_of_any_length_is_refused(mailbox: MailboxStage) -> None:
    opened(mailbox, HERE)
    from_elsewhere = {"Origin": "https://stranger.example"}
    assert mailbox.client.post(f"{HERE}/contact", data={}, headers=from_elsewhere).status_code == 403
    assert mailbox.client.post(f"{HERE}/contact", data={"email": "a" * 20_001}).status_code == 413
    assert mailbox.client.post(f"{HERE}/else", data={}).status_code == 404
