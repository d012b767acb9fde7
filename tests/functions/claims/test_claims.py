from __future__ import annotations

from typing import Any

import pytest
from functions.claims.claims.handler import handler

from helsebro.coverage.texts.rule_texts import rule_texts
from helsebro.coverage.trail import Step, Trail
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_body, claim_of, consent, outbox_rows, read, report
from tests.builders.domain.answers import determination
from tests.builders.policies import ANNA, BO, CARL, cpr_of_age, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")
STRANGER = member("0505901234")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def child_of(anna: str, cpr: str = CARL) -> str:
    policy_id = policy_of("tryg", number="P-family")
    return insured_of(policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01")


def listed(by: dict[str, Any], query: str = "") -> Any:
    return ask(handler, event("GET", f"/v1/claims{query}", by=by))


def same_except_for_the_path(answers: list[Any]) -> bool:
    bodies = [{name: part for name, part in answer.body.items() if name != "instance"} for answer in answers]
    return all(body == bodies[0] for body in bodies)


def test_the_answer_to_a_report_says_what_is_missing() -> None:
    answer = report()
    assert (answer.status, answer.headers["etag"]) == (201, '"1"')
    assert answer.body["status"] == "awaiting-member"
    assert answer.body["missing"] == ["consent", "documents"]
    assert set(answer.body) == {"claimId", "status", "missing", "version"}


def test_a_treatment_that_needs_no_referral_needs_the_consent_only() -> None:
    assert report(treatment={"type": "chiropractic"}).body["missing"] == ["consent"]


def test_a_claim_reads_as_reported_with_its_version(anna: str) -> None:
    answer = read(claim_of())
    assert (answer.status, answer.headers["etag"], answer.body["version"]) == (200, '"1"', 1)
    for name, part in claim_body().items():
        assert answer.body[name] == part
    assert (answer.body["personId"], answer.body["product"]) == (anna, "SF1706")
    assert (answer.body["deadlines"], answer.body["decision"], answer.body["nextSteps"]) == ([], None, [])


def test_the_deadline_of_the_first_answer_starts_when_the_claim_is_complete(aws: Any) -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    assert consent(claim_id).status == 200
    answer = read(claim_id).body
    assert (answer["status"], answer["missing"]) == ("in-review", [])
    assert [(deadline["kind"], deadline["state"]) for deadline in answer["deadlines"]] == [
        ("first-answer", "running")
    ]
    [event_row] = outbox_rows(aws, "claim.completed")
    assert event_row["data"]["M"]["claimId"]["S"] == claim_id


def test_reporting_twice_with_the_same_key_makes_one_claim(aws: Any) -> None:
    first, second = report(key="k-1"), report(key="k-1")
    assert (second.status, second.body) == (201, first.body)
    assert second.headers["idempotency-replayed"] == "true"
    assert len(outbox_rows(aws, "claim.reported")) == 1


@pytest.mark.parametrize("cause, product", [("work", "SA1706"), ("leisure", "SF1706"), ("unknown", "SF1706")])
def test_the_cause_selects_the_policy(cause: str, product: str) -> None:
    insured_of(policy_of("tryg", "SA1706"))
    assert read(claim_of(cause=cause)).body["product"] == product


def test_a_policy_in_force_comes_before_a_policy_the_person_left(anna: str) -> None:
    from tests.functions.policies.test_policies import remove

    policy_id = policy_of("tryg", "SF1706", number="P-before")
    insured_of(policy_id)
    assert remove(policy_id, anna, "2021-01-31").status == 200
    assert read(claim_of()).body["policyNumber"] == "P-SF1706"


def test_a_report_without_a_policy_is_refused() -> None:
    assert report(STRANGER).body["code"] == "not-insured"


def test_a_caseworker_reports_by_phone_only_for_the_payers_own_insured(anna: str) -> None:
    assert report(CASEWORKER, personId=anna).status == 201
    foreign = staff("caseworker", payer="gjensidige")
    answers = [report(foreign, personId=anna), report(foreign, personId="per_aaaaaaaaaaaaaaaaaaaaaaaa")]
    assert [answer.status for answer in answers] == [404, 404]
    assert same_except_for_the_path(answers)


def test_a_caseworker_must_name_the_person() -> None:
    answer = report(CASEWORKER)
    assert [fault["pointer"] for fault in answer.body["errors"]] == ["/personId"]


def test_a_parent_reports_and_reads_for_a_child_of_ten(anna: str) -> None:
    carl = child_of(anna)
    claim_id = claim_of(personId=carl)
    assert read(claim_id).status == 200
    assert read(claim_id, member(CARL)).status == 200
    assert [claim["claimId"] for claim in listed(member(ANNA), f"?personId={carl}").body["items"]] == [
        claim_id
    ]


@pytest.mark.parametrize("in_days, status", [(1, 200), (0, 404), (-1, 404)])
def test_a_parent_cannot_read_a_claim_from_the_fifteenth_birthday(
    anna: str, in_days: int, status: int
) -> None:
    teen = cpr_of_age(15, birthday_in_days=in_days)
    child_of(anna, teen)
    claim_id = claim_of(member(teen))
    assert read(claim_id).status == status
    assert read(claim_id, member(teen)).status == 200


def test_a_parent_cannot_report_for_a_child_of_fifteen_nor_for_the_spouse(anna: str) -> None:
    teen = child_of(anna, cpr_of_age(15))
    spouse = insured_of(policy_of("tryg", number="P-2"), cpr=BO, relation="spouse", mainInsuredPersonId=anna)
    unknown = "per_aaaaaaaaaaaaaaaaaaaaaaaa"
    answers = [report(personId=person_id) for person_id in (teen, spouse, unknown)]
    assert [answer.status for answer in answers] == [404, 404, 404]
    assert same_except_for_the_path(answers)


@pytest.mark.parametrize("by", [STRANGER, staff("caseworker", payer="gjensidige")])
def test_a_foreign_claim_is_the_same_404_as_an_unknown_one(by: dict[str, Any]) -> None:
    claim_id = claim_of()
    unknown = claim_id[:-4] + ("aaaa" if not claim_id.endswith("aaaa") else "bbbb")
    answers = [read(wanted, by) for wanted in (claim_id, unknown, "clm_no", "clm_", "doc_x", "%00")]
    assert {answer.status for answer in answers} == {404}
    assert same_except_for_the_path(answers)


def test_the_payers_caseworker_reads_the_claim() -> None:
    assert read(claim_of(), CASEWORKER).status == 200


def test_underwriting_may_not_read_claims() -> None:
    assert read(claim_of(), staff("underwriting", payer="tryg")).status == 403


def test_a_list_is_newest_first_in_pages_and_by_status() -> None:
    ids = [claim_of() for _ in range(3)]
    consent(claim_of(treatment={"type": "chiropractic"}))
    first = listed(member(ANNA), "?limit=2&status=awaiting-member").body
    assert [claim["claimId"] for claim in first["items"]] == [ids[2], ids[1]]
    rest = listed(member(ANNA), f"?limit=2&status=awaiting-member&cursor={first['nextCursor']}").body
    assert [claim["claimId"] for claim in rest["items"]] == [ids[0]]
    assert rest["nextCursor"] is None


def test_a_list_continues_with_the_persons_other_payer(anna: str) -> None:
    payer_of("alka")
    other = policy_of("alka", number="P-alka")
    insured_of(other, by=staff("underwriting", payer="alka"))
    claim_of()
    claim_of(staff("caseworker", payer="alka"), personId=anna)
    first = listed(member(ANNA), "?limit=1").body
    second = listed(member(ANNA), f"?limit=1&cursor={first['nextCursor']}").body
    assert {claim["policyNumber"] for claim in first["items"] + second["items"]} == {"P-SF1706", "P-alka"}
    assert second["nextCursor"] is None


@pytest.mark.parametrize(
    "query", ["?cursor=x", "?cursor=tryg:x", "?cursor=alka:", "?limit=0", "?status=open"]
)
def test_a_wrong_query_is_400(query: str) -> None:
    assert listed(member(ANNA), query).status == 400


def test_a_caseworker_reads_the_persons_name_and_a_member_does_not() -> None:
    claim_id, by = claim_of(), staff("caseworker")
    assert read(claim_id, by).body["personName"] == "Anna Holm"
    assert "personName" not in read(claim_id).body
    [shown] = ask(handler, event("GET", "/v1/claims", by=by)).body["items"]
    assert shown["personName"] == "Anna Holm"
    [own] = ask(handler, event("GET", "/v1/claims", by=member(ANNA))).body["items"]
    assert "personName" not in own


def test_no_log_line_has_the_name_that_staff_read(capsys: pytest.CaptureFixture[str]) -> None:
    claim_id = claim_of()
    assert read(claim_id, staff("caseworker")).body["personName"] == "Anna Holm"
    assert "Holm" not in capsys.readouterr().out


def test_a_caseworker_lists_the_claims_of_a_person(anna: str) -> None:
    claim_id = claim_of()
    by_person = listed(CASEWORKER, f"?personId={anna}").body["items"]
    assert [claim["claimId"] for claim in by_person] == [claim_id]
    foreign = staff("caseworker", payer="gjensidige")
    assert listed(foreign, f"?personId={anna}").body["items"] == []


def test_a_caseworker_without_a_person_lists_only_the_payers_claims(anna: str) -> None:
    ids = [claim_of(), claim_of(CASEWORKER, personId=anna), claim_of()]
    consent(ids[2])
    first = listed(CASEWORKER, "?limit=2").body
    rest = listed(CASEWORKER, f"?limit=2&cursor={first['nextCursor']}").body
    assert [claim["claimId"] for claim in first["items"] + rest["items"]] == ids[::-1]
    assert first["items"][0]["missing"] == ["documents"]
    assert listed(staff("caseworker", payer="gjensidige")).body["items"] == []


def test_a_denied_claim_shows_its_trail_and_the_next_steps() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    consent(claim_id)
    claims = DynamoClaims()
    before = claims.find(claim_id)
    trail = Trail((Step("R-603", "6.3", reads=("treatment.type",)),), {"treatment.type": "chiropractic"})
    claims.change(before, before.deny(determination("denied", before.reported_at, trail=trail)))
    shown = read(claim_id).body
    assert shown["status"] == "denied"
    [step] = shown["decision"]["trail"]
    assert (step["rule"], step["clause"], step["effect"]) == ("R-603", "6.3", "deny")
    assert (step["clauseText"], step["facts"]) == (
        rule_texts("SF1706", "R-603", "da").clause,
        {"treatment.type": "chiropractic"},
    )
    steps = {step["kind"]: step for step in reversed(shown["nextSteps"])}
    assert [*reversed(steps)] == ["public-help", "medical-advice", "complaint", "court"]
    assert (steps["public-help"]["topic"], steps["complaint"]["step"]) == ("acute", "department")
    assert steps["complaint"]["contact"]["email"] == "sundhed@example.org"
    assert shown["nextSteps"] == listed(member(ANNA)).body["items"][0]["nextSteps"]


def test_a_clarifying_question_is_shown_and_stops_the_deadline() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    consent(claim_id)
    claims = DynamoClaims()
    before = claims.find(claim_id)
    asked = determination("clarifying", before.reported_at, question="Since when?")
    claims.change(before, before.clarify(asked))
    shown = read(claim_id).body
    assert shown["clarification"] == {
        "question": "Since when?",
        "facts": [],
        "decidedAt": shown["reportedAt"],
    }
    assert shown["decision"] is None
    assert [deadline["state"] for deadline in shown["deadlines"]] == ["paused"]
