from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.notifications.unsubscribe.handler import handler

from helsebro.ids import PersonId
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.preferences import choice_of
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.preferences import unsubscribe_link
from helsebro_aws.platform import field_encryption
from tests.builders.calls import Answered, ask, event
from tests.builders.claims import outbox_rows
from tests.builders.domain.notifications import notification
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions

REMINDER = "session-reminder"


@pytest.fixture
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"), email="anna@work.example")


def token(person_id: PersonId, kind: str = REMINDER, days: int = 90) -> str:
    return unsubscribe_link.token_for(person_id, kind, datetime.now(UTC) + timedelta(days=days))


def call(method: str, of: str, **headers: str) -> Answered:
    form = {"content-type": "application/x-www-form-urlencoded", **headers}
    body = "List-Unsubscribe=One-Click" if method == "POST" else None
    path = f"/v1/unsubscribe?token={of}"
    return ask(handler, event(method, path, body=body, headers=form, key=None))


def wants_email(person_id: PersonId, kind: str = REMINDER) -> bool:
    return choice_of(DynamoContacts().current(person_id), KINDS[kind]).email


def test_one_click_turns_off_the_mail_of_one_kind(anna: PersonId, aws: dict[str, Any]) -> None:
    answer = call("POST", token(anna), **{"accept-language": "en"})
    assert answer.status == 200
    assert answer.body == {
        "kind": REMINDER,
        "title": "Reminder of a session",
        "unsubscribed": True,
    }
    assert not wants_email(anna)
    assert wants_email(anna, "session-booked")
    assert choice_of(DynamoContacts().current(anna), KINDS[REMINDER]).sms
    assert len(outbox_rows(aws, "preferences.changed")) == 1


def test_reading_the_link_changes_nothing(anna: PersonId, aws: dict[str, Any]) -> None:
    of = token(anna)
    assert call("GET", of).body["unsubscribed"] is False
    assert wants_email(anna)
    assert outbox_rows(aws, "preferences.changed") == []
    call("POST", of)
    assert call("GET", of).body["unsubscribed"] is True


def test_the_same_link_again_changes_nothing_more(anna: PersonId, aws: dict[str, Any]) -> None:
    of = token(anna)
    answers = [call("POST", of) for _ in range(3)]
    assert {answer.status for answer in answers} == {200}
    assert len(outbox_rows(aws, "preferences.changed")) == 1


def test_two_kinds_at_once_are_both_turned_off(anna: PersonId) -> None:
    kinds = [name for name, kind in KINDS.items() if kind.may_be_off]
    tokens = [token(anna, kind) for kind in kinds]
    with atomic_transactions(), ThreadPoolExecutor(len(tokens)) as pool:
        answers = list(pool.map(lambda of: call("POST", of), tokens))
    assert {answer.status for answer in answers} == {200}
    assert not any(wants_email(anna, kind) for kind in kinds)


@pytest.mark.parametrize("language, button", [("da", "Afmeld"), ("nb", "Meld av"), ("en", "Unsubscribe")])
def test_a_browser_gets_a_page_with_a_button(anna: PersonId, language: str, button: str) -> None:
    of = token(anna)
    answer = call("GET", of, accept="text/html", **{"accept-language": language})
    assert f"<button>{button}</button>" in answer.body
    assert 'method="post"' in answer.body
    assert of not in answer.body
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "<form" not in call("POST", of, accept="text/html").body


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/svg+xml,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "is_page"),
    [
        ("", False),
        ("*/*", False),
        ("application/json", False),
        ("text/html;q=0, application/json", False),
        ("text/html;q=0.5, application/json", False),
        ("text/*", True),
        (BROWSER, True),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_accept_chooses_between_the_page_and_json(
    anna: PersonId, method: str, accept: str, is_page: bool
) -> None:
    answer = call(method, token(anna), accept=accept)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/html" if is_page else "application/json")


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "*/*;q=0"])
def test_a_reader_who_accepts_neither_is_refused_but_a_click_counts(anna: PersonId, accept: str) -> None:
    answer = call("GET", token(anna), accept=accept)
    assert (answer.status, answer.body["code"]) == (406, "not-acceptable")
    assert call("POST", token(anna), accept=accept).status == 200
    assert not wants_email(anna)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_forged_or_old_link_is_one_clear_problem(anna: PersonId, method: str) -> None:
    good = token(anna)
    other = field_encryption.encrypt(f"4102444800 {REMINDER} {anna}", table="people", field="number")
    forged = [
        "",
        "x",
        "ø",
        "A" * 3000,
        good[:-8],
        good[:20] + ("A" if good[20] != "A" else "B") + good[21:],
        urlsafe_b64encode(f"4102444800 {REMINDER} {anna}".encode()).decode().rstrip("="),
        urlsafe_b64encode(other.encode()).decode().rstrip("="),
        token(anna, days=-1),
        token(anna, "decision-made"),
        token(anna, "premium-reminder"),
        token(anna, "nothing"),
    ]
    for of in forged:
        answer = call(method, of)
        assert (answer.status, answer.body["code"]) == (422, "unsubscribe-link-invalid"), of
    assert wants_email(anna)


def test_the_token_shows_no_person_and_no_kind(anna: PersonId) -> None:
    mail = Notification(
        notification_id="ntf_1",
        kind=REMINDER,
        payer="tryg",
        case_id="clm_1",
        recipient=anna,
        channel="email",
        address="anna@work.example",
        language="da",
        event_id="evt_1",
        planned_at=datetime.now(UTC),
    )
    of_the_mail = unsubscribe_link.link_for(mail)
    link = re.fullmatch(r"https://api\.example/v1/unsubscribe\?token=([\w-]+)", of_the_mail)
    assert link
    assert len(link[1]) < unsubscribe_link.LONGEST
    for part in (anna, REMINDER, "anna"):
        assert part not in link[1]
    assert call("POST", link[1]).status == 200


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("changes", [{"channel": "letter"}, {"kind": "decision-made"}])
def test_only_an_email_that_may_be_off_has_a_link(changes: dict[str, Any]) -> None:
    assert unsubscribe_link.link_for(notification(kind=REMINDER)) != ""
    assert unsubscribe_link.link_for(notification(**{"kind": REMINDER, **changes})) == ""


def test_no_log_line_has_the_token(anna: PersonId, capsys: pytest.CaptureFixture[str]) -> None:
    of = token(anna)
    call("POST", of)
    call("GET", of[:-8])
    logged = capsys.readouterr()
    assert '"POST /v1/unsubscribe"' in logged.out.replace(" /v1", " /v1")
    assert of[:24] not in logged.out + logged.err
