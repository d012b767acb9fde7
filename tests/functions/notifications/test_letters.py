"""The print queue of a payer, over its routes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from functions.notifications.letters.handler import handler

from helsebro import ids
from helsebro.events import Event
from helsebro.ids import ClaimId, GuaranteeId
from helsebro.notifications.outcome.letter import Letter
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.letters.dynamo_letters import DynamoLetters
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.claims import outbox_rows
from tests.builders.domain.guarantees import guarantee
from tests.builders.domain.sent_messages import AT, CLAIM_ID, sent
from tests.builders.messages.notifications import now as found
from tests.builders.messages.notifications import stored

BY = staff("caseworker", payer="tryg")
OTHER = staff("caseworker", payer="gjensidige")


@pytest.fixture
def letter(aws: dict[str, Any]) -> Letter:
    assert aws
    made = Letter.of(stored(sent(channel="letter")), AT, None)
    DynamoLetters().queue(made)
    return made


def listed(query: str = "", by: dict[str, Any] = BY) -> Any:
    return ask(handler, event("GET", f"/v1/letters{query}", by=by)).body


def move(letter: Letter, state: str, version: int, by: dict[str, Any] = BY, key: str = "") -> Answered:
    headers = {"if-match": f'"{version}"'}
    path = f"/v1/letters/{letter.letter_id}/state"
    return ask(handler, event("POST", path, by=by, body={"state": state}, headers=headers, key=key))


def test_the_print_queue_lists_the_payers_own_letters_and_not_where_they_go(letter: Letter) -> None:
    (shown,) = listed("?state=queued")["items"]
    assert shown == {
        "letterId": letter.letter_id,
        "caseId": letter.case_id,
        "kind": "guarantee-issued",
        "state": "queued",
        "queuedAt": "2026-11-21T12:00:00Z",
        "changedAt": "2026-11-21T12:00:00Z",
        "hasEnclosure": False,
        "version": 1,
    }
    assert listed()["items"] == [shown]
    assert listed(by=OTHER)["items"] == listed("?state=posted")["items"] == []


def test_the_print_queue_has_pages(aws: dict[str, Any]) -> None:
    assert aws
    made = [Letter.of(sent(channel="letter", event_id=f"evt_{n}"), AT, None) for n in range(3)]
    for each in made:
        DynamoLetters().queue(each)
    first = listed("?limit=2")
    second = listed(f"?limit=2&cursor={first['nextCursor']}")
    ids = [shown["letterId"] for shown in (*first["items"], *second["items"])]
    assert sorted(ids) == sorted(each.letter_id for each in made)
    assert (len(first["items"]), second["nextCursor"]) == (2, None)


@pytest.mark.parametrize("state", ["lost", ""])
def test_an_unknown_state_is_refused_with_the_known_ones(aws: dict[str, Any], state: str) -> None:
    assert aws
    answer = ask(handler, event("GET", f"/v1/letters?state={state}", by=BY))
    assert (answer.status, answer.body["errors"][0]["code"]) == (400, "unknown-letter-state")
    assert "queued, printed, posted, returned" in answer.body["errors"][0]["detail"]


def test_a_letter_is_printed_and_posted_and_its_notification_says_so(letter: Letter) -> None:
    printed = move(letter, "printed", 1)
    assert (printed.status, printed.body["state"], printed.headers["etag"]) == (200, "printed", '"2"')
    assert move(letter, "posted", 2).body["version"] == 3
    carried = found(sent(channel="letter"))
    assert (carried.state, carried.letter) == ("sent", "posted")
    assert listed()["items"] == []
    assert [shown["letterId"] for shown in listed("?state=posted")["items"]] == [letter.letter_id]


def test_a_returned_letter_counts_as_a_bounce_once(letter: Letter, aws: dict[str, Any]) -> None:
    move(letter, "posted", 1)
    first = move(letter, "returned", 2, key="again")
    second = move(letter, "returned", 2, key="again")
    assert first.body == second.body
    assert found(sent(channel="letter")).state == "bounced"
    assert len(outbox_rows(aws, "notification.bounced")) == 1


@pytest.mark.parametrize(
    ("state", "then"), [("printed", "printed"), ("posted", "printed"), ("posted", "posted")]
)
def test_the_state_of_a_letter_only_goes_forward(letter: Letter, state: str, then: str) -> None:
    move(letter, state, 1)
    answer = move(letter, then, 2)
    assert (answer.status, answer.body["code"]) == (409, "letter-state-not-forward")


def test_a_letter_that_was_never_posted_cannot_come_back(letter: Letter, aws: dict[str, Any]) -> None:
    answer = move(letter, "returned", 1)
    assert (answer.status, answer.body["code"]) == (409, "letter-not-posted")
    assert found(sent(channel="letter")).state == "sent"
    assert not outbox_rows(aws, "notification.bounced")


def test_a_change_of_an_old_version_is_refused(letter: Letter) -> None:
    move(letter, "printed", 1)
    assert move(letter, "posted", 1).status == 412


def test_a_change_without_a_version_is_refused(letter: Letter) -> None:
    path = f"/v1/letters/{letter.letter_id}/state"
    assert ask(handler, event("POST", path, by=BY, body={"state": "printed"})).status == 428


def test_the_pdf_is_behind_a_link_of_a_minute(letter: Letter) -> None:
    answer = ask(handler, event("GET", f"/v1/letters/{letter.letter_id}/pdf", by=BY))
    link = urlsplit(answer.headers["location"])
    assert (answer.status, answer.headers["cache-control"]) == (303, "no-store")
    assert link.path.endswith(f"letters/tryg/{letter.letter_id}.pdf")
    assert "X-Amz-Expires=60" in link.query


def test_a_letter_without_an_enclosure_has_no_link_to_one(letter: Letter) -> None:
    answer = ask(handler, event("GET", f"/v1/letters/{letter.letter_id}/enclosure", by=BY))
    assert answer.status == 404


def test_an_enclosed_guarantee_is_in_the_letters_language_behind_a_link_of_its_own(letter: Letter) -> None:
    guarantee_id = GuaranteeId(ids.within("gar", CLAIM_ID, b"123456"))
    issued = guarantee(
        guarantee_id=guarantee_id, claim_id=ClaimId(CLAIM_ID), payer="tryg", paper_languages=("da", "nb")
    )
    DynamoGuarantees().issue(issued, Event("guarantee.issued", AT, "tryg"))
    other = replace(letter, letter_id="ltr_other", guarantee_id=guarantee_id, language="nb")
    DynamoLetters().queue(other)
    assert sorted(shown["hasEnclosure"] for shown in listed()["items"]) == [False, True]
    answer = ask(handler, event("GET", "/v1/letters/ltr_other/enclosure", by=BY))
    link = urlsplit(answer.headers["location"])
    assert (answer.status, link.path) == (303, f"/guarantees/tryg/{guarantee_id}.nb.pdf")


@pytest.mark.parametrize("part", ["pdf", "enclosure"])
def test_another_payers_letter_does_not_exist(letter: Letter, part: str) -> None:
    path = f"/v1/letters/{letter.letter_id}/{part}"
    assert ask(handler, event("GET", path, by=OTHER)).status == 404


def test_another_payer_cannot_change_a_letter(letter: Letter) -> None:
    assert move(letter, "printed", 1, by=OTHER).status == 404
    assert [shown["version"] for shown in listed()["items"]] == [1]
