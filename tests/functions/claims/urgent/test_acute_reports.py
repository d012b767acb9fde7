"""Every acute report says whom to call, with the numbers of the country where the person lives (F3-22)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.country_profile import profile
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, read, report
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


def test_no_words_of_the_description_decide() -> None:
    living_in("DK")
    assert "safety" not in report(description="112, akut, ambulance, selvmord").body
