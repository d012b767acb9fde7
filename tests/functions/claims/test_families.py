from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import PersonId
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent, outbox_rows, read
from tests.builders.decisions import decide, tasks_in
from tests.builders.people.families import (
    FATHER,
    MOTHER,
    STRANGER,
    UNDERWRITER,
    TwoEmployers,
    answer,
    family,
    me,
)
from tests.builders.policies import CARL, cpr_of_age, enrol, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
YES, NO = {"decision": "approve", "reason": "Papers seen"}, {"decision": "deny", "reason": "Not the parent"}


def tasks() -> list[dict[str, Any]]:
    return list(tasks_in("underwriting", UNDERWRITER).body["items"])


def benefits_of(child: str, cpr: str) -> int:
    from functions.benefits.benefits.handler import handler

    return ask(handler, event("GET", f"/v1/me/benefits?personId={child}", by=member(cpr))).status


def test_a_strangers_enrolment_of_a_child_opens_nothing_and_the_mother_sees_everything() -> None:
    case = TwoEmployers()
    of_mother = claim_of(member(MOTHER), personId=case.child)
    assert [read(of_mother, member(cpr)).status for cpr in (MOTHER, STRANGER)] == [200, 404]
    assert consent(of_mother, by=member(STRANGER)).status == 404
    assert [benefits_of(case.child, cpr) for cpr in (MOTHER, STRANGER)] == [200, 404]
    shown = {one["personId"]: (one["access"], one["place"]) for one in me(STRANGER)["family"]}
    assert shown == {case.child: ("none", "proposed")}
    assert [one["place"] for one in me(MOTHER)["family"]] == ["guardian"]


def test_a_claim_of_the_child_by_phone_belongs_to_the_mother() -> None:
    case = TwoEmployers()
    by_staff = claim_of(staff("caseworker"), personId=case.child)
    assert [read(by_staff, member(cpr)).status for cpr in (MOTHER, STRANGER)] == [200, 404]


def test_a_mother_keeps_her_child_when_the_policy_names_the_father_as_main_insured() -> None:
    case = TwoEmployers()
    father = insured_of(case.policy, cpr=FATHER, name="Bo Holm")
    insured_of(case.policy, cpr=CARL, name="Carl Holm", relation="child", mainInsuredPersonId=father)
    for _ in range(2):
        shown = {
            cpr: [(one["access"], one["place"]) for one in me(cpr)["family"]] for cpr in (MOTHER, FATHER)
        }
        assert shown[MOTHER] == [("full", "guardian")]
        waiting = (each for each in tasks() if each["reason"] == "guardian-unconfirmed")
        task = next((each for each in waiting if each["subject"]["guardianId"] == father), None)
        assert shown[FATHER] == [("none", "proposed" if task else "rejected")]
        if task:
            assert decide(task["taskId"], NO, by=UNDERWRITER).status == 200


def test_a_second_family_is_a_task_of_underwriting_opened_once(aws: dict[str, Any]) -> None:
    case = TwoEmployers()
    case.enrol_again()
    (task,) = tasks()
    assert (task["reason"], task["queue"]) == ("guardian-unconfirmed", "underwriting")
    assert task["subject"] == {
        "policyId": case.other_policy,
        "personId": case.child,
        "guardianId": case.other,
        "personName": "C. Dahl",
        "guardianName": "Sten Dahl",
    }
    assert len(outbox_rows(aws, "family.changed")) == 1
    assert tasks_in("underwriting", staff("caseworker")).status == 403
    assert CARL not in str(outbox_rows(aws, "family.changed"))


@pytest.mark.parametrize(
    "body, sees, basis", [(YES, 200, ["first-family", "underwriting"]), (NO, 404, ["first-family"])]
)
def test_underwriting_decides_whether_the_second_family_counts(
    body: dict[str, Any], sees: int, basis: list[str]
) -> None:
    case = TwoEmployers()
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert decide(tasks()[0]["taskId"], body, by=UNDERWRITER).status == 200
    assert [read(claim_id, member(cpr)).status for cpr in (MOTHER, STRANGER)] == [200, sees]
    assert [one["basis"] for one in family(case.child, member(MOTHER)).body["guardians"]] == basis
    assert "guardian-unconfirmed" not in [task["reason"] for task in tasks()]


