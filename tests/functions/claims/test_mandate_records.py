"""Mandates over all cases, what was done under each, and what staff record for a member (F4-02, F4-18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from functions.claims.mandates.handler import handler as mandates_handler
from functions.documents.documents.handler import handler as documents

from helsebro.ids import ClaimId, DocumentId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import (
    claim_of,
    consent,
    evidence,
    offer,
    pointers,
    put_in_quarantine,
    read,
    report,
    reported_ago,
    save,
    state_facts,
    turned_15_on,
)
from tests.builders.mandates import (
    acts,
    given,
    listed,
    mandate_body,
    own,
    record_revocation,
    recorded,
    revoke,
    revoked_by,
    send,
)
from tests.builders.policies import ANNA, BO, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
STAFF = staff("caseworker")
AUNT = "0303751234"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


@pytest.fixture
def claim_id(anna: str) -> ClaimId:
    assert anna
    return claim_of(treatment={"type": "chiropractic"})


@pytest.fixture
def of_child(anna: str) -> tuple[str, ClaimId]:
    """Carl, who is ten, and a claim of his."""
    policy_id = policy_of("tryg", number="P-family")
    child = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    return child, claim_of(member(ANNA), personId=child)


def kinds(claim_id: str, mandate_id: str, by: dict[str, Any] | None = None) -> list[str]:
    return [act["kind"] for act in acts(claim_id, mandate_id, by).body["items"]]


def upload(claim_id: ClaimId, by: dict[str, Any]) -> DocumentId:
    document_id = DocumentId(offer(claim_id, by).body["documentId"])
    put_in_quarantine(claim_id, document_id)
    assert save(claim_id, document_id, by).status == 202
    return document_id


# Recorded by staff


@pytest.mark.parametrize("how", ["phone", "letter"])
def test_staff_record_a_mandate_with_its_evidence(claim_id: ClaimId, how: str) -> None:
    answer = send(claim_id, mandate_body(BO, "act", evidence=recorded(how)), STAFF)
    assert answer.status == 201
    [shown] = listed(claim_id).body["items"]
    assert (shown["givenBy"], shown["evidence"]["how"]) == ("member", how)
    assert shown["evidence"]["recordedBy"].startswith("staff:tryg:")
    assert "fuldmagt" in shown["evidence"]["wording"]
    assert read(claim_id, member(BO)).status == 200


def test_a_mandate_that_a_member_gives_has_no_evidence(claim_id: ClaimId) -> None:
    given(claim_id)
    assert [shown["evidence"] for shown in listed(claim_id).body["items"]] == [None]


@pytest.mark.parametrize(
    "by, sent, code",
    [
        (STAFF, {}, "evidence-missing"),
        (member(ANNA), {"evidence": recorded()}, "evidence-of-staff"),
        (STAFF, {"evidence": evidence("consent")}, "text-version-unknown"),
        (STAFF, {"evidence": evidence("mandate-revocation")}, "text-version-unknown"),
        (STAFF, {"evidence": recorded(ago=timedelta(days=3))}, "evidence-before-case"),
        (STAFF, {"evidence": recorded(ago=-timedelta(days=1))}, "evidence-in-the-future"),
    ],
)
def test_a_mandate_with_faulty_evidence_is_not_given(
    claim_id: ClaimId, by: dict[str, Any], sent: dict[str, Any], code: str
) -> None:
    answer = send(claim_id, mandate_body(BO, "act", **sent), by)
    assert [fault["code"] for fault in answer.body["errors"]] == [code]
    assert listed(claim_id).body["items"] == []


def test_a_recorded_mandate_for_a_child_is_the_guardians_and_lapses_at_15(
    of_child: tuple[str, ClaimId],
) -> None:
    _, claim_id = of_child
    send(claim_id, mandate_body(AUNT, "act", evidence=recorded()), STAFF)
    [shown] = listed(claim_id).body["items"]
    assert shown["givenBy"] == "guardian"
    assert shown["lapsesOn"] is not None


@pytest.mark.parametrize("to", [ANNA, CARL])
def test_staff_record_no_mandate_to_the_guardian_or_the_child(of_child: tuple[str, ClaimId], to: str) -> None:
    answer = send(of_child[1], mandate_body(to, "act", evidence=recorded()), STAFF)
    assert answer.body["code"] == "mandate-to-oneself"


def test_staff_record_a_revocation_once_with_its_evidence(claim_id: ClaimId) -> None:
    mandate_id, body = given(claim_id, "act"), {"evidence": revoked_by("letter")}
    answers = [record_revocation(claim_id, mandate_id, body, key) for key in ("a", "a", "b")]
    assert [answer.status for answer in answers] == [200, 200, 200]
    assert read(claim_id, member(BO)).status == 404
    [shown] = own().body["items"]
    assert (shown["state"], shown["revokedBy"]) == ("revoked", "member")
    assert shown["revocationEvidence"]["how"] == "letter"
    assert record_revocation(claim_id, "man_x", body).status == 404
    missing = record_revocation(claim_id, mandate_id, {})
    assert [fault["pointer"] for fault in missing.body["errors"]] == ["/evidence"]


def test_a_revocation_has_words_of_its_own_and_is_not_before_its_mandate(claim_id: ClaimId) -> None:
    reported_ago(claim_id, timedelta(days=30))
    told = recorded(ago=timedelta(days=2))
    mandate_id = send(claim_id, mandate_body(BO, "act", evidence=told), STAFF).body["mandateId"]
    faulty = {**recorded(ago=timedelta(days=3)), "how": "letter"}
    answer = record_revocation(claim_id, mandate_id, {"evidence": faulty})
    assert pointers(answer) == {
        ("/evidence/textVersion", "text-version-unknown"),
        ("/evidence/at", "evidence-before-mandate"),
    }
    before_all = record_revocation(claim_id, mandate_id, {"evidence": revoked_by(ago=timedelta(days=40))})
    assert pointers(before_all) == {
        ("/evidence/at", "evidence-before-mandate"),
        ("/evidence/at", "evidence-before-case"),
    }
    since = {"evidence": revoked_by(ago=timedelta(days=1))}
    assert record_revocation(claim_id, mandate_id, since).status == 200


def test_a_guardians_word_gives_no_mandate_once_the_person_decides(claim_id: ClaimId) -> None:
    reported_ago(claim_id, timedelta(days=30))
    turned_15_on(claim_id, local_day(datetime.now(UTC)) - timedelta(days=2))
    of_parent = mandate_body(BO, "act", evidence=recorded(ago=timedelta(days=5)))
    assert pointers(send(claim_id, of_parent, STAFF)) == {("/evidence/at", "evidence-of-guardian")}
    assert send(claim_id, mandate_body(BO, "act", evidence=recorded()), STAFF).status == 201


# Over all cases


def test_the_giver_sees_all_mandates_with_how_they_ended_newest_first(claim_id: ClaimId) -> None:
    other = claim_of(treatment={"type": "osteopathy"})
    first, second = given(claim_id, "act"), given(other, to=AUNT)
    revoke(claim_id, first)
    items = own().body["items"]
    assert [(item["mandateId"], item["claimId"], item["state"]) for item in items] == [
        (second, other, "in-force"),
        (first, claim_id, "revoked"),
    ]
    assert items[1]["revokedAt"] is not None
    assert own("?limit=1").body["items"] == items[:1]
    following = own(f"?limit=1&cursor={own('?limit=1').body['nextCursor']}")
    assert following.body["items"] == items[1:]


def test_the_holder_sees_only_what_is_in_force(claim_id: ClaimId, anna: str) -> None:
    mandate_id = given(claim_id, "act")
    [shown] = own("?role=holder", member(BO)).body["items"]
    assert (shown["mandateId"], shown["personId"], shown["powers"]) == (mandate_id, anna, ["act"])
    assert own(by=member(BO)).body["items"] == own("?role=holder").body["items"] == []
    revoke(claim_id, mandate_id)
    assert own("?role=holder", member(BO)).body["items"] == []


def test_a_lapsed_mandate_is_shown_as_lapsed_to_the_child_and_no_more_to_its_holder(
    of_child: tuple[str, ClaimId],
) -> None:
    child, claim_id = of_child
    given(claim_id, "act", to=AUNT)
    assert [item["state"] for item in own(f"?personId={child}").body["items"]] == ["in-force"]
    claims, today = DynamoClaims(), local_day(datetime.now(UTC))
    before = claims.find(claim_id)
    lapsed = tuple(replace(mandate, lapses_on=today) for mandate in before.mandates)
    after = replace(before, guardian_until=today, mandates=lapsed, version=before.version + 1)
    claims.change(before, after)
    assert own("?role=holder", member(AUNT)).body["items"] == []
    assert own(f"?personId={child}").body["items"] == []
    assert [item["claimId"] for item in own(by=member(CARL)).body["items"]] == [claim_id]


def test_the_mandates_of_another_person_are_404_and_a_role_is_one_of_two(
    claim_id: ClaimId, anna: str
) -> None:
    given(claim_id, "contact")
    assert own(f"?personId={anna}", member(AUNT)).status == 404
    assert own(f"?personId={anna}", member(BO)).body["items"] == []
    wrong = own("?role=boss")
    assert (wrong.status, [fault["code"] for fault in wrong.body["errors"]]) == (
        400,
        ["unknown-mandate-role"],
    )


# What was done under each


def test_the_person_the_guardian_and_staff_see_what_was_done_under_a_mandate(
    claim_id: ClaimId, anna: str
) -> None:
    consent(claim_id)
    mandate_id = given(claim_id, "act")
    document_id = upload(claim_id, member(BO))
    state_facts(claim_id, {"evidence.disabledForTransport": False}, member(BO))
    reported = report(member(BO), personId=anna).body["claimId"]
    for by in (member(ANNA), STAFF, member(BO)):
        items = acts(claim_id, mandate_id, by).body["items"]
        assert [(item["kind"], item["about"]) for item in items] == [
            ("report", reported),
            ("facts", claim_id),
            ("upload", document_id),
        ]
    revoke(claim_id, mandate_id)
    assert kinds(claim_id, mandate_id) == ["report", "facts", "upload"]
    assert acts(claim_id, mandate_id, member(BO)).status == 404


def test_what_was_done_has_pages(claim_id: ClaimId) -> None:
    consent(claim_id)
    mandate_id = given(claim_id, "act")
    for _ in range(3):
        upload(claim_id, member(BO))
    page = acts(claim_id, mandate_id, query="?limit=2").body
    following = acts(claim_id, mandate_id, query=f"?limit=2&cursor={page['nextCursor']}").body
    assert (len(page["items"]), len(following["items"])) == (2, 1)


def test_the_persons_own_acts_and_those_of_staff_are_under_no_mandate(claim_id: ClaimId) -> None:
    consent(claim_id)
    mandate_id = given(claim_id, "act")
    for by in (member(ANNA), STAFF):
        upload(claim_id, by)
    assert kinds(claim_id, mandate_id) == []


def test_a_second_save_and_a_statement_without_change_are_no_acts(claim_id: ClaimId) -> None:
    consent(claim_id)
    mandate_id = given(claim_id, "act")
    document_id = upload(claim_id, member(BO))
    save(claim_id, document_id, member(BO))
    for _ in range(2):
        state_facts(claim_id, {"evidence.disabledForTransport": False}, member(BO))
    assert kinds(claim_id, mandate_id) == ["facts", "upload"]


def test_a_holder_sees_nothing_of_other_mandates(claim_id: ClaimId) -> None:
    held, other = given(claim_id, "contact"), given(claim_id, "act", to=AUNT)
    assert acts(claim_id, held, member(BO)).status == 200
    assert acts(claim_id, other, member(BO)).status == acts(claim_id, "man_x").status == 404
    assert acts(claim_id, other, member("0404801234")).status == 404


@pytest.mark.parametrize(
    "by, role", [(member(ANNA), "member"), (STAFF, "caseworker"), (member(BO), "holder")]
)
def test_a_document_says_in_which_role_it_was_added(claim_id: ClaimId, by: dict[str, Any], role: str) -> None:
    consent(claim_id)
    given(claim_id, "act")
    upload(claim_id, by)
    call = event("GET", f"/v1/claims/{claim_id}/documents", by=member(ANNA))
    assert [shown["addedBy"] for shown in ask(documents, call).body["items"]] == [role]


# What staff read of the past, and by whose name


def test_staff_see_who_might_call_on_a_day_also_after_it_was_revoked(claim_id: ClaimId) -> None:
    first = given(claim_id, "contact")
    send(claim_id, mandate_body(AUNT, "act", evidence=recorded("letter")), STAFF)
    record_revocation(claim_id, first, {"evidence": revoked_by()})
    of_staff = listed(claim_id, STAFF).body["items"]
    assert [shown["state"] for shown in of_staff] == ["revoked", "in-force"]
    ended, recorded_one = of_staff
    assert (ended["givenByName"], ended["revokedByName"], ended["evidence"]) == (
        "Anna Holm",
        "Anna Holm",
        None,
    )
    assert ended["givenAt"] <= ended["revokedAt"]
    assert ended["revocationEvidence"]["how"] == "phone"
    assert (recorded_one["evidence"]["how"], recorded_one["revokedByName"]) == ("letter", None)
    assert [shown["state"] for shown in listed(claim_id).body["items"]] == ["in-force"]


def test_staff_see_a_mandate_that_has_lapsed(of_child: tuple[str, ClaimId]) -> None:
    _, claim_id = of_child
    given(claim_id, "act", to=AUNT)
    claims, today = DynamoClaims(), local_day(datetime.now(UTC))
    before = claims.find(claim_id)
    lapsed = tuple(replace(mandate, lapses_on=today) for mandate in before.mandates)
    claims.change(before, replace(before, mandates=lapsed, version=before.version + 1))
    assert listed(claim_id).body["items"] == []
    [shown] = listed(claim_id, STAFF).body["items"]
    assert (shown["givenBy"], shown["givenByName"]) == ("guardian", "Anna Holm")


def test_the_mandates_that_staff_see_have_pages(claim_id: ClaimId) -> None:
    made = [given(claim_id, "contact", to=None) for _ in range(3)]
    path = f"/v1/claims/{claim_id}/mandates?limit=2"
    first = ask(mandates_handler, event("GET", path, by=STAFF)).body
    second = ask(mandates_handler, event("GET", f"{path}&cursor={first['nextCursor']}", by=STAFF)).body
    assert [shown["mandateId"] for shown in (*first["items"], *second["items"])] == made
    assert second["nextCursor"] is None


def test_a_holder_reads_who_gave_the_mandate(claim_id: ClaimId) -> None:
    given(claim_id, "contact")
    names = [
        answer.body["items"][0]["givenByName"]
        for answer in (own("?role=holder", member(BO)), listed(claim_id, member(BO)), own())
    ]
    assert names == ["Anna Holm"] * 3
