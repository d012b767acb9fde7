"""Every acute report says whom to call, with the numbers of the country where the person lives (F3-22)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.country_profile import profile
from helsebro.ids import ClaimId
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, read, report
from tests.builders.decisions import claim_in_review, decide, insured_anna, task_of
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of
from tests.builders.reports.drafts import keep, read_draft, rewrite

pytestmark = pytest.mark.usefixtures("aws")
ACUTE: dict[str, Any] = {"treatment": {"type": "acute", "country": "DK"}}
THREATENED: dict[str, Any] = {"condition": {"category": "injury", "circumstances": ["life-threatening"]}}
IN_CRISIS: dict[str, Any] = {
    "treatment": {"type": "crisis-help", "country": "DK"},
    "condition": {"category": "mental"},
    "event": {"kind": "fire"},
}
SELF_HARM: dict[str, Any] = {"condition": {"category": "mental", "circumstances": ["intent"]}}
BOTH: dict[str, Any] = {**SELF_HARM, **ACUTE}


def asked(path: str, language: str = "da") -> Answered:
    from functions.claims.claims.handler import handler as claims
    from functions.claims.facts.handler import handler as facts

    handler = facts if path.endswith("/explanation") else claims
    return ask(handler, event("GET", path, by=member(ANNA), headers={"accept-language": language}))


def denied_claim(**facts: Any) -> ClaimId:
    claim_id = claim_in_review(**facts)
    denied = decide(task_of(claim_id), {"decision": "deny", "reason": "Undtaget."})
    assert denied.status == 200, denied.body
    return claim_id


def list_claims() -> Answered:
    return asked("/v1/claims")


def simulated(question: dict[str, Any]) -> Answered:
    from functions.coverage.coverage.handler import handler

    body = {"cause": "leisure", **question}
    return ask(handler, event("POST", "/v1/coverage/simulate", by=member(ANNA), body=body, key=None))


def living_in(country: str) -> str:
    payer_of("tryg")
    return insured_of(policy_of("tryg"), country=country)


@pytest.mark.parametrize(
    "facts, need",
    [(ACUTE, "acute"), (THREATENED, "acute"), (IN_CRISIS, "crisis"), (SELF_HARM, "crisis"), (BOTH, "acute")],
)
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_an_acute_report_says_whom_to_call_in_every_answer(
    facts: dict[str, Any], need: str, country: str
) -> None:
    living_in(country)
    reported, kept = report(**facts), keep(**facts)
    assert (reported.status, kept.status) == (201, 201), (reported.body, kept.body)
    answers = [
        reported,
        read(reported.body["claimId"]),
        read(reported.body["claimId"], staff("caseworker", payer="tryg")),
        kept,
        read_draft(kept.body["draftId"]),
        rewrite(kept.body["draftId"], 1, **facts),
    ]
    here = profile(country)
    talks = facts not in (ACUTE, THREATENED)
    lines = [*(here.crisis.numbers if need == "crisis" else ()), *here.emergency]
    lines += here.crisis.numbers if facts == BOTH else ()
    for answer in answers:
        assert answer.body["safety"]["need"] == need
        assert here.safety["da"] in answer.body["safety"]["text"]
        assert (here.crisis.text["da"] in answer.body["safety"]["text"]) is talks
        assert [row["number"] for row in answer.body["safety"]["numbers"]] == [line.number for line in lines]


@pytest.mark.parametrize("language, said", [("da", "112 ved livsfare"), ("en", "112 if life is in danger")])
def test_it_is_said_in_the_readers_language(language: str, said: str) -> None:
    from functions.claims.claims.handler import handler

    living_in("DK")
    path, headers = f"/v1/claims/{claim_of(**ACUTE)}", {"accept-language": language}
    answer = ask(handler, event("GET", path, by=member(ANNA), headers=headers))
    assert said in answer.body["safety"]["text"]


def test_a_report_that_is_not_acute_says_nothing_of_it() -> None:
    living_in("DK")
    reported, kept = report(), keep()
    assert "safety" not in reported.body
    assert "safety" not in read(reported.body["claimId"]).body
    assert "safety" not in kept.body


@pytest.mark.parametrize(
    "words, need", [("Jeg vil ikke leve mere.", "crisis"), ("Jeg kan ikke få vejret.", "acute")]
)
def test_words_of_the_description_say_whom_to_call_and_decide_nothing(words: str, need: str) -> None:
    living_in("DK")
    reported, kept = report(description=words), keep(description=words)
    claim_id = reported.body["claimId"]
    for answer in (reported, read(claim_id), kept, read_draft(kept.body["draftId"])):
        assert answer.body["safety"]["need"] == need
    assert read(claim_id).body["condition"] == read(claim_of()).body["condition"]


def test_the_list_of_claims_says_whom_to_call_for_the_acute_one_only() -> None:
    living_in("DK")
    acute, other = claim_of(**SELF_HARM), claim_of()
    rows = {row["claimId"]: row for row in list_claims().body["items"]}
    assert rows[acute]["safety"] == read(acute).body["safety"]
    assert "safety" not in rows[other]


@pytest.mark.parametrize("language", ["da", "nb", "en"])
@pytest.mark.parametrize("country", ["DK", "NO"])
def test_the_explanation_of_a_denial_says_whom_to_call_as_the_claim_does(country: str, language: str) -> None:
    living_in(country)
    for facts in (SELF_HARM, ACUTE):
        claim_id = denied_claim(**facts)
        explained = asked(f"/v1/claims/{claim_id}/explanation", language)
        assert explained.body["outcome"] == "denied"
        assert explained.body["safety"] == asked(f"/v1/claims/{claim_id}", language).body["safety"]
    assert "safety" not in asked(f"/v1/claims/{denied_claim()}/explanation", language).body


def test_a_question_of_cover_says_whom_to_call_before_anything_is_reported() -> None:
    living_in("NO")
    answer = simulated({"treatment": {"type": "psychologist", "country": "NO"}, **SELF_HARM})
    assert [row["number"] for row in answer.body["safety"]["numbers"]] == ["116123", "113", "116117"]
    assert "safety" not in simulated({"treatment": {"type": "psychologist", "country": "NO"}}).body


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_every_number_can_be_called_and_says_when_it_answers(country: str) -> None:
    living_in(country)
    rows = report(**BOTH).body["safety"]["numbers"]
    for row in rows:
        short = len(row["number"]) < 8
        assert row["tel"] == (f"tel:{row['number']}" if short else f"tel:+45{row['number']}")
    assert [row["number"] for row in rows if row["hours"] is None] == []


def test_an_answer_in_words_says_whom_to_call_in_its_own_answer_and_on_the_claim() -> None:
    from functions.claims.facts.handler import handler

    insured_anna()
    claim_id = claim_in_review()
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvordan går det?"})
    version = read(claim_id).body["version"]
    body, headers = {"answer": {"text": "Jeg har skåret mig selv."}}, {"if-match": f'"{version}"'}
    call = event("PUT", f"/v1/claims/{claim_id}/facts", by=member(ANNA), body=body, headers=headers)
    for answer in (ask(handler, call), read(claim_id)):
        assert answer.body["safety"]["need"] == "crisis"