@pytest.mark.parametrize("by_task", [True, False], ids=["the task", "the family"])
def test_an_enrolment_that_underwriting_denied_is_a_task_to_have_it_removed(by_task: bool) -> None:
    case = TwoEmployers()
    assert answer(case.child, case.other, member(MOTHER), confirmed=False).status == 200
    if by_task:
        assert decide(tasks()[0]["taskId"], NO, by=UNDERWRITER).status == 200
    else:
        assert answer(case.child, case.other, UNDERWRITER, confirmed=False).status == 200
    case.enrol_again()
    (task,) = tasks()
    assert (task["reason"], task["queue"]) == ("enrolment-denied", "underwriting")
    named = ("policyId", "personId", "guardianId")
    assert [task["subject"][name] for name in named] == [case.other_policy, case.child, case.other]
    said = [each["what"] for each in family(case.child, UNDERWRITER).body["history"]]
    assert said[-2:] == ["declined", "rejected"]
    assert decide(task["taskId"], NO, by=UNDERWRITER).status == 422
    assert decide(task["taskId"], YES, by=UNDERWRITER).status == 200
    assert (tasks(), benefits_of(case.child, STRANGER)) == ([], 404)


def test_another_payers_underwriting_opens_its_own_cases_only_and_the_mother_is_told(
    aws: dict[str, Any],
) -> None:
    payer_of("skade")
    theirs, policy = staff("underwriting", payer="skade"), policy_of("skade")
    case = TwoEmployers(FATHER)
    claim_id = claim_of(member(MOTHER), personId=case.child)
    stranger = insured_of(policy, by=theirs, cpr=STRANGER, name="Sten Dahl")
    enrol(policy, by=theirs, cpr=CARL, relation="child", mainInsuredPersonId=stranger)
    (task,) = tasks_in("underwriting", theirs).body["items"]
    assert decide(task["taskId"], YES, by=theirs).status == 200
    assert read(claim_id, member(STRANGER)).status == 404
    assert consent(claim_id, by=member(STRANGER)).status == 404
    assert listed(case.child, STRANGER) == []
    shown = family(case.child, member(STRANGER)).body
    assert [(one["personId"], one["onlyAt"]) for one in shown["guardians"]] == [(stranger, "skade")]
    assert case.mother not in str(shown)
    told = [row for row in outbox_rows(aws, "guardian.changed") if row["payer"]["S"] == "skade"]
    confirmed = [row["data"]["M"] for row in told if row["data"]["M"]["what"]["S"] == "confirmed"]
    assert {row["personId"]["S"] for row in confirmed} == {case.mother, stranger}
    ended = answer(case.child, case.mother, theirs, confirmed=False)
    assert ended.status == 200
    assert read(claim_id, member(MOTHER)).status == 200
    assert answer(case.child, stranger, UNDERWRITER, confirmed=False).status == 404


def listed(child: str, cpr: str) -> Any:
    from functions.claims.claims.handler import handler

    return ask(handler, event("GET", f"/v1/claims?personId={child}", by=member(cpr))).body["items"]


def test_a_rejected_enrolment_that_is_sent_again_proposes_no_one() -> None:
    case = TwoEmployers()
    decide(tasks()[0]["taskId"], NO, by=UNDERWRITER)
    case.enrol_again()
    assert [task["reason"] for task in tasks()] == ["enrolment-denied"]
    [seen] = me(STRANGER)["family"]
    assert (seen["access"], seen["place"], seen["name"], seen["age"]) == ("none", "rejected", None, None)
    assert me(MOTHER)["family"][0]["name"]
    shown = family(case.child, member(STRANGER)).body
    assert (shown["ownFrom"], bool(family(case.child, member(MOTHER)).body["ownFrom"])) == (None, True)
    assert (shown["guardians"], shown["proposed"]) == ([], [])
    assert [one.get("reason") for one in shown["history"]] == [None, NO["reason"]]


