"""Each guardian has the name of the enrolment that made it one, and payers' staff see their own (F4-20)."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import PersonId, PolicyId
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent
from tests.builders.people.families import FATHER, MOTHER, STRANGER, TwoEmployers, answer, family
from tests.builders.policies import CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
THEIRS = staff("underwriting", payer="skade")


def enrolled_elsewhere(cpr: str, name: str, child: str = "Other Child") -> PersonId:
    """Enrols a parent and the child at another payer, under other names; returns the parent."""
    payer_of("skade")
    policy: PolicyId = policy_of("skade", number="P-skade")
    parent = insured_of(policy, by=THEIRS, cpr=cpr, name=name)
    insured_of(policy, by=THEIRS, cpr=CARL, name=child, relation="child", mainInsuredPersonId=parent)
    return parent


def names(case: TwoEmployers, by: dict[str, Any]) -> dict[str, str | None]:
    shown = family(case.child, by).body
    return {each["personId"]: each["name"] for each in (*shown["guardians"], *shown["proposed"])}


@pytest.mark.parametrize("again", [MOTHER, FATHER])
def test_an_employer_at_another_payer_gives_no_guardian_another_name(again: str) -> None:
    case = TwoEmployers(FATHER)
    for cpr in (MOTHER, FATHER):
        assert answer(case.child, case.other, member(cpr)).status == 200
    before = {case.mother: "Mona Berg", case.other: "Sten Dahl"}
    assert names(case, member(MOTHER)) == before
    claim_id = claim_of(member(MOTHER), personId=case.child)
    assert consent(claim_id, by=member(again)).status == 200
    enrolled_elsewhere(again, "Rude Word")
    for by in (member(MOTHER), member(FATHER), member(CARL), staff("underwriting")):
        assert names(case, by) == before
        assert "Rude Word" not in str(family(case.child, by).body)
    for by in (member(MOTHER), staff("caseworker")):
        assert "Rude Word" not in str(history(claim_id, by))


def history(claim_id: str, by: dict[str, Any]) -> Any:
    from functions.claims.consents.handler import handler

    shown = ask(handler, event("GET", f"/v1/claims/{claim_id}/consent", by=by)).body["history"]
    assert all(each["guardian"]["name"] for each in shown)
    return shown


def test_who_waits_has_the_name_of_the_enrolment_that_proposes_it() -> None:
    case = TwoEmployers(FATHER)
    enrolled_elsewhere(STRANGER, "Sten Sten")
    assert sorted(str(name) for name in names(case, member(MOTHER)).values()) == [
        "Mona Berg",
        "Sten Dahl",
        "Sten Sten",
    ]


def test_staff_see_no_guardian_who_counts_at_another_payer_only() -> None:
    case = TwoEmployers(FATHER)
    stranger = enrolled_elsewhere(STRANGER, "Sten Sten")
    assert stranger not in names(case, staff("underwriting"))
    assert answer(case.child, stranger, THEIRS).status == 200
    ours, theirs = family(case.child, staff("underwriting")).body, family(case.child, THEIRS).body
    assert [each["personId"] for each in ours["guardians"]] == [case.mother]
    assert stranger not in str(ours)
    assert case.other not in str(theirs)
    assert names(case, THEIRS) == {case.mother: None, stranger: "Sten Sten"}
