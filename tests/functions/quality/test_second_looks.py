"""A drawn decision is looked at by another person, and a wrong denial is decided again."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import member, staff
from tests.builders.claims import explained, outbox_rows, pointers, read
from tests.builders.decisions import (
    approval,
    claim_in_review,
    decide,
    insured_anna,
    task_of,
    tasks_in,
)
from tests.builders.reports.second_looks import (
    DENIAL,
    QUALITY,
    WRONG,
    drawn,
    find,
    read_sampling,
    set_sampling,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    """A claim of a payer that looks at every decision again."""
    assert aws
    insured_anna()
    assert set_sampling().status == 200
    return claim_in_review()


def test_a_denial_that_is_found_wrong_is_decided_again(claim_id: ClaimId, aws: Any) -> None:
    first = task_of(claim_id)
    assert decide(first, DENIAL).status == 200
    [look] = drawn()
    assert (look["reason"], look["subject"]["claimId"]) == ("second-look", claim_id)
    known = {
        "taskId": first,
        "outcome": "denied",
        "clause": look["secondLook"]["clause"],
        "product": "SF1706",
    }
    assert known.items() <= look["secondLook"].items()
    assert not {"person", "group"} & look["secondLook"].keys()
    assert find(WRONG).status == 200
    assert drawn() == []
    rounds = [row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.completed")]
    assert sorted(rounds) == ["1", "2"]
    waiting = read(claim_id).body
    assert (waiting["status"], waiting["decision"]) == ("in-review", None)
    assert "because we check our own decisions" in explained(claim_id).body["headline"]

    again = task_of(claim_id, "token-2", review=2)
    [task] = tasks_in().body["items"]
    assert (task["taskId"], task["reason"]) == (again, "reconsidered")
    assert decide(again, approval()).status == 200
    shown = read(claim_id).body
    [denial] = shown["earlierDecisions"]
    assert (shown["decision"]["outcome"], shown["decision"]["reconsideredFor"]) == ("approved", "review")
    assert (denial["reason"], denial["outcome"]) == ("Ikke dækket", "denied")
    assert denial["trail"]
    assert "reconsideredFor" not in denial


def test_a_decision_that_is_found_right_stays(claim_id: ClaimId) -> None:
    assert decide(task_of(claim_id), DENIAL).status == 200
    assert find({"decision": "approve"}).status == 200
    assert (read(claim_id).body["status"], drawn()) == ("denied", [])


def test_an_approval_that_is_found_wrong_is_kept_for_the_member(claim_id: ClaimId) -> None:
    assert decide(task_of(claim_id), approval()).status == 200
    before = read(claim_id).body
    assert find(WRONG).status == 200
    assert read(claim_id).body == before


def test_no_one_judges_the_own_decision_and_each_is_judged_once(claim_id: ClaimId) -> None:
    both = staff("caseworker", "quality", sub="s-both")
    assert decide(task_of(claim_id), DENIAL, by=both).status == 200
    [look] = drawn()
    for same in (both, staff("quality", sub="s-both", email="new@example.org"), staff("quality", sub="s-2")):
        own = find(WRONG, by=same)
        assert (own.status, own.body["code"]) == (403, "own-decision")
    unknown = find(WRONG, by=staff("quality", sub="s-3", email=""))
    assert (unknown.status, unknown.body["code"]) == (403, "login-without-email")
    assert find(WRONG, by=staff("caseworker")).status == 403
    assert decide(look["taskId"], WRONG, by=staff("quality", payer="gjensidige")).status == 404
    assert find({"decision": "approve"}).status == 200
    assert decide(look["taskId"], WRONG, by=QUALITY).body["code"] == "already-decided"
    assert read(claim_id).body["status"] == "denied"


@pytest.mark.parametrize(
    "body, faults",
    [
        ({"decision": "clarify", "question": "?a"}, {("/decision", "agree-or-wrong")}),
        ({"decision": "deny"}, {("/reason", "reason-missing"), ("/clause", "clause-missing")}),
        ({"decision": "deny", "reason": "a", "clause": "six"}, {("/clause", "clause-malformed")}),
        (
            {"decision": "approve", "grant": {"sessions": 3}, "clause": "6.1"},
            {("/grant", "second-look-grants-nothing"), ("/clause", "clause-is-for-deny")},
        ),
    ],
)
def test_every_fault_of_a_finding_is_named_and_nothing_is_done(
    claim_id: ClaimId, body: dict[str, Any], faults: set[tuple[str, str]]
) -> None:
    assert decide(task_of(claim_id), DENIAL).status == 200
    refused = find(body)
    assert (refused.status, pointers(refused)) == (422, faults)
    assert read(claim_id).body["status"] == "denied"
    assert len(drawn()) == 1


def test_nothing_is_drawn_until_quality_sets_it_and_a_question_never(aws: Any) -> None:
    assert aws
    insured_anna()
    assert read_sampling().body == {"payer": "tryg", "percent": 0, "ofRules": [], "version": 1}
    assert decide(task_of(claim_in_review()), DENIAL).status == 200
    assert drawn() == []
    set_sampling()
    assert decide(task_of(claim_in_review()), {"decision": "clarify", "question": "Knæ?"}).status == 200
    assert drawn() == []


def test_a_sampling_is_set_by_quality_with_its_version() -> None:
    rule = {"rule": "R-301", "percent": 100}
    first = set_sampling(5, ofRules=[rule])
    assert (first.status, first.body["version"], first.body["ofRules"]) == (200, 2, [rule])
    assert set_sampling(5, ofRules=[rule]).body == first.body
    assert set_sampling(6).body["code"] == "version-stale"
    assert set_sampling(6, version=2).body["version"] == 3
    assert read_sampling(staff("caseworker")).body["percent"] == 6


@pytest.mark.parametrize(
    "by, status",
    [(staff("caseworker"), 403), (staff("quality", payer="gjensidige"), 404), (member(), 403)],
)
def test_no_one_else_sets_it(by: dict[str, Any], status: int) -> None:
    assert set_sampling(by=by).status == status


def test_every_fault_of_a_sampling_is_named() -> None:
    shares = [{"rule": "8.1", "percent": 101}, *[{"rule": "R-301", "percent": 1}] * 2]
    refused = set_sampling(-1, ofRules=shares, more=1)
    assert refused.status == 422
    assert pointers(refused) == {
        ("/percent", "too-small"),
        ("/ofRules/0/rule", "rule-malformed"),
        ("/ofRules/0/percent", "too-large"),
        ("/ofRules/2/rule", "rule-twice"),
        ("/more", "unknown-field"),
    }
