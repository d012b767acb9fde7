"""What the judge of answers finds, and what the recorder says is missing."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.caller import Caller, Right
from helsebro.ids import ClinicId
from tests.suite import contract
from tests.suite.exposure.recorder import Recorder
from tests.suite.exposure.seen_by import SEEN_BY
from tests.suite.exposure.sight import Sight, held_by, roles_of

LIST = {"items": [{"messageId": "msg_a", "writtenBy": "staff-17"}], "nextCursor": None}
MESSAGES = contract.CONTRACT.answer("GET /v1/claims/{claimId}/messages", 200)


def seen(*roles: str, value: Any = LIST) -> list[str]:
    return [*contract.SIGHT.unseen(MESSAGES, value, frozenset(roles))]


def test_a_key_for_staff_is_found_in_an_answer_to_a_member_however_deep_it_is() -> None:
    assert seen("caseworker") == []
    assert seen("member") == ["/items/0/writtenBy of Message"]
    assert seen("member", "caseworker") == []


def test_control_without_its_row_the_key_is_shown_to_everyone() -> None:
    without = Sight(contract.CONTRACT.document, {})
    assert [*without.unseen(MESSAGES, LIST, frozenset({"member"}))] == []


def test_every_row_names_a_key_of_the_document_and_roles_that_there_are() -> None:
    schemas = contract.CONTRACT.document["components"]["schemas"]
    rows = [(name, key, roles) for name, keys in SEEN_BY.items() for key, roles in keys.items()]
    assert [(name, key) for name, key, _ in rows if key not in schemas[name]["properties"]] == []
    assert {role for *_, roles in rows for role in roles} <= {right.value for right in Right}


def test_who_acts_for_a_clinic_is_answered_in_that_role_only() -> None:
    person = Caller("m", frozenset({Right.MEMBER, Right.CLINIC_USER}), clinic_id=ClinicId("cli_a"))
    assert roles_of(person) == {"clinic-user"}
    assert held_by(person) == {"clinic-user", "member"}
    assert roles_of(Caller("m", frozenset({Right.MEMBER}))) == {"member"}
    assert roles_of(None) == {"anyone"}


@pytest.mark.parametrize(
    ("listed", "missed", "stale"),
    [
        ({}, {("GET /a", "finance")}, set()),
        ({"GET /a": ["finance"]}, set(), set()),
        ({"GET /a": ["finance"], "GET /gone": ["member"]}, set(), {("GET /gone", "member")}),
    ],
)
def test_control_a_pair_that_no_test_sees_fails_unless_it_is_listed(
    listed: dict[str, list[str]], missed: set[tuple[str, str]], stale: set[tuple[str, str]]
) -> None:
    recorder = Recorder(listed)
    recorder.expect({("GET /a", "finance"), ("GET /a", "member")})
    recorder.seen = {("GET /a", "member")}
    recorder.compare()
    assert (recorder.missed, recorder.stale) == (missed, stale)