def test_the_guardians_and_the_one_concerned_are_told_of_a_proposal_and_its_end(
    aws: dict[str, Any],
) -> None:
    case = TwoEmployers()
    decide(tasks()[0]["taskId"], NO, by=UNDERWRITER)
    rows = [row["data"]["M"] for row in outbox_rows(aws, "guardian.changed")]
    told = sorted((row["what"]["S"], row["personId"]["S"]) for row in rows)
    both = sorted((case.mother, case.other))
    assert told == [(what, reader) for what in ("proposed", "rejected") for reader in both]


def test_a_question_or_a_grant_is_no_decision_about_a_guardian() -> None:
    TwoEmployers()
    asked = decide(tasks()[0]["taskId"], {"decision": "clarify", "question": "Who?"}, by=UNDERWRITER)
    assert asked.body["errors"][0]["code"] == "only-approve-or-deny"


def test_two_parents_are_both_guardians_by_their_own_yes_and_the_task_is_closed(aws: dict[str, Any]) -> None:
    case = TwoEmployers(FATHER)
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert answer(case.child, case.other, member(MOTHER)).status == 200
    assert read(claim_id, member(FATHER)).status == 404
    (proposal,) = family(case.child, member(MOTHER)).body["proposed"]
    assert (proposal["name"], proposal["agreed"]) == ("Sten Dahl", [case.mother])
    confirmed = answer(case.child, case.other, member(FATHER)).body
    assert [one["basis"] for one in confirmed["guardians"]] == ["first-family", "guardians"]
    assert [one["what"] for one in confirmed["history"]][-2:] == ["agreed", "confirmed"]
    assert [read(claim_id, member(cpr)).status for cpr in (MOTHER, FATHER)] == [200, 200]
    assert [benefits_of(case.child, cpr) for cpr in (MOTHER, FATHER)] == [200, 200]
    assert tasks() == []
    told = {row["data"]["M"]["what"]["S"] for row in outbox_rows(aws, "family.changed")}
    assert told == {"proposed", "agreed", "confirmed"}


def test_a_second_yes_changes_nothing() -> None:
    case = TwoEmployers(FATHER)
    for cpr in (FATHER, MOTHER, MOTHER, FATHER):
        again = answer(case.child, case.other, member(cpr))
    assert [one["what"] for one in again.body["history"]].count("confirmed") == 2


def test_the_strangers_yes_alone_is_nothing_and_the_mothers_no_is_shown_to_underwriting() -> None:
    case = TwoEmployers()
    assert answer(case.child, case.other, member(STRANGER)).status == 200
    assert benefits_of(case.child, STRANGER) == 404
    assert answer(case.child, case.other, member(MOTHER), confirmed=False).status == 200
    (proposal,) = family(case.child, UNDERWRITER).body["proposed"]
    assert (proposal["agreed"], proposal["declined"]) == ([case.other], [case.mother])
    assert len(tasks()) == 1


def test_a_proposed_person_who_says_no_ends_the_proposal_and_its_task() -> None:
    case = TwoEmployers()
    assert answer(case.child, case.other, member(STRANGER), confirmed=False).status == 200
    assert tasks() == []
    assert family(case.child, member(MOTHER)).body["proposed"] == []


def test_a_proposed_person_sees_the_own_proposal_and_nothing_of_the_family() -> None:
    case = TwoEmployers()
    shown = family(case.child, member(STRANGER)).body
    assert shown["guardians"] == []
    assert [one["personId"] for one in shown["proposed"]] == [case.other]
    assert {one["about"] for one in shown["history"]} == {case.other}
    assert case.mother not in str(shown)


def test_strangers_other_payers_and_unknown_children_are_the_same_404() -> None:
    case = TwoEmployers()
    for by in (member("0505901234"), staff("underwriting", payer="skade")):
        assert family(case.child, by).status == 404
        assert answer(case.child, case.other, by).status == 404
    assert family(case.mother, member(MOTHER)).status == 404
    assert family(PERSON, member(MOTHER)).status == 404
    assert answer(case.child, PERSON, member(MOTHER)).status == 404


