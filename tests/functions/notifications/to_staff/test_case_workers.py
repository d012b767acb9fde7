"""Mails about the messages of a case go to who works on it, else to the staff of its queue (F4-10)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import staff
from tests.builders.claims import claim_of, outbox_rows
from tests.builders.decisions import insured_anna
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.messages.threads import (
    BEFORE_A_CASE,
    caseworker,
    in_inbox,
    inbox,
    of_case,
    written,
)

pytestmark = pytest.mark.usefixtures("aws")
SHARED, HANDLER = "sundhed@example.org", "staff@example.org"
ABOUT_MESSAGES = {
    "message-waiting": ("message.received", {"first": "yes"}),
    "case-handed-over": ("thread.handed-over", {}),
    "read-at-once": ("staff.called", {}),
}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def taken(by: Any = None, **named: Any) -> ClaimId:
    """Returns a case with a message that a member of the staff works on."""
    claim_id = claim_of()
    written(of_case(claim_id))
    assert in_inbox(f"{claim_id}/assignee", {"assignee": "me"}, by or caseworker(**named)).status == 200
    return claim_id


def mailed(aws: Any, kind: str, **about: str) -> list[str]:
    """The addresses that get a mail of a kind about a case or an enquiry."""
    event_type, data = ABOUT_MESSAGES[kind]
    assert notify(event_type, **data, **about, queue="claims", messageId="msg_1") == []
    return sorted(each.address for each in notifications_in(aws) if each.kind == kind)


@pytest.mark.parametrize("kind", ["message-waiting", "case-handed-over"])
def test_who_works_on_the_case_gets_the_mail(kind: str, aws: Any) -> None:
    assert mailed(aws, kind, claimId=taken()) == [HANDLER]


def test_what_cannot_wait_is_mailed_to_who_works_on_it_and_to_the_queue(aws: Any) -> None:
    assert mailed(aws, "read-at-once", claimId=taken()) == [HANDLER, SHARED]


@pytest.mark.parametrize("kind", ABOUT_MESSAGES)
def test_without_someone_who_works_on_it_the_staff_of_the_queue_get_it(kind: str, aws: Any) -> None:
    claim_id = claim_of()
    written(of_case(claim_id))
    assert mailed(aws, kind, claimId=claim_id) == [SHARED]


@pytest.mark.parametrize("kind", ABOUT_MESSAGES)
def test_a_case_in_which_no_one_has_written_is_the_queue_s(kind: str, aws: Any) -> None:
    assert mailed(aws, kind, claimId=claim_of()) == [SHARED]


@pytest.mark.parametrize("email", [None, "", "no address", 7, "a" * 260 + "@example.org"])
def test_a_login_without_an_address_leaves_the_mail_to_the_queue(email: object, aws: Any) -> None:
    assert mailed(aws, "message-waiting", claimId=taken(email=email)) == [SHARED]


def test_who_lost_the_role_gets_no_mail_about_the_case(aws: Any) -> None:
    claim_id = taken()
    inbox("?queue=refunds", staff("finance", sub="s-1"))
    assert mailed(aws, "message-waiting", claimId=claim_id) == [SHARED]


def test_the_address_is_that_of_the_last_login(aws: Any) -> None:
    claim_id = taken()
    inbox(by=caseworker(email="new@example.org"))
    assert mailed(aws, "message-waiting", claimId=claim_id) == ["new@example.org"]


@pytest.mark.parametrize("path", ["case", "before a case"])
@pytest.mark.parametrize(
    "words, kind", [("Jeg vil ikke leve mere.", "read-at-once"), ("Hvad sker der?", "message-waiting")]
)
def test_a_first_message_is_one_mail_also_when_its_words_cannot_wait(
    path: str, words: str, kind: str, aws: Any
) -> None:
    written(of_case(claim_of()) if path == "case" else BEFORE_A_CASE, words)
    for event_type in ("message.received", "enquiry.received", "staff.called"):
        for row in outbox_rows(aws, event_type):
            data = {name: value["S"] for name, value in row["data"]["M"].items()}
            assert notify(event_type, **data) == []
    assert [each.kind for each in notifications_in(aws)] == [kind]


def test_an_enquiry_before_a_case_has_its_own_reader_too(aws: Any) -> None:
    written(BEFORE_A_CASE)
    [enquiry_id] = [row["enquiryId"] for row in inbox().body["items"]]
    assert in_inbox(f"{enquiry_id}/assignee", {"assignee": "me"}).status == 200
    assert notify("enquiry.received", first="yes", enquiryId=enquiry_id, queue="claims") == []
    assert [each.address for each in notifications_in(aws) if each.kind == "message-waiting"] == [HANDLER]


def test_no_page_of_the_inbox_shows_the_address_of_a_colleague(aws: Any) -> None:
    taken()
    assert aws
    assert HANDLER not in str(inbox().body)
