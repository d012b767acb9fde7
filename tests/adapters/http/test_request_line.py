"""The line that every request leaves in the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from helsebro.caller import CLINIC_SYSTEM, FINANCE, MEMBER, Caller
from helsebro.ids import ClinicId, PersonId
from helsebro_aws.http import callers
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.tracing.request_line import RequestLine, kind_of
from tests.builders.calls import event

CLAIM, DOCUMENT = "clm_abcdefghijklmnopqrstuv23", "doc_abcdefghijklmnopqrstuv23"
PERSON = "per_abcdefghijklmnopqrstuvwx"
ROUTE = "GET /v1/claims/<claim_id>"
NAMED = {"X-Correlation-Id": "call-of-a-test"}


def written(
    capsys: pytest.CaptureFixture[str],
    answer: HttpAnswer,
    parameters: Mapping[str, str] | None = None,
    by: Caller | None = None,
) -> dict[str, Any]:
    line = RequestLine(event("GET", "/v1/claims/0101901234?name=Anna", headers=NAMED), ROUTE)
    if by:
        line.called_by(by)
    line.write(answer, parameters)
    [text] = capsys.readouterr().out.splitlines()
    found: dict[str, Any] = json.loads(text)
    assert found.pop("ms") >= 0
    assert found.pop("timestamp").endswith("+00:00")
    return found


def test_a_request_leaves_one_line_with_its_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    assert written(capsys, HttpAnswer(200, {"claimId": CLAIM, "name": "Anna"}), by=callers.ANONYMOUS) == {
        "level": "INFO",
        "message": "request",
        "correlationId": "call-of-a-test",
        "route": "GET /v1/claims/{claimId}",
        "status": 200,
        "caller": "anyone",
        "claimId": CLAIM,
    }


def test_the_line_of_a_refusal_has_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    found = written(capsys, HttpAnswer(409, {"code": "slot-taken"}), {"document_id": DOCUMENT})
    assert (found["status"], found["code"], found["documentId"]) == (409, "slot-taken", DOCUMENT)
    assert found["caller"] == "unknown"


@pytest.mark.parametrize(
    "written_as_an_id",
    [
        "0101901234",
        "clm_0101901234",
        "anna-holm",
        "clm_Anna Holm was here ab",
        PERSON,
        f"{CLAIM}\n",
        "x" * 300,
    ],
)
def test_no_person_and_no_text_of_a_caller_reaches_the_line(
    capsys: pytest.CaptureFixture[str], written_as_an_id: str
) -> None:
    answer = HttpAnswer(404, {"code": "not-found", "personId": PERSON, "instance": written_as_an_id})
    assert set(written(capsys, answer, {"claim_id": written_as_an_id})) == {
        *("level", "message", "correlationId", "route", "status", "code", "caller"),
    }


KINDS = [
    (Caller("per_1", frozenset({MEMBER}), PersonId("per_1")), "member"),
    (Caller("employer:12345674", frozenset(), cvr="12345674"), "employer"),
    (Caller("staff:tryg:s-1", frozenset({FINANCE}), payer="tryg"), "staff"),
    (Caller("clinic:cli_1", frozenset({CLINIC_SYSTEM}), clinic_id=ClinicId("cli_1")), "clinic-system"),
    (
        Caller("per_1", frozenset({MEMBER}), PersonId("per_1")).acting_for(ClinicId("cli_1"), None),
        "clinic-user",
    ),
    (callers.ANONYMOUS, "anyone"),
]


@pytest.mark.parametrize("caller, kind", KINDS, ids=[kind for _, kind in KINDS])
def test_the_kind_of_a_caller_says_nothing_of_who_it_is(caller: Caller, kind: str) -> None:
    assert kind_of(caller) == kind
