"""The complaint to the board outside the insurer is filled in with the case: a tagged PDF."""

from __future__ import annotations

import urllib.request
from io import BytesIO
from typing import Any

import pytest
from functions.complaints.board_forms.handler import handler
from pypdf import PdfReader

from helsebro.ids import ClaimId, case_number
from tests.builders.calls import Answered, ask, event, member
from tests.builders.decisions import claim_in_review, insured_anna
from tests.builders.objections.complaints import (
    THIRD,
    UPHELD,
    complaint_of,
    denied_claim,
    denied_claim_of_child,
    upheld,
)
from tests.builders.people.families import MOTHER
from tests.builders.policies import ANNA, BO

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def denied(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return denied_claim()


def form(claim_id: str, by: dict[str, Any] | None = None, language: str = "") -> Answered:
    headers = {"accept-language": language} if language else {}
    path = f"/v1/claims/{claim_id}/complaints/board-form"
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def read(answer: Answered) -> tuple[PdfReader, str]:
    assert (answer.status, answer.headers["cache-control"]) == (303, "no-store")
    with urllib.request.urlopen(answer.headers["location"]) as paper:
        document = PdfReader(BytesIO(paper.read()))
    return document, " ".join(" ".join(page.extract_text() for page in document.pages).split())


@pytest.mark.parametrize(
    "language, spoken, words",
    [
        ("", "da", ("Klage til Ankenævnet for Forsikring", "Kvittering for gebyret", "Underskrift")),
        ("nb", "nb", ("Klage til Ankenævnet for Forsikring", "Vedlegg", "Underskrift")),
        ("en", "en", ("Complaint to Ankenævnet for Forsikring", "Enclosures", "Signature")),
    ],
)
def test_the_form_holds_the_case_and_a_list_of_what_to_enclose(
    denied: ClaimId, language: str, spoken: str, words: tuple[str, ...]
) -> None:
    upheld(denied)
    upheld(denied, "quality", THIRD)
    complaint_of(denied, "board", text="Skaden skete i haven, ikke på arbejdet")
    document, text = read(form(denied, language=language))
    assert all(word in text for word in (*words, "Anna Holm", UPHELD["reason"])), text
    assert case_number(denied) in text
    assert "Skaden skete i haven" in text
    assert ANNA not in text
    root: Any = document.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (spoken, True)


def test_the_form_is_there_once_our_own_steps_are_over(denied: ClaimId) -> None:
    refused = form(denied)
    assert (refused.status, refused.body["nextStep"]) == (409, "department")
    upheld(denied)
    complaint_of(denied, "quality")
    assert form(denied).body["nextStep"] == "quality"


def test_without_a_denial_there_is_no_form_and_others_see_none(denied: ClaimId) -> None:
    assert form(claim_in_review()).body["code"] == "nothing-to-complain-about"
    assert form(denied, by=member(BO)).status == 404


def test_a_guardian_asks_for_the_form_when_the_steps_of_a_childs_case_are_over(aws: dict[str, Any]) -> None:
    assert aws
    refused = form(denied_claim_of_child(), member(MOTHER))
    assert (refused.status, refused.body["code"]) == (409, "complaint-step-order")
