from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from functions.notices.notices.handler import handler

from helsebro.caller import UNDERWRITING, Caller
from helsebro.claims.claim import Claim
from helsebro.coverage.question.question import Question, Treatment
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, PersonId, PolicyId
from helsebro.local_day import local_day
from helsebro.money import Money
from helsebro.notices.notice import Notice
from helsebro.policies.index_table import IndexYear
from helsebro.receipt import Receipt
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.policies.dynamo_indexes import DynamoIndexes
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.policies import EMPLOYER_CVR, insured_of, payer_of, policy_of

UNDERWRITER = staff("underwriting", payer="tryg")
EMPLOYER = member(**{"dk.cvr": EMPLOYER_CVR})
CLAIM_ID = ClaimId("clm_ar2hezza4lxhmc6nmgjjqa2q")


def today() -> date:
    return local_day(datetime.now(UTC))


def due_in(days: int) -> tuple[str, str]:
    """Returns a main due date ``days`` days from today: as a policy year's start, and as the date."""
    day = today() + timedelta(days=days)
    # No leap day: it would be another day in other years.
    day += timedelta(days=(day.month, day.day) == (2, 29))
    return day.strftime("%m-%d"), day.isoformat()


START, DUE = due_in(60)


@pytest.fixture
def policy_id(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return policy_of("tryg", policyYearStart=START)


def send(policy_id: str, body: dict[str, Any], by: dict[str, Any] = UNDERWRITER, key: str = "") -> Answered:
    sent = {"sentOn": today().isoformat(), **body}
    return ask(handler, event("POST", f"/v1/policies/{policy_id}/notices", by=by, body=sent, key=key))


def listed(policy_id: str, by: dict[str, Any] = UNDERWRITER, query: str = "") -> Any:
    return ask(handler, event("GET", f"/v1/policies/{policy_id}/notices{query}", by=by)).body


def told_of(aws: dict[str, Any]) -> list[str]:
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return [row["data"]["M"]["kind"]["S"] for row in rows if row["type"]["S"] == "policy.noticed"]


def cover_of(person_id: PersonId, on: date) -> Any:
    (cover,) = DynamoPeople().cover("tryg", person_id, on)
    return cover


def report_claim(policy_id: PolicyId, claim_id: ClaimId) -> None:
    at = datetime.now(UTC)
    claim = Claim(
        claim_id, "tryg", PersonId("per_" + "a" * 24), policy_id, "P-1", "SF1706", "DK", "in-review", at, 1,
        "physiotherapy", Question(Treatment("physiotherapy")), "",
    )  # fmt: skip
    DynamoClaims().report(claim, Receipt(claim_id, "f", 201, {}))


def test_a_cancelled_policy_ends_and_so_does_every_cover_under_it(policy_id: str) -> None:
    person_id = insured_of(policy_id)
    answer = send(policy_id, {"kind": "cancellation", "effectiveOn": DUE})
    assert (answer.status, answer.body["by"], answer.body["state"]) == (201, "payer", "accepted")
    last = date.fromisoformat(DUE) - timedelta(days=1)
    assert cover_of(person_id, today()).left_on == last


def test_a_notice_that_breaks_rules_gets_all_of_them_named_and_is_not_stored(policy_id: str) -> None:
    body = {"kind": "cancellation", "effectiveOn": today().isoformat(), "written": False}
    answer = send(policy_id, body)
    assert (answer.status, answer.body["code"]) == (422, "notice-not-valid")
    assert {breach["rule"] for breach in answer.body["breaches"]} == {"R-1404"}
    assert {breach["clause"] for breach in answer.body["breaches"]} == {"14.2.2"}
    codes = [breach["code"] for breach in answer.body["breaches"]]
    assert codes == ["not-in-writing", "notice-too-short", "not-the-next-main-due-date"]
    assert [fault["code"] for fault in answer.body["errors"]] == codes
    assert all("R-1404, 14.2.2" in fault["detail"] for fault in answer.body["errors"])
    assert listed(policy_id)["items"] == []


def test_new_conditions_apply_from_their_day_and_earlier_days_keep_the_old(policy_id: str) -> None:
    person_id = insured_of(policy_id)
    change = {
        "annualSum": {"amount": "700000.00", "currency": "DKK"},
        "modules": ["health"],
        "parameters": {"crisisSessions": 7},
    }
    answer = send(policy_id, {"kind": "conditions", "effectiveOn": DUE, "change": change})
    assert (answer.status, answer.body["state"]) == (201, "noticed")
    due = date.fromisoformat(DUE)
    assert answer.body["refuseBy"] == (due - timedelta(days=14)).isoformat()
    before, after = cover_of(person_id, due - timedelta(days=1)), cover_of(person_id, due)
    assert (before.annual_sum, after.annual_sum) == (Money.of(500_000), Money.of(700_000))
    assert (before.parameters, after.parameters) == ({}, {"crisisSessions": 7})
    assert after.modules == {"health"}
    assert cover_of(person_id, today()).annual_sum == Money.of(500_000)


def test_the_sum_of_a_notice_has_its_currency_wherever_it_is_shown(policy_id: str) -> None:
    annual_sum = {"amount": "700000.00", "currency": "DKK"}
    sent = send(policy_id, {"kind": "conditions", "effectiveOn": DUE, "change": {"annualSum": annual_sum}})
    [one] = listed(policy_id)["items"]
    assert [shown["change"]["annualSum"] for shown in (sent.body, one)] == [annual_sum, annual_sum]


@pytest.mark.parametrize("annual_sum", [700000, "700000.00", {"amount": "700000.00"}, {"currency": "DKK"}])
def test_a_sum_without_its_currency_is_refused(policy_id: str, annual_sum: object) -> None:
    change = {"annualSum": annual_sum}
    answer = send(policy_id, {"kind": "conditions", "effectiveOn": DUE, "change": change})
    assert answer.status == 422
    assert all(fault["pointer"].startswith("/change/annualSum") for fault in answer.body["errors"])


def test_the_employer_refuses_a_change_and_the_policy_ends_instead(policy_id: str) -> None:
    change = {"annualSum": {"amount": "100.00", "currency": "DKK"}}
    noticed = send(policy_id, {"kind": "conditions", "effectiveOn": DUE, "change": change})
    refused = send(policy_id, {"kind": "not-accepted", "noticeId": noticed.body["noticeId"]}, by=EMPLOYER)
    assert (refused.status, refused.body["answers"]) == (201, noticed.body["noticeId"])
    person_id, due = insured_of(policy_id), date.fromisoformat(DUE)
    assert cover_of(person_id, due).annual_sum == Money.of(500_000)
    assert cover_of(person_id, due).left_on == due - timedelta(days=1)
    assert [one["state"] for one in listed(policy_id)["items"]] == ["not-accepted", "in-effect"]
    again = send(policy_id, {"kind": "not-accepted", "noticeId": noticed.body["noticeId"]}, by=EMPLOYER)
    assert again.body["breaches"][0]["code"] == "nothing-to-refuse"


def test_a_withdrawn_cancellation_lets_the_policy_continue(policy_id: str) -> None:
    person_id = insured_of(policy_id)
    cancelled = send(policy_id, {"kind": "cancellation", "effectiveOn": DUE}, by=EMPLOYER)
    assert cancelled.body["by"] == "policyholder"
    foreign = send(policy_id, {"kind": "withdrawn", "noticeId": cancelled.body["noticeId"]})
    assert foreign.body["breaches"][0]["code"] == "nothing-to-take-back"
    answer = send(policy_id, {"kind": "withdrawn", "noticeId": cancelled.body["noticeId"]}, by=EMPLOYER)
    assert answer.status == 201
    assert cover_of(person_id, today()).left_on is None


def test_two_simultaneous_small_rises_never_exceed_five_percent(policy_id: PolicyId) -> None:
    body = {"kind": "small-price", "effectiveOn": DUE, "percent": 5}
    policy = DynamoPolicies().visible(policy_id, Caller("s", frozenset({UNDERWRITING}), payer="tryg"))
    assert send(policy_id, body).status == 201
    late = Notice("ntc_z", "tryg", policy_id, "small-price", "payer", today(), date.fromisoformat(DUE))
    with pytest.raises(Conflict):
        DynamoNotices().take(late, policy, Receipt("r", "f", 201, {}))
    assert send(policy_id, body).body["breaches"][0]["rule"] == "R-1409"
    assert [one["percent"] for one in listed(policy_id)["items"]] == [5.0]


def test_a_claim_opens_the_window_to_change_its_policy(policy_id: PolicyId) -> None:
    effective_on = (today() + timedelta(days=14)).isoformat()
    body = {"kind": "claim-change", "effectiveOn": effective_on, "claimId": CLAIM_ID, "percent": 10}
    unknown = send(policy_id, body)
    assert unknown.body["breaches"][0]["code"] == "claim-not-of-this-policy"
    report_claim(policy_id, CLAIM_ID)
    other = policy_of("tryg", number="P-2", policyYearStart=START)
    assert send(other, body).body == {**unknown.body, "instance": f"/v1/policies/{other}/notices"}
    assert send(policy_id, body).status == 201
    early = {**body, "effectiveOn": (today() + timedelta(days=13)).isoformat()}
    assert [one["code"] for one in send(policy_id, early).body["breaches"]] == ["notice-too-short"]


def test_the_employer_does_not_see_the_claim_that_a_notice_is_based_on(policy_id: PolicyId) -> None:
    report_claim(policy_id, CLAIM_ID)
    effective_on = (today() + timedelta(days=20)).isoformat()
    body = {"kind": "claim-cancellation", "effectiveOn": effective_on, "claimId": CLAIM_ID}
    settled = {**body, "settledOn": today().isoformat()}
    assert send(policy_id, settled).body["claimId"] == CLAIM_ID
    (shown,) = listed(policy_id, by=EMPLOYER)["items"]
    assert shown["kind"] == "claim-cancellation"
    assert not {"claimId", "settledOn"} & {*shown}
    assert listed(policy_id)["items"][0]["claimId"] == CLAIM_ID


@pytest.mark.parametrize(
    "body, status",
    [
        ({"kind": "price", "effectiveOn": DUE, "percent": 1}, 403),
        ({"kind": "cancellation", "effectiveOn": DUE, "by": "payer"}, 403),
        ({"kind": "agreed", "effectiveOn": DUE, "change": {"modules": ["misuse"]}}, 403),
        ({"kind": "cancellation", "effectiveOn": DUE, "sentOn": "2024-01-01"}, 422),
        ({"kind": "cancellation", "effectiveOn": DUE}, 201),
    ],
)
def test_an_employer_sends_only_its_own_notices_and_cannot_backdate_them(
    policy_id: str, body: dict[str, Any], status: int
) -> None:
    assert send(policy_id, body, by=EMPLOYER).status == status


def test_a_notice_sent_twice_under_one_key_is_one_notice(aws: dict[str, Any], policy_id: str) -> None:
    body = {"kind": "cancellation", "effectiveOn": DUE}
    answers = [send(policy_id, body, key="same") for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]
    assert answers[0].body == answers[1].body
    assert told_of(aws) == ["cancellation"]


def test_notices_are_listed_in_order_of_receipt_page_by_page(policy_id: str) -> None:
    fee = {"name": "print", "amount": {"amount": "1.00", "currency": "DKK"}}
    lower = {**fee, "before": {"amount": "2.00", "currency": "DKK"}}
    send(policy_id, {"kind": "fee", "effectiveOn": today().isoformat(), "fee": lower})
    send(policy_id, {"kind": "price", "effectiveOn": DUE, "percent": 7.5})
    first = listed(policy_id, query="?limit=1")
    rest = listed(policy_id, query=f"?limit=1&cursor={first['nextCursor']}")
    assert [one["kind"] for one in (*first["items"], *rest["items"])] == ["fee", "price"]
    assert first["items"][0]["fee"] == lower


@pytest.mark.parametrize("by", [staff("caseworker", payer="tryg"), staff("platform", payer=None), member()])
def test_only_underwriting_and_the_employer_use_notices(policy_id: str, by: dict[str, Any]) -> None:
    assert send(policy_id, {"kind": "cancellation", "effectiveOn": DUE}, by=by).status == 403


def test_the_policy_of_another_employer_or_payer_is_not_found(policy_id: str) -> None:
    body = {"kind": "cancellation", "effectiveOn": DUE}
    for by in (staff("underwriting", payer="gjensidige"), member(**{"dk.cvr": "87654321"})):
        assert send(policy_id, body, by=by).status == 404


@pytest.mark.parametrize(
    "body, pointers",
    [
        ({"kind": "rumour"}, {"/kind"}),
        ({"kind": "cancellation"}, {"/effectiveOn"}),
        ({"kind": "price", "effectiveOn": "soon"}, {"/effectiveOn", "/percent"}),
        ({"kind": "fee", "effectiveOn": DUE, "percent": 2}, {"/fee", "/percent"}),
        ({"kind": "not-accepted", "noticeId": "ntc_x"}, {"/noticeId"}),
        ({"kind": "not-accepted", "effectiveOn": DUE}, {"/noticeId", "/effectiveOn"}),
        ({"kind": "price", "effectiveOn": DUE, "percent": 9, "basis": "clarifying"}, {"/basis"}),
        (
            {"kind": "agreed", "effectiveOn": DUE, "change": {"modules": [], "parameters": {"1": 2}}},
            {"/change/modules", "/change/parameters"},
        ),
        ({"kind": "agreed", "effectiveOn": DUE, "change": {}}, {"/change"}),
        ({"kind": "agreed", "effectiveOn": DUE, "change": {"product": "SF9999"}}, {"/change/product"}),
    ],
)
def test_every_fault_of_a_notice_is_reported_at_once(
    policy_id: str, body: dict[str, Any], pointers: set[str]
) -> None:
    answer = send(policy_id, body)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers
    assert all(len(fault["detail"]) > 5 for fault in answer.body["errors"])


def test_what_the_price_follows_changes_on_the_first_due_date_of_a_policy_year(policy_id: str) -> None:
    agreed = {"kind": "agreed", "change": {"parameters": {"pricedEmployees": 120}}}
    wrong = send(policy_id, {**agreed, "effectiveOn": (today() + timedelta(days=5)).isoformat()})
    assert wrong.status == 422
    [breach] = wrong.body["breaches"]
    assert (breach["rule"], breach["code"], breach["limit"]) == (
        "R-1317",
        "not-the-policy-years-first-due-date",
        DUE,
    )
    assert send(policy_id, {**agreed, "effectiveOn": DUE}).status == 201


def test_an_indexed_price_names_the_version_of_the_index_that_it_followed(policy_id: str) -> None:
    year = date.fromisoformat(DUE).year
    rise = {"kind": "price", "basis": "index", "percent": 2.5, "effectiveOn": DUE}
    assert [breach["code"] for breach in send(policy_id, rise).body["breaches"]] == ["index-not-set"]
    DynamoIndexes().set("tryg", IndexYear(year, Decimal("2.5")), "underwriter")
    answer = send(policy_id, rise)
    assert (answer.status, answer.body["indexVersion"]) == (201, 1)
    assert [one["indexVersion"] for one in listed(policy_id)["items"]] == [1]
    assert [breach["code"] for breach in send(policy_id, rise).body["breaches"]] == ["price-indexed-already"]
