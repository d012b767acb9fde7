"""A draft becomes a claim, and what it said is erased in the same commit."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from helsebro.ids import PersonId
from helsebro_aws.claims.drafts.dynamo_drafts import DraftMoved, DynamoDrafts
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_body, outbox_rows, pointers, read
from tests.builders.policies import ANNA, BO, CARL, insured_of, payer_of, policy_of
from tests.builders.reports.drafts import aged, draft_of, listed_drafts, read_draft, rewrite
from tests.promises.atomic_dynamodb import atomic_transactions

AT_ONCE = 4
pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def send(body: dict[str, Any], by: dict[str, Any] | None = None, key: str = "") -> Answered:
    from functions.claims.claims.handler import handler

    return ask(handler, event("POST", "/v1/claims", by=by or member(ANNA), body=body, key=key))


def test_a_whole_draft_becomes_a_claim_and_is_erased(aws: dict[str, Any]) -> None:
    draft_id = draft_of(**claim_body())
    answer = send({"draftId": draft_id})
    assert answer.status == 201, answer.body
    claim = read(answer.body["claimId"]).body
    assert {name: claim[name] for name in claim_body()} == claim_body()
    assert read_draft(draft_id).status == rewrite(draft_id, 1).status == 404
    assert listed_drafts() == []
    assert [row for row in aws["dynamodb"].scan(TableName="people")["Items"] if "sealedReport" in row] == []


def test_a_report_beside_its_draft_is_what_counts() -> None:
    draft_id = draft_of()
    answer = send({**claim_body(description="Det rigtige"), "draftId": draft_id})
    assert read(answer.body["claimId"]).body["description"] == "Det rigtige"
    assert read_draft(draft_id).status == 404


def test_a_draft_with_faults_stays_and_every_fault_is_said(aws: dict[str, Any]) -> None:
    draft_id = draft_of(condition={"category": "hiccups"}, description="")
    answer = send({"draftId": draft_id})
    assert answer.status == 422
    assert pointers(answer) == {("/condition/category", "unknown-value"), ("/description", "too-short")}
    assert read_draft(draft_id).status == 200
    assert outbox_rows(aws, "claim.reported") == []


def test_a_repeat_gets_the_first_answer_and_another_call_hears_of_the_claim(aws: dict[str, Any]) -> None:
    draft_id = draft_of(**claim_body())
    first, again = (send({"draftId": draft_id}, key="k") for _ in range(2))
    assert (again.status, again.body) == (201, first.body)
    assert again.headers["idempotency-replayed"] == "true"
    other = send({"draftId": draft_id})
    assert (other.status, other.body["code"]) == (409, "draft-sent")
    assert other.body["claimId"] == first.body["claimId"]
    assert len(outbox_rows(aws, "claim.reported")) == 1


def test_a_draft_that_changed_meanwhile_is_not_sent(aws: dict[str, Any], anna: PersonId) -> None:
    draft_id = draft_of(**claim_body())
    drafts = DynamoDrafts()
    draft, report = drafts.read(anna, draft_id)
    drafts.rewrite(draft, draft.rewritten(None, _insured(anna), draft.changed_at), report)
    with pytest.raises(DraftMoved):
        drafts.tables.commit([drafts.sent(draft, read_claim_id(), draft.changed_at)])
    assert outbox_rows(aws, "claim.reported") == []


def test_who_reports_a_draft_at_the_same_time_hears_of_the_claim_as_one_who_comes_later(
    aws: dict[str, Any],
) -> None:
    draft_id = draft_of(**claim_body())
    with atomic_transactions(), ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(lambda key: send({"draftId": draft_id}, key=key), "abcd"))
    [first, *others] = sorted(answers, key=lambda answer: answer.status)
    assert (first.status, {answer.status for answer in others}) == (201, {409})
    assert {(answer.body["code"], answer.body["claimId"]) for answer in others} == {
        ("draft-sent", first.body["claimId"])
    }
    assert len(outbox_rows(aws, "claim.reported")) == 1


@pytest.mark.parametrize("named", [f"drf_{26 * '0'}", "drf_x", 7, "clm_aaaaaaaa"])
def test_an_unknown_draft_is_a_fault(named: Any) -> None:
    answer = send({"draftId": named})
    assert answer.status == 422
    assert {pointer for pointer, _ in pointers(answer)} == {"/draftId"}


def test_anothers_an_expired_and_an_unknown_draft_get_the_same_answer(anna: PersonId) -> None:
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO, name="Bo Holm")
    old, unknown = draft_of(**claim_body()), f"drf_{26 * '0'}"
    answers = [send({"draftId": old}, member(BO)), send({"draftId": old}, staff("caseworker"))]
    aged(anna, old, timedelta(days=30))
    answers += [send({"draftId": old}), send({"draftId": unknown})]
    assert [answer.status for answer in answers] == [422] * 4
    assert {str(answer.body["errors"]) for answer in answers} == {str(answers[-1].body["errors"])}


def test_a_guardians_draft_becomes_the_childs_claim(anna: str) -> None:
    policy_id = policy_of("tryg", number="P-family")
    carl = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    answer = send({"draftId": draft_of(personId=carl, **claim_body())})
    assert read(answer.body["claimId"], member(CARL)).body["personId"] == carl


def _insured(anna: PersonId) -> Any:
    from helsebro_aws.policies.dynamo_insured import DynamoPeople

    return DynamoPeople().covered(anna)[0][0]


def read_claim_id() -> Any:
    from helsebro.ids import ClaimId

    return ClaimId("clm_ar2he6lhaaaaaaaaaaaaaaaa")
