"""What a claim lacks and how to get it: from the health portal, and for a child from the doctor."""

from __future__ import annotations

from typing import Any

import pytest
from functions.claims.claims.handler import handler

from helsebro.ids import ClaimId
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, consent, document_of
from tests.builders.documents.checked_papers import check
from tests.builders.mandates import given
from tests.builders.policies import ANNA, BO, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


def guidance(claim_id: str, by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    path, headers = f"/v1/claims/{claim_id}/guidance", {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def claim_in(country: str) -> ClaimId:
    payer_of("tryg")
    insured_of(policy_of("tryg"), country=country)
    return claim_of()


@pytest.mark.parametrize("country, portal", [("DK", "sundhed.dk"), ("NO", "helsenorge.no")])
@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_papers_are_in_the_portal_of_the_country_where_the_person_lives(
    country: str, portal: str, language: str
) -> None:
    answer = guidance(claim_in(country), language=language).body
    assert [paper["fileType"] for paper in answer["papers"]] == ["referral", "journal", "imaging-description"]
    for paper in answer["papers"]:
        assert (paper["service"], portal in paper["steps"][0]) == (portal, True)
        assert paper["sources"]
        assert paper["checkedOn"]


def test_what_the_claim_waits_for_comes_first_until_it_is_there() -> None:
    claim_id = claim_in("DK")
    consent(claim_id)
    first = guidance(claim_id).body
    assert (first["missing"], first["papers"][0]["isMissing"]) == (["documents"], True)
    assert "Anamnese, Socialt, Objektive fund" in first["papers"][0]["notes"][0]
    check(claim_id, document_of(claim_id))
    after = guidance(claim_id).body
    assert (after["missing"], [paper["isMissing"] for paper in after["papers"]]) == ([], [False] * 3)


def test_a_parent_asks_the_doctor_for_a_childs_paper() -> None:
    payer_of("tryg")
    anna = insured_of(policy_of("tryg"))
    carl = insured_of(
        policy_of("tryg", number="P-family"),
        cpr=CARL,
        relation="child",
        mainInsuredPersonId=anna,
        enrolledOn="2024-01-01",
    )
    claim_id = claim_of(personId=carl)
    for reader in (member(ANNA), staff("caseworker", payer="tryg")):
        for paper in guidance(claim_id, reader).body["papers"]:
            assert "læge" in paper["steps"][0]
            assert not any("Log ind" in step for step in paper["steps"])
            assert any("Fra barnet er 15 år, kan kun barnet selv" in note for note in paper["notes"])


def test_who_holds_a_mandate_hears_that_only_the_person_can_fetch_it() -> None:
    claim_id = claim_in("DK")
    given(claim_id, "act")
    assert "Kun personen selv" in guidance(claim_id, member(BO)).body["papers"][0]["notes"][0]
    assert "Kun personen selv" not in str(guidance(claim_id).body)


def test_who_cannot_log_in_is_told_to_ask_the_doctor_and_staff_read_it_on_the_phone() -> None:
    claim_id = claim_in("DK")
    for reader in (member(ANNA), staff("caseworker", payer="tryg")):
        for paper in guidance(claim_id, reader).body["papers"]:
            assert any("posten" in step for step in paper["withoutLogin"])
            assert any("Uden MitID" in note for note in paper["notes"])


OFFICE = {"street": "Postboks 300", "postcode": "2750", "city": "Ballerup"}
POST_TO = "Postboks 300, 2750 Ballerup"


@pytest.mark.parametrize("country", ["DK", "NO"])
@pytest.mark.parametrize("language, call", [("da", "ring til os"), ("nb", "ring oss"), ("en", "call us")])
def test_a_copy_goes_by_post_only_to_a_payer_with_an_address(country: str, language: str, call: str) -> None:
    claim_id = claim_in(country)
    for address, has_post in ((None, False), (OFFICE, True)):
        payer_of("tryg", address=address)
        for paper in guidance(claim_id, language=language).body["papers"]:
            last = paper["withoutLogin"][-1]
            assert (
                POST_TO in last,
                call in last,
                "{" in "".join((*paper["steps"], *paper["withoutLogin"])),
            ) == (has_post, True, False)


def test_only_the_steps_to_a_referral_speak_of_one() -> None:
    papers = guidance(claim_in("DK")).body["papers"]
    assert [("henvis" in str(paper["withoutLogin"])) for paper in papers] == [True, False, False]


def test_a_child_is_told_to_ask_a_parent_and_is_not_called_one() -> None:
    payer_of("tryg")
    anna = insured_of(policy_of("tryg"))
    family = policy_of("tryg", number="P-family")
    carl = insured_of(family, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01")
    claim_id = claim_of(personId=carl)
    for paper in guidance(claim_id, member(CARL)).body["papers"]:
        assert "Bed din mor eller far" in paper["steps"][0]
        assert "Som forælder" not in str(paper)


def test_an_unknown_claim_and_anothers_are_not_found() -> None:
    claim_id = claim_in("DK")
    assert guidance(claim_id, member(BO)).status == guidance("clm_aaaaaaaa").status == 404
