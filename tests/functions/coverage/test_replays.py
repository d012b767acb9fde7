from __future__ import annotations

from typing import Any

import pytest
from functions.coverage.replays.handler import handler

from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.ids import ClaimId
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import read
from tests.builders.decisions import (
    claim_in_review,
    insured_anna,
    refund_of,
    refund_task_of,
    task_of,
    today,
)
from tests.builders.domain.terms import full_terms, terms_based_on

pytestmark = pytest.mark.usefixtures("aws")

QUALITY = staff("quality")
UNDERWRITING = staff("underwriting")


def complete() -> dict[str, Any]:
    return {
        "condition": {
            "category": "injury",
            "arisenOn": "2024-09-01",
            "chronic": False,
            "arisenAbroad": False,
            "circumstances": [],
        },
        "treatment": {
            "type": "chiropractic",
            "country": "DK",
            "inNetwork": True,
            "sessions": 3,
            "startsOn": str(today()),
            "practitioner": {"relation": "none"},
        },
    }


def replay(body: dict[str, Any], by: dict[str, Any] = QUALITY) -> Answered:
    return ask(handler, event("POST", "/v1/coverage/replay", by=by, body=body, key=None))


def terms_without(rule: str, name: str = "SF1706") -> dict[str, Any]:
    """Returns the product's terms without one rule."""
    terms = full_terms(name)
    return {**terms, "rules": [row for row in terms["rules"] if row["rule"] != rule]}


def terms_that_deny() -> dict[str, Any]:
    terms = terms_without("R-831")
    text = dict.fromkeys(("da", "nb", "en"), "No chiropractor any more.")
    when = {"treatment.type": "chiropractic"}
    row = {"rule": "R-831", "clause": "8.3", "kind": "exclusion", "when": when, "text": text}
    return {**terms, "rules": [*terms["rules"], row]}


@pytest.fixture(autouse=True)
def claim_id(aws: dict[str, Any]) -> str:
    assert aws
    insured_anna()
    claim_id = claim_in_review(**complete())
    task_of(claim_id)
    return claim_id


@pytest.mark.parametrize("body", [{}, {"product": "SF1706"}, {"parameters": {"preExistingWaitMonths": 24}}])
def test_the_same_terms_give_the_same_decisions(body: dict[str, Any]) -> None:
    answer = replay(body)
    assert (answer.status, answer.body) == (200, {"decisions": 1, "changed": [], "nextCursor": None})


def test_new_terms_show_which_decisions_change_and_by_which_rule(claim_id: str) -> None:
    [changed] = replay({"terms": terms_that_deny()}).body["changed"]
    assert (changed["claimId"], changed["personId"]) == (claim_id, read(claim_id).body["personId"])
    assert (changed["from"]["outcome"], changed["to"]["outcome"]) == ("covered", "not-covered")
    assert "R-831" in changed["rules"]
    assert (changed["product"], changed["treatment"], changed["asOf"]) == (
        "SF1706",
        "chiropractic",
        str(today()),
    )


def test_underwriting_sees_which_rules_change_decisions_but_no_person(claim_id: str) -> None:
    [changed] = replay({"terms": terms_that_deny()}, UNDERWRITING).body["changed"]
    assert changed["claimId"] == claim_id
    assert "R-831" in changed["rules"]
    assert {"personId", "treatment"}.isdisjoint(changed)


@pytest.mark.parametrize("family, decisions", [("work", 0), ("leisure", 1), (None, 0)])
def test_other_terms_change_nothing_of_another_family(family: str | None, decisions: int) -> None:
    terms = {**terms_that_deny(), "product": "SA2601"}
    del terms["family"]
    named = {"family": family} if family else {}
    assert len(replay({"terms": {**terms, **named}}).body["changed"]) == decisions


NO_CHIROPRACTOR = {
    "rule": "R-831",
    "kind": "exclusion",
    "when": {"treatment.type": "chiropractic"},
    "pays": None,
}
"""The part of the row that differs when the terms exclude the treatment."""


def test_terms_that_hold_only_the_differences_are_merged_with_those_of_a_product(claim_id: str) -> None:
    [changed] = replay({"terms": terms_based_on("SF1706", NO_CHIROPRACTOR)}).body["changed"]
    assert (changed["claimId"], changed["to"]["outcome"]) == (claim_id, "not-covered")
    assert "R-831" in changed["rules"]
    assert replay({"terms": terms_based_on("SF1706")}).body["changed"] == []
    assert replay({"terms": terms_based_on("SA1706", NO_CHIROPRACTOR)}).body["changed"] == []


def test_every_treatment_of_a_refund_is_decided_again(claim_id: ClaimId) -> None:
    refund_id = refund_of(claim_id)
    refund_task_of(refund_id)
    answer = replay({"terms": terms_that_deny()}).body
    assert answer["decisions"] == 3
    refunds = [one for one in answer["changed"] if one.get("refundId") == refund_id]
    assert len(refunds) == 2


