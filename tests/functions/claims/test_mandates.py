from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro.ids import ClaimId, PersonId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, consent, offer, outbox_rows, read, report
from tests.builders.mandates import give, given, listed, mandate_body, recorded, revoke, send
from tests.builders.policies import ANNA, BO, CARL, cpr_of_age, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
TEEN, AUNT = cpr_of_age(15), "0303751234"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


@pytest.fixture
def claim_id(anna: str) -> str:
    assert anna
    return claim_of(treatment={"type": "chiropractic"})


def claim_of_child(anna: str, cpr: str, by: dict[str, Any]) -> str:
    policy_id = policy_of("tryg", number="P-family")
    child = insured_of(
        policy_id, cpr=cpr, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    return claim_of(by, personId=child)


def turn_fifteen_today(claim_id: ClaimId) -> None:
    claims = DynamoClaims()
    before = claims.find(claim_id)
    today = local_day(datetime.now(UTC))
    lapsing = tuple(
        replace(mandate, lapses_on=today) if mandate.lapses_on else mandate for mandate in before.mandates
    )
    after = replace(before, guardian_until=today, mandates=lapsing, version=before.version + 1)
    claims.change(before, after)


def test_a_mandate_for_contact_lets_the_holder_read_the_case_only(claim_id: str) -> None:
    assert read(claim_id, member(BO)).status == 404
    answer = give(claim_id, "contact")
    assert answer.status == 201
    assert answer.body["mandateId"].startswith("man_")
    assert read(claim_id, member(BO)).status == 200
    refused = offer(claim_id, member(BO))
    assert (refused.status, refused.body["code"]) == (403, "mandate-to-contact-only")


def test_a_mandate_to_act_lets_the_holder_act(claim_id: str) -> None:
    consent(claim_id)
    given(claim_id, "act")
    assert offer(claim_id, member(BO)).status == 201


def test_no_mandate_lets_its_holder_decide_on_consent_or_mandates(claim_id: str) -> None:
    mandate_id = given(claim_id, "contact", "act")
    answers = [
        consent(claim_id, by=member(BO)),
        give(claim_id, to=AUNT, by=member(BO)),
        revoke(claim_id, mandate_id, member(BO)),
    ]
    assert [(answer.status, answer.body["code"]) for answer in answers] == [(403, "not-for-a-holder")] * 3
    assert "call us" in revoke(claim_id, mandate_id, member(BO), "en").body["detail"]


def test_a_revoked_mandate_closes_the_case_at_once(claim_id: str, aws: Any) -> None:
    mandate_id = given(claim_id, "act")
    assert revoke(claim_id, mandate_id).status == 204
    assert read(claim_id, member(BO)).status == listed(claim_id, member(BO)).status == 404
    assert listed(claim_id).body == {"items": [], "nextCursor": None}
    events = [json.loads(json.dumps(row["data"]["M"])) for row in outbox_rows(aws, "mandate.revoked")]
    assert [event["mandateId"]["S"] for event in events] == [mandate_id]


def test_revoking_twice_revokes_once_and_an_unknown_mandate_is_404(claim_id: str, aws: Any) -> None:
    mandate_id = given(claim_id)
    assert [revoke(claim_id, mandate_id).status for _ in range(2)] == [204, 204]
    assert len(outbox_rows(aws, "mandate.revoked")) == 1
    other = given(claim_of(treatment={"type": "chiropractic"}))
    assert [revoke(claim_id, wrong).status for wrong in (other, "man_x", "x")] == [404, 404, 404]


def test_a_second_mandate_to_the_same_person_is_409_and_names_the_first(claim_id: str) -> None:
    first = given(claim_id, "contact")
    for powers in (("contact",), ("act",)):
        refused = give(claim_id, *powers)
        assert (refused.status, refused.body["code"]) == (409, "mandate-in-force")
        assert refused.body["mandateId"] == first
    by_phone = {**mandate_body(), "evidence": recorded()}
    assert send(claim_id, by_phone, staff("caseworker")).status == 409
    assert revoke(claim_id, first).status == 204
    assert read(claim_id, member(BO)).status == 404
    given(claim_id, "act")
    assert read(claim_id, member(BO)).status == 200


def test_of_two_mandates_from_before_one_revocation_ends_both(claim_id: ClaimId, aws: Any) -> None:
    first = given(claim_id, "act")
    claims = DynamoClaims()
    before = claims.find(claim_id)
    aside = replace(before.mandates[0], holder_id=PersonId("per_x"))
    claims.change(before, before.with_mandates((aside,)), [], [])
    second = given(claim_id, "contact")
    before = claims.find(claim_id)
    both = [replace(each, holder_id=before.mandates[1].holder_id) for each in before.mandates]
    claims.change(before, before.with_mandates(tuple(both)), [], [])
    assert revoke(claim_id, first).status == 204
    assert read(claim_id, member(BO)).status == 404
    shown = {each["mandateId"]: each["state"] for each in listed(claim_id, staff("caseworker")).body["items"]}
    assert shown == {first: "revoked", second: "revoked"}
    assert revoke(claim_id, second).status == 204
    assert len(outbox_rows(aws, "mandate.revoked")) == 1


def test_revoking_a_mandate_keeps_the_others(claim_id: str) -> None:
    first = given(claim_id, "act")
    given(claim_id, "contact", to=AUNT)
    revoke(claim_id, first)
    assert read(claim_id, member(AUNT)).status == 200
    assert [mandate["powers"] for mandate in listed(claim_id).body["items"]] == [["contact"]]


def test_the_person_and_a_caseworker_see_all_mandates_and_a_holder_its_own(claim_id: str) -> None:
    given(claim_id, "act")
    given(claim_id, "contact", to=None)
    for by in (member(ANNA), staff("caseworker")):
        items = listed(claim_id, by).body["items"]
        assert [mandate["holder"]["name"] for mandate in items] == ["Bo Holm", "Bo Holm"]
        assert [(mandate["hasAccess"], mandate["powers"]) for mandate in items] == [
            (True, ["act"]),
            (False, ["contact"]),
        ]
    assert [mandate["powers"] for mandate in listed(claim_id, member(BO)).body["items"]] == [["act"]]


def test_a_case_is_the_same_404_to_a_stranger_and_to_another_payers_staff(claim_id: str) -> None:
    payer_of("gjensidige")
    unknown = claim_id[:-2] + ("aa" if claim_id[-2:] != "aa" else "ba")
    for case in (claim_id, unknown, "clm_x", "x"):
        for by in (member(AUNT), staff("caseworker", payer="gjensidige")):
            assert listed(case, by).status == 404
        assert give(case, by=member(AUNT)).status == 404
        assert revoke(case, "man_x", member(AUNT)).status == 404
    assert listed(claim_id, member(AUNT)).body["code"] == listed("x", member(AUNT)).body["code"]


@pytest.mark.parametrize("by", [staff("finance"), staff("network", payer=None)])
def test_other_staff_than_caseworkers_neither_give_nor_revoke_mandates(
    claim_id: str, by: dict[str, Any]
) -> None:
    assert give(claim_id, by=by).status == revoke(claim_id, given(claim_id), by).status == 403
    assert listed(claim_id, by).status == 403


def test_a_guardian_gives_mandates_for_a_child_and_the_child_may_not(anna: str) -> None:
    claim_id = claim_of_child(anna, CARL, member(ANNA))
    assert give(claim_id, by=member(CARL)).status == 403
    given(claim_id, to=AUNT)
    assert read(claim_id, member(AUNT)).status == 200
    assert listed(claim_id).body["items"][0]["lapsesOn"] is not None


def test_a_guardian_and_its_mandates_lose_access_on_the_fifteenth_birthday(anna: str) -> None:
    claim_id = claim_of_child(anna, CARL, member(ANNA))
    mandate_id = given(claim_id, "act", to=AUNT)
    turn_fifteen_today(ClaimId(claim_id))
    assert read(claim_id, member(AUNT)).status == 404
    assert give(claim_id).status == revoke(claim_id, mandate_id).status == 404
    assert listed(claim_id, member(CARL)).body["items"] == []
    given(claim_id, "contact", to=ANNA, by=member(CARL))
    assert read(claim_id).status == 200


def test_a_fifteen_year_old_can_give_a_parent_a_mandate_and_revoke_it(anna: str) -> None:
    claim_id = claim_of_child(anna, TEEN, member(TEEN))
    other = claim_of(member(TEEN))
    assert read(claim_id).status == give(claim_id).status == 404
    mandate_id = given(claim_id, "contact", to=ANNA, by=member(TEEN))
    assert (read(claim_id).status, read(other).status) == (200, 404)
    assert revoke(claim_id, mandate_id, member(TEEN)).status == 204
    assert read(claim_id).status == 404


def test_a_mandate_to_the_person_or_to_the_giver_is_refused(anna: str, claim_id: str) -> None:
    childs = claim_of_child(anna, CARL, member(ANNA))
    for case, to in ((claim_id, ANNA), (childs, ANNA), (childs, CARL)):
        answer = give(case, to=to)
        assert (answer.status, answer.body["code"]) == (422, "mandate-to-oneself")


def test_a_case_has_ten_mandates_at_most_at_a_time(claim_id: str) -> None:
    first, *_ = [given(claim_id, to=None) for _ in range(10)]
    refused = give(claim_id)
    assert (refused.status, refused.body["code"]) == (422, "too-many-mandates")
    revoke(claim_id, first)
    assert give(claim_id).status == 201


@pytest.mark.parametrize(
    "body, pointers",
    [
        ({}, {"/holder", "/powers"}),
        ({"holder": {}, "powers": []}, {"/holder/name", "/powers"}),
        (mandate_body("1234567890"), {"/holder/cpr"}),
        (mandate_body(BO, "act", "act"), {"/powers/1"}),
        (mandate_body(BO, "everything"), {"/powers/0"}),
        (mandate_body(BO, holder={"cpr": BO, "fnr": "01019012480", "name": "x"}), {"/holder/fnr"}),
        (mandate_body(BO, holder={"name": "x", "email": "x"}, more=1), {"/holder/email", "/more"}),
        ({"holder": "Bo", "powers": "act"}, {"/holder", "/powers"}),
    ],
)
def test_all_faults_of_a_mandate_are_returned_at_once(claim_id: str, body: Any, pointers: set[str]) -> None:
    answer = send(claim_id, body)
    assert answer.status == 422
    assert {fault["pointer"] for fault in answer.body["errors"]} == pointers
    assert BO not in json.dumps(answer.body)


def test_the_same_key_gives_one_mandate_and_the_answer_does_not_name_the_holder(claim_id: str) -> None:
    answers = [give(claim_id, key="k") for _ in range(2)]
    assert answers[0].body == answers[1].body
    assert answers[1].headers["idempotency-replayed"] == "true"
    assert len(listed(claim_id).body["items"]) == 1
    assert "Bo" not in json.dumps(answers[0].body)


def test_no_table_stores_the_holders_number_name_or_address_in_clear_text(claim_id: str, aws: Any) -> None:
    given(claim_id)
    for table in ("cases", "outbox", "idempotency"):
        stored = json.dumps(aws["dynamodb"].scan(TableName=table)["Items"])
        assert [text for text in (BO, "Bo Holm", "bo@example.org") if text in stored] == []


def test_a_holder_can_have_a_norwegian_number(claim_id: str) -> None:
    fnr = "01018012371"
    body = mandate_body(None, "contact", holder={"fnr": fnr, "name": "Kari"})
    assert send(claim_id, body).status == 201
    holder = member(**{"dk.cpr": "", "no.fnr": fnr})
    assert read(claim_id, holder).status == 200


def test_a_guardians_mandate_lapses_on_the_childs_birthday(anna: str) -> None:
    claim_id = claim_of_child(anna, CARL, member(ANNA))
    given(claim_id, to=AUNT)
    lapses_on = date.fromisoformat(listed(claim_id).body["items"][0]["lapsesOn"])
    years = (lapses_on - local_day(datetime.now(UTC))) / timedelta(days=365.25)
    assert 4.9 < years < 5.1


def test_a_holder_lists_only_the_persons_cases_it_may_read(claim_id: str, anna: str) -> None:
    claim_of(treatment={"type": "psychologist"})
    assert mine(anna, member(BO)).status == 404
    mandate_id = given(claim_id)
    assert [claim["claimId"] for claim in mine(anna, member(BO)).body["items"]] == [claim_id]
    revoke(claim_id, mandate_id)
    assert mine(anna, member(BO)).status == mine(anna, member(AUNT)).status == 404


@pytest.mark.parametrize("power, status", [("act", 201), ("contact", 404)])
def test_a_mandate_to_act_lets_the_holder_report_a_claim(
    claim_id: str, anna: str, power: str, status: int
) -> None:
    given(claim_id, power)
    answer = report(member(BO), personId=anna)
    assert answer.status == status
    if status == 201:
        new = DynamoClaims().find(answer.body["claimId"])
        assert (new.person_id, new.reported_by, new.mandates) == (anna, "holder", ())


def test_a_parent_with_a_mandate_of_a_teenager_reports_as_a_holder(anna: str) -> None:
    claim_id = claim_of_child(anna, TEEN, member(TEEN))
    teen = DynamoClaims().find(ClaimId(claim_id)).person_id
    assert report(personId=teen).status == mine(teen, member(ANNA)).status == 404
    given(claim_id, "act", to=ANNA, by=member(TEEN))
    reported = report(personId=teen)
    assert DynamoClaims().find(reported.body["claimId"]).reported_by == "holder"


def mine(person_id: str, by: dict[str, Any]) -> Answered:
    from functions.claims.claims.handler import handler

    return ask(handler, event("GET", f"/v1/claims?personId={person_id}", by=by))