def test_a_child_reads_the_own_family_and_decides_nothing_before_15() -> None:
    case = TwoEmployers()
    assert family(case.child, member(CARL)).status == 200
    refused = answer(case.child, case.other, member(CARL))
    assert (refused.status, refused.body["code"]) == (403, "not-yours-to-decide")


def test_a_guardians_no_cannot_remove_a_confirmed_guardian_but_underwritings_can() -> None:
    case = TwoEmployers(FATHER)
    answer(case.child, case.other, UNDERWRITER)
    refused = answer(case.child, case.other, member(MOTHER), confirmed=False)
    assert (refused.status, refused.body["code"]) == (409, "guardian-confirmed")
    ended = answer(case.child, case.other, UNDERWRITER, confirmed=False)
    assert [one["personId"] for one in ended.body["guardians"]] == [case.mother]
    assert benefits_of(case.child, FATHER) == 404
    assert me(FATHER)["family"] == []


def test_a_third_guardian_is_refused_while_the_child_has_two() -> None:
    case = TwoEmployers(FATHER)
    answer(case.child, case.other, UNDERWRITER)
    third = insured_of(case.other_policy, cpr=STRANGER, name="Sten Dahl")
    insured_of(case.other_policy, cpr=CARL, relation="child", mainInsuredPersonId=third)
    (task,) = tasks()
    for refused in (
        answer(case.child, third, member(MOTHER)),
        answer(case.child, third, UNDERWRITER),
        decide(task["taskId"], YES, by=UNDERWRITER),
    ):
        assert (refused.status, refused.body["code"]) == (409, "guardians-complete")


@pytest.mark.parametrize("language, title", [("da", "Barnet har"), ("nb", "Barnet har"), ("en", "The child")])
def test_a_refusal_is_said_in_the_callers_language(language: str, title: str) -> None:
    from functions.claims.families.handler import handler

    case = TwoEmployers(FATHER)
    answer(case.child, case.other, UNDERWRITER)
    third = insured_of(case.other_policy, cpr=STRANGER)
    insured_of(case.other_policy, cpr=CARL, relation="child", mainInsuredPersonId=third)
    path = f"/v1/families/{case.child}/guardians/{third}"
    headers = {"accept-language": language}
    refused = ask(handler, event("PUT", path, by=member(MOTHER), body={"confirmed": True}, headers=headers))
    assert refused.body["title"].startswith(title)


def test_a_child_of_fifteen_has_no_second_family_and_its_first_decides_nothing() -> None:
    case = TwoEmployers(cpr=cpr_of_age(15))
    assert tasks() == []
    assert family(case.child, member(MOTHER)).body["decidesAlone"] is True


def test_enrolments_made_before_families_were_kept_all_count(aws: dict[str, Any]) -> None:
    case = TwoEmployers(FATHER)
    forget_family(aws, case.child)
    assert [benefits_of(case.child, cpr) for cpr in (MOTHER, FATHER)] == [200, 200]
    shown = family(case.child, member(FATHER)).body
    assert [one["basis"] for one in shown["guardians"]] == ["earlier-enrolment"] * 2
    third = insured_of(case.other_policy, cpr=STRANGER)
    insured_of(case.other_policy, cpr=CARL, relation="child", mainInsuredPersonId=third)
    assert [benefits_of(case.child, cpr) for cpr in (MOTHER, FATHER, STRANGER)] == [200, 200, 404]


PERSON = PersonId("per_" + "a" * 24)


def forget_family(aws: dict[str, Any], child: str) -> None:
    from helsebro_aws.dynamodb.tables import tables

    table = tables.settings.cases_table
    aws["dynamodb"].delete_item(
        TableName=table, Key={"pk": {"S": f"{child}#custody"}, "sk": {"S": "CUSTODY"}}
    )


def test_a_body_without_a_yes_or_no_is_refused() -> None:
    case = TwoEmployers()
    refused = answer(case.child, case.other, member(MOTHER), confirmed="yes")
    assert [fault["pointer"] for fault in refused.body["errors"]] == ["/confirmed"]
