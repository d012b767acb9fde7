"""What a mandate opens, call by call, and that a key opens nothing when the mandate is gone (promise 14)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.caller import MEMBER
from tests.builders.calls import Answered, member
from tests.builders.mandates import acts, given, listed, revoke
from tests.builders.network import BO
from tests.promises.idempotent_routes import POSTS
from tests.promises.mandates.holder_calls import BY_CONTACT, CALLS, NOT_BY_MANDATE, send

pytestmark = pytest.mark.usefixtures("aws")
OF_CLINICS = "POST /v1/clinics/"
ABOUT_A_PERSON = {"POST /v1/claims", "POST /v1/me/drafts"}
"""They name a person and no case: without the power to act it is as if the person were unknown."""


def refused_to_contact(route: str) -> tuple[int, str]:
    return (404, "not-found") if route in ABOUT_A_PERSON else (403, "mandate-to-contact-only")


def outcome(answer: Answered) -> tuple[int, Any]:
    return answer.status, answer.body.get("code")


def test_every_post_of_members_has_a_row_here() -> None:
    of_members = {name for name, (route, _) in POSTS.items() if MEMBER in route.allows}
    rows = CALLS.keys() | BY_CONTACT.keys() | NOT_BY_MANDATE.keys()
    assert {name for name in of_members if not name.startswith(OF_CLINICS)} == rows


@pytest.mark.parametrize("route", sorted(CALLS))
def test_a_mandate_to_act_opens_what_one_to_contact_does_not(route: str) -> None:
    call = CALLS[route]()
    assert outcome(send(route, call, "a")) == (404, "not-found")
    contact = given(call.claim_id, "contact")
    assert listed(call.claim_id, member(BO)).status == 200
    assert outcome(send(route, call, "a")) == refused_to_contact(route)
    assert acts(call.claim_id, contact).body["items"] == []
    revoke(call.claim_id, contact)
    given(call.claim_id, "act")
    assert send(route, call, "a").status < 300


@pytest.mark.parametrize("route", sorted(CALLS))
def test_a_key_answers_nothing_to_a_former_holder(route: str) -> None:
    call = CALLS[route]()
    mandate_id = given(call.claim_id, "act")
    first = send(route, call, "k")
    again = send(route, call, "k")
    # The control: as long as the mandate is in force, the key gets the first answer.
    assert (again.status, again.body) == (first.status, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    revoke(call.claim_id, mandate_id)
    assert outcome(send(route, call, "k")) == (404, "not-found")
    given(call.claim_id, "contact")
    assert outcome(send(route, call, "k")) == refused_to_contact(route)


@pytest.mark.parametrize("route", sorted(CALLS))
def test_what_was_done_is_logged_once_under_its_mandate(route: str) -> None:
    call = CALLS[route]()
    mandate_id = given(call.claim_id, "act")
    other = given(call.claim_id, "act", to="0404801234")
    answers = [send(route, call, "k") for _ in range(2)]
    assert {answer.status for answer in answers} <= {200, 201, 202}
    logged = [act["kind"] for act in acts(call.claim_id, mandate_id).body["items"]]
    assert logged == ([call.logged] if call.logged else [])
    assert acts(call.claim_id, other).body["items"] == []


@pytest.mark.parametrize("route", sorted(BY_CONTACT))
def test_what_a_mandate_to_contact_opens_is_logged_once_and_closed_with_it(route: str) -> None:
    call = BY_CONTACT[route]()
    assert outcome(send(route, call, "a")) == (404, "not-found")
    mandate_id = given(call.claim_id, "contact")
    first, again = send(route, call, "k"), send(route, call, "k")
    assert first.status < 300
    assert (again.status, again.body) == (first.status, first.body)
    assert [act["kind"] for act in acts(call.claim_id, mandate_id).body["items"]] == [call.logged]
    revoke(call.claim_id, mandate_id)
    assert outcome(send(route, call, "k")) == (404, "not-found")