def test_nothing_is_changed_by_a_replay(claim_id: str, aws: dict[str, Any]) -> None:
    before = aws["dynamodb"].scan(TableName="cases")["Items"]
    replay({"terms": terms_that_deny()})
    assert aws["dynamodb"].scan(TableName="cases")["Items"] == before
    assert read(claim_id).body["status"] == "in-review"


def test_decisions_come_in_pages() -> None:
    for _ in range(2):
        task_of(claim_in_review(**complete()))
    first = replay({"limit": 2, "terms": terms_that_deny()}).body
    rest = replay({"limit": 2, "terms": terms_that_deny(), "cursor": first["nextCursor"]}).body
    assert (first["decisions"], rest["decisions"], rest["nextCursor"]) == (2, 1, None)
    assert len({one["decisionId"] for one in first["changed"] + rest["changed"]}) == 3


def test_another_payers_underwriting_replays_none_of_them() -> None:
    body = replay({"terms": terms_that_deny()}, staff("underwriting", payer="gjensidige")).body
    assert body == {"decisions": 0, "changed": [], "nextCursor": None}


@pytest.mark.parametrize(
    "by", [member(), staff("caseworker"), staff("finance"), staff("platform", payer=None)]
)
def test_only_underwriting_replays(by: dict[str, Any]) -> None:
    assert replay({}, by).status == 403


def test_every_fault_of_the_terms_is_reported_with_its_row_and_field() -> None:
    terms = terms_without("R-831")
    terms["rules"][0] = {**terms["rules"][0], "kind": "magic", "clause": "99"}
    terms["rules"][2] = {**terms["rules"][2], "text": {"da": "Kun dansk"}}
    answer = replay({"terms": terms})
    rule = terms["rules"][2]["rule"]
    assert (answer.status, {fault["pointer"] for fault in answer.body["errors"]}) == (
        422,
        {"/terms/rules/0/kind", "/terms/rules/0/clause", "/terms/rules/2/text/nb", "/terms/rules/2/text/en"},
    )
    details = {one["pointer"]: one["detail"] for one in answer.body["errors"]}
    assert details["/terms/rules/2/text/nb"] == (
        f"Feltet mangler eller har en forkert type (række 3 ({rule}), felt text.nb)."
    )


def deep(levels: int) -> dict[str, Any]:
    condition: dict[str, Any] = {"cause": "work"}
    for _ in range(levels):
        condition = {"not": condition}
    return condition


@pytest.mark.parametrize(
    "body, pointers",
    [
        ({"terms": {}}, {"/terms/product", "/terms/clauses", "/terms/parameters", "/terms/rules"}),
        ({"terms": {"product": "SF2701", "basedOn": "SF9999"}}, {"/terms/basedOn"}),
        ({"terms": {"product": "SF1706", "basedOn": "SF1706"}}, {"/terms/basedOn"}),
        ({"terms": terms_based_on("SF1706", {"rule": "R-832", "limit": 12})}, {"/terms/rules/0/limit"}),
        ({"terms": terms_based_on("SF1706", {"rule": "R-999", "limit": 2})}, {"/terms/rules/0/rule"}),
        ({"terms": terms_based_on("SF1706", removed=["R-999"])}, {"/terms/removed"}),
        ({"terms": terms_based_on("SF1706", clauses=["front"])}, {"/terms"}),
        ({"terms": {}, "product": "SF1706"}, {"/product"}),
        ({"product": "SF9999"}, {"/product"}),
        ({"product": "../../etc/passwd"}, {"/product"}),
        ({"terms": []}, {"/terms"}),
        ({"parameters": {"preExistingWaitMonths": "soon"}}, {"/parameters/preExistingWaitMonths"}),
        ({"limit": 1001, "until": "today"}, {"/limit", "/until"}),
    ],
)
def test_every_fault_of_the_body_is_reported_at_once(body: dict[str, Any], pointers: set[str]) -> None:
    answer = replay(body)
    assert (answer.status, {fault["pointer"] for fault in answer.body["errors"]}) == (422, pointers)


def test_an_endless_condition_is_refused_and_not_a_bug() -> None:
    terms = terms_without("R-831")
    terms["rules"][0] = {**terms["rules"][0], "when": deep(400)}
    answer = replay({"terms": terms})
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "terms-too-deep")


def test_a_cursor_of_another_list_is_refused() -> None:
    assert replay({"cursor": "bm9uc2Vuc2U"}).status == 400


def test_a_cursor_of_other_terms_is_refused(claim_id: str) -> None:
    task_of(claim_id)
    task_of(claim_in_review(**complete()))
    cursor = replay({"limit": 1}).body["nextCursor"]
    assert replay({"limit": 2, "cursor": cursor}).status == 200
    assert replay({"limit": 1, "cursor": cursor, "terms": terms_that_deny()}).status == 400


def test_the_terms_in_a_request_never_change_the_terms_in_force() -> None:
    replay({"terms": terms_that_deny()})
    assert rule_texts("SF1706", "R-831", "en").clause != "No chiropractor any more."
