"""The link of a message opens its case after a login, and no address or page holds a token (F4-42)."""

from __future__ import annotations

from html import escape
from typing import Any, get_args

import httpx
import pytest

from helsebro.claims.claim import STATUSES
from helsebro.claims.missing_parts import MissingPart
from helsebro.deadlines.deadline import DeadlineState
from helsebro.messages.message import Writer
from helsebro.notifications.contact_record import LANGUAGES
from helsebro.notifications.notification import NotificationState
from local.demo.http_client import client
from local.mailbox.portal.portal_frame import words
from tests.local.cli.loopback import Answered, Issuer
from tests.local.mailbox.portal import logging_in
from tests.local.mailbox.portal.logging_in import log_in
from tests.local.mailbox.stage import MailboxStage

CASE = "/cases/clm_a"
READ = "GET /v1/claims/clm_a"
CANARY = "<img src=x onerror=alert('canary')>"


def claim(**given: Any) -> dict[str, Any]:
    """Returns a claim as the API shows it."""
    return {
        "claimId": "clm_a",
        "status": "awaiting-member",
        "reportedAt": "2026-11-21T10:15:00Z",
        "missing": [],
        "deadlines": [],
        "clarification": None,
        "nextSteps": [],
        "delay": None,
        **given,
    }


def opened(mailbox: MailboxStage, **headers: str) -> httpx.Response:
    """Logs in and returns the page of the case."""
    return logging_in.opened(mailbox, CASE, **headers)


def test_the_link_asks_for_a_login_with_pkce_before_it_shows_anything(
    mailbox: MailboxStage, issuer: Issuer
) -> None:
    mailbox.other.answers[READ] = Answered(200, claim())
    first = mailbox.client.get(CASE)
    assert first.status_code == 303
    assert first.headers["location"].startswith(f"{issuer.url}/oauth2/authorize?")
    assert "code_challenge_method=S256" in first.headers["location"]
    assert not first.content
    assert [asked.path for asked in mailbox.other.asked if "claims" in asked.path] == []


def test_after_the_login_the_case_is_shown(mailbox: MailboxStage) -> None:
    deadline = {"kind": "first-answer", "dueAt": "2026-11-22T10:15:00Z", "state": "running"}
    mailbox.other.answers[READ] = Answered(
        200,
        claim(
            missing=["consent", "documents", "facts"],
            deadlines=[deadline],
            clarification={"question": "Which knee?", "decidedAt": "2026-11-21T11:00:00Z"},
            nextSteps=[{"kind": "complain", "text": "You can complain."}],
            delay={"since": "2026-11-21T11:00:00Z", "text": "It takes longer."},
        ),
    )
    shown = opened(mailbox, **{"Accept-Language": "en"}).text
    for text in (
        "We are waiting for you",
        "Your consent",
        "Your papers",
        "Your answers",
        "first answer: 2026-11-22 10:15 UTC, running",
        "Which knee?",
        "You can complain.",
        "It takes longer.",
    ):
        assert text in shown


def test_the_token_goes_to_the_api_and_nowhere_else(mailbox: MailboxStage) -> None:
    mailbox.other.answers[READ] = Answered(200, claim())
    first = mailbox.client.get(CASE)
    back = log_in(mailbox, first)
    page = mailbox.client.get(CASE)
    sent = mailbox.other.asked[-1].headers["authorization"]
    assert sent.startswith("Bearer e30.")
    shown = [f"{dict(answer.headers)} {answer.text}" for answer in (first, back, page)]
    shown.append(repr(dict(mailbox.client.cookies)))
    assert [text for text in shown if sent.removeprefix("Bearer ") in text] == []
    assert "HttpOnly; SameSite=Lax" in back.headers["set-cookie"]
    assert page.headers["cache-control"] == "no-store"


