"""Drafts survive a closed browser, belong to their author, and leave no trace of what they say."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.claims.drafts.draft import MOST_BYTES, ReportDraft
from helsebro.ids import DraftId, PersonId
from helsebro.receipt import Receipt
from helsebro_aws.claims.drafts.dynamo_drafts import DynamoDrafts
from helsebro_aws.claims.keys import draft_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import Put
from helsebro_aws.platform import clock
from tests.builders.calls import member
from tests.builders.claims import claim_body, claim_of, pointers, report
from tests.builders.mandates import given, revoke
from tests.builders.policies import BO, CARL, cpr_of_age, insured_of, leave, payer_of, policy_of
from tests.builders.reports.drafts import (
    BEGUN,
    aged,
    draft_of,
    keep,
    listed_drafts,
    read_draft,
    remove,
    rewrite,
)
from tests.suite.log_lines import log_lines

pytestmark = pytest.mark.usefixtures("aws")
CANARY = str(BEGUN["description"])
TABLES = ("people", "idempotency", "outbox", "cases", "audit")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def child_of(anna: str, cpr: str = CARL) -> PersonId:
    policy_id = policy_of("tryg", number="P-family")
    return insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01")


def stored_text(aws: dict[str, Any]) -> str:
    return str([aws["dynamodb"].scan(TableName=table)["Items"] for table in TABLES])


def outbox(aws: dict[str, Any]) -> list[Any]:
    return list(aws["dynamodb"].scan(TableName="outbox", ConsistentRead=True)["Items"])


def test_a_draft_is_kept_as_it_was_written_for_thirty_days(anna: str) -> None:
    answer = keep()
    assert (answer.status, answer.headers["etag"]) == (201, '"1"')
    found = read_draft(answer.body["draftId"]).body
    assert found["report"] == BEGUN
    assert found["personId"] == anna
    kept = datetime.fromisoformat(found["expiresAt"]) - datetime.fromisoformat(found["changedAt"])
    assert kept == timedelta(days=30)


def test_a_draft_says_every_fault_that_the_report_would_have() -> None:
    half: dict[str, Any] = {
        "condition": {"category": "injury", "arisenOn": "2099-01-01"},
        "description": None,
    }
    kept = keep(**half)
    reported = report(**{**claim_body(), **BEGUN, **half})
    assert reported.status == 422
    assert kept.body["faults"] == reported.body["errors"]
    assert read_draft(kept.body["draftId"]).body["faults"] == reported.body["errors"]


def test_a_whole_draft_has_no_faults() -> None:
    assert keep(**claim_body()).body["faults"] == []


def test_with_two_policies_a_draft_is_judged_under_the_one_that_its_report_would_choose(anna: str) -> None:
    assert anna
    insured_of(policy_of("tryg", number="P-0", effectiveFrom="2024-10-01"), enrolledOn="2024-10-01")
    begun_before = claim_body(treatment={**claim_body()["treatment"], "startsOn": "2024-09-10"})
    assert keep(**begun_before).body["faults"] == []
    assert report(**begun_before).status == 201


def test_an_empty_draft_is_kept() -> None:
    nothing: dict[str, Any] = dict.fromkeys(BEGUN)
    assert keep(**nothing).status == 201


def test_a_field_that_no_report_has_and_too_long_a_text_are_not_kept() -> None:
    answer = keep(condition={"chronik": True}, status="approved", description="x" * MOST_BYTES)
    assert answer.status == 422
    assert pointers(answer) == {
        ("/condition/chronik", "unknown-field"),
        ("/status", "unknown-field"),
        ("", "draft-too-large"),
    }


def test_a_change_needs_the_version_and_begins_the_days_anew(anna: PersonId) -> None:
    draft_id = draft_of()
    aged(anna, draft_id, timedelta(days=29))
    before = read_draft(draft_id).body
    assert rewrite(draft_id, None).status == 428
    assert rewrite(draft_id, 9).status == 412
    answer = rewrite(draft_id, before["version"], description="Nyt")
    assert (answer.status, answer.body["version"]) == (200, before["version"] + 1)
    assert rewrite(draft_id, before["version"]).status == 412
    after = read_draft(draft_id).body
    assert after["report"]["description"] == "Nyt"
    assert after["expiresAt"] > before["expiresAt"]


def test_a_draft_is_gone_after_thirty_days_also_while_the_table_still_has_it(anna: PersonId) -> None:
    draft_id = draft_of()
    aged(anna, draft_id, timedelta(days=30))
    assert read_draft(draft_id).status == 404
    assert rewrite(draft_id, 2).status == 404
    assert listed_drafts() == []


def test_the_table_erases_a_draft_at_its_end(aws: dict[str, Any]) -> None:
    answer = keep().body
    [row] = [row for row in aws["dynamodb"].scan(TableName="people")["Items"] if "sealedReport" in row]
    assert int(row["expiresAt"]["N"]) == int(datetime.fromisoformat(answer["expiresAt"]).timestamp())


def test_an_erased_draft_is_gone_and_a_second_call_changes_nothing() -> None:
    draft_id = draft_of()
    assert [remove(draft_id).status for _ in range(2)] == [204, 204]
    assert read_draft(draft_id).status == 404


def test_nobody_else_sees_or_erases_a_draft() -> None:
    draft_id, bo = draft_of(), member(BO)
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO, name="Bo Holm")
    unknown = f"drf_{26 * '0'}"
    for wanted in (draft_id, unknown):
        assert [read_draft(wanted, bo).status, rewrite(wanted, 1, bo).status] == [404, 404]
        assert remove(wanted, bo).status == 204
    assert listed_drafts(bo) == []
    assert read_draft(draft_id).status == 200


def test_the_list_shows_the_newest_first_and_not_what_they_say() -> None:
    first, second = draft_of(), draft_of()
    shown = listed_drafts()
    assert {row["draftId"] for row in shown} == {first, second}
    assert all(set(row) == {"draftId", "personId", "changedAt", "expiresAt", "version"} for row in shown)


def test_a_guardians_draft_is_the_guardians_own(anna: str) -> None:
    carl = child_of(anna)
    draft_id = draft_of(personId=carl)
    assert read_draft(draft_id).body["personId"] == carl
    assert [row["personId"] for row in listed_drafts()] == [carl]
    assert read_draft(draft_id, member(CARL)).status == 404
    assert listed_drafts(member(CARL)) == []


def test_a_draft_about_a_child_ends_at_the_midnight_of_the_fifteenth_birthday(anna: str) -> None:
    teen = child_of(anna, cpr_of_age(15, birthday_in_days=2))
    ends = datetime.fromisoformat(keep(personId=teen).body["expiresAt"])
    assert timedelta() < ends - clock.now() <= timedelta(days=2)


def test_a_draft_about_a_child_of_fifteen_is_gone_for_the_parent(anna: PersonId) -> None:
    teen = child_of(anna, cpr_of_age(15))
    assert keep(personId=teen).status == 404
    at = clock.now()
    left = ReportDraft(DraftId(f"drf_{26 * '1'}"), anna, teen, at, at + timedelta(days=3))
    DynamoDrafts().add(left, {**BEGUN, "personId": teen}, Receipt("r", "f", 201, {}))
    assert read_draft(left.draft_id).status == 404
    assert rewrite(left.draft_id, 1).status == 404
    assert listed_drafts() == []


def test_a_draft_by_mandate_is_gone_when_the_mandate_is_revoked(anna: PersonId) -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    mandate_id = given(claim_id, "act")
    draft_id = draft_of(member(BO), personId=anna)
    assert read_draft(draft_id, member(BO)).status == 200
    assert read_draft(draft_id).status == 404
    revoke(claim_id, mandate_id)
    assert read_draft(draft_id, member(BO)).status == 404
    assert listed_drafts(member(BO)) == []


def test_who_has_no_policy_any_more_reads_the_draft_and_keeps_no_other(anna: PersonId) -> None:
    policy_id = policy_of("tryg", number="P-bo")
    bo = insured_of(policy_id, cpr=BO, name="Bo Holm")
    draft_id = draft_of(member(BO))
    assert anna != bo
    leave(policy_id, bo, "2021-01-01")
    answer = read_draft(draft_id, member(BO))
    assert (answer.status, answer.body["report"]) == (200, BEGUN)
    assert keep(member("0505901234")).body["code"] == "not-insured"


def test_a_repeat_gets_the_same_answer_and_keeps_one_draft() -> None:
    first, again = keep(key="k"), keep(key="k")
    assert (again.status, again.body) == (201, first.body)
    assert (again.headers["idempotency-replayed"], again.headers["etag"]) == ("true", '"1"')
    assert len(listed_drafts()) == 1
    assert keep(key="k", description="Andet").body["code"] == "idempotency-key-reused"


def test_nothing_that_a_draft_says_is_stored_in_plain_text_logged_or_sent(aws: dict[str, Any]) -> None:
    crisis: dict[str, Any] = {"treatment": {"type": "crisis-help"}, "event": {"kind": "violence"}}
    known = len(outbox(aws))
    with log_lines() as log:
        answer = keep(**crisis, evidence={"policeReport": 1})
        rewrite(answer.body["draftId"], 1, **crisis)
        read_draft(answer.body["draftId"])
    assert answer.body["safety"]["need"] == "crisis"
    for found in (stored_text(aws), log.getvalue()):
        assert [word for word in (CANARY, "crisis-help", "violence", "policeReport") if word in found] == []
    assert len(outbox(aws)) == known


def test_control_what_a_claim_says_would_be_found(aws: dict[str, Any]) -> None:
    assert report(**claim_body(description=CANARY)).status == 201
    assert CANARY in stored_text(aws)


def test_what_one_draft_says_cannot_be_read_as_another(anna: PersonId) -> None:
    drafts = DynamoDrafts()
    first, second = draft_of(), draft_of(description="Andet")
    sealed = drafts.tables.get(drafts.table, *draft_key(anna, second))
    assert sealed
    moved = {**sealed, **as_attributes(draft_key(anna, first)), "draftId": first}
    drafts.tables.commit([Put(drafts.table, moved, when=None)])
    assert read_draft(first).status == 500