def test_another_person_sees_what_the_api_answers(mailbox: MailboxStage) -> None:
    problem = {"code": "not-found", "title": "Findes ikke", "detail": f"Ikke din sag {CANARY}"}
    mailbox.other.answers[READ] = Answered(404, problem, {"content-type": "application/problem+json"})
    page = opened(mailbox)
    assert page.status_code == 404
    assert escape(problem["detail"]) in page.text
    assert CANARY not in page.text
    assert f'href="{CASE}/login"' in page.text


def test_an_expired_login_leads_to_a_new_one(mailbox: MailboxStage) -> None:
    refused = Answered(401, {"message": "Unauthorized"})
    mailbox.other.answers[READ] = [refused, Answered(200, claim())]
    again = opened(mailbox)
    assert again.status_code == 303
    log_in(mailbox, again)
    assert mailbox.client.get(CASE).status_code == 200


def test_a_refusal_of_the_gateway_itself_is_shown_by_its_status(mailbox: MailboxStage) -> None:
    mailbox.other.answers[READ] = Answered(503, b"Service Unavailable")
    page = opened(mailbox)
    assert (page.status_code, "<h1>503</h1>" in page.text) == (503, True)


def test_a_login_that_is_too_weak_is_explained_and_asked_for_no_second_time(mailbox: MailboxStage) -> None:
    problem = {"code": "assurance-too-low", "title": "For svagt", "detail": "Brug MitID."}
    mailbox.other.answers[READ] = Answered(401, problem)
    page = opened(mailbox)
    assert (page.status_code, "Brug MitID." in page.text) == (401, True)


def test_what_a_claim_holds_is_escaped(mailbox: MailboxStage) -> None:
    asked = {"question": CANARY, "decidedAt": "2026-11-21T11:00:00Z"}
    mailbox.other.answers[READ] = Answered(200, claim(claimId=CANARY, clarification=asked))
    shown = opened(mailbox).text
    assert CANARY not in shown
    assert shown.count(escape(CANARY)) == 2


def test_the_answer_to_the_login_of_another_browser_is_refused(mailbox: MailboxStage) -> None:
    first = mailbox.client.get(CASE)
    authorized = client().post(first.headers["location"], data={"sub": "anna"})
    stranger = client().get(authorized.headers["location"])
    assert (stranger.status_code, "set-cookie" in stranger.headers) == (400, False)


def test_a_code_is_taken_once(mailbox: MailboxStage) -> None:
    first = mailbox.client.get(CASE)
    returned = client().post(first.headers["location"], data={"sub": "anna"}).headers["location"]
    assert [mailbox.client.get(returned).status_code for _ in range(2)] == [303, 400]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_case_is_in_the_language_that_is_asked_for(mailbox: MailboxStage, language: Any) -> None:
    mailbox.other.answers[READ] = Answered(200, claim())
    opened(mailbox)
    by_query = mailbox.client.get(f"{CASE}?language={language}", headers={"Accept-Language": "fr"})
    by_browser = mailbox.client.get(CASE, headers={"Accept-Language": language})
    for page in (by_query, by_browser):
        assert f"<h1>{words(language)['title']}</h1>" in page.text
    assert mailbox.other.asked[-1].headers["accept-language"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_a_word(language: Any) -> None:
    known = words(language)["states"]
    assert {*STATUSES, *get_args(DeadlineState), *get_args(MissingPart)} == set(known)
    assert set(words(language)["staff"]["states"]) <= set(known)
    assert set(words(language)["sentStates"]) == set(get_args(NotificationState))
    assert set(words(language)["writers"]) == set(get_args(Writer))
    assert words(language).keys() == words("en").keys()


def test_an_id_cannot_leave_its_place_in_the_path(mailbox: MailboxStage) -> None:
    log_in(mailbox, mailbox.client.get("/cases/clm_a%2F..%2Fx"))
    mailbox.client.get("/cases/clm_a%2F..%2Fx")
    assert mailbox.other.asked[-1].path == "/v1/claims/clm_a%2F..%2Fx"
