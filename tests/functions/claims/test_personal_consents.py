"""The general consent, and the one to contact about cover in the network (Q31)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.claims.consent import one_year_on
from helsebro.local_day import local_day
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, consent, outbox_rows, read
from tests.builders.clinics.consents import (
    my_consents,
    personal_consent,
    personal_consents,
    withdraw_personal,
)
from tests.builders.people.families import FATHER, MOTHER, TwoEmployers
from tests.builders.policies import ANNA, CARL, cpr_of_age, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    payer_of("tryg")
    return insured_of(policy_of("tryg"))


def texts(query: str = "", language: str = "da", by: dict[str, Any] | None = None) -> Answered:
    headers = {"accept-language": language}
    return ask(
        personal_consents(),
        event("GET", f"/v1/consent-texts{query}", by=by or member(ANNA), headers=headers),
    )


def test_nothing_is_decided_before_a_person_decides() -> None:
    items = my_consents().body["items"]
    assert [(item["kind"], item["status"], item["given"]) for item in items] == [
        ("general", "undecided", None),
        ("network-contact", "undecided", None),
    ]


def test_a_consent_without_a_kind_is_the_general_one_and_holds_for_a_year(aws: Any) -> None:
    given = personal_consent(None, True).body
    expires_on = one_year_on(local_day(datetime.now(UTC))).isoformat()
    assert (given["kind"], given["status"], given["expiresOn"]) == ("general", "given", expires_on)
    assert (given["textVersion"], given["receipt"]) == ("2026-01-01", "/v1/me/consents/general/receipt")
    [made] = outbox_rows(aws, "personal-consent.given")
    assert made["data"]["M"]["expiresOn"]["S"] == expires_on
    assert "clinicId" not in made


def test_each_kind_is_decided_alone_and_keeps_its_history(aws: Any) -> None:
    for kind, given in (("general", True), ("general", True), ("network-contact", False), ("general", False)):
        assert personal_consent(kind, given).status == 200
    items = {item["kind"]: item for item in my_consents().body["items"]}
    assert [made["status"] for made in items["general"]["history"]] == ["withdrawn", "given"]
    assert [made["status"] for made in items["network-contact"]["history"]] == ["refused"]
    assert items["general"]["givenAt"] == items["general"]["history"][1]["decidedAt"]
    assert len(outbox_rows(aws, "personal-consent.given")) == 1


def test_a_withdrawn_general_consent_leaves_the_consent_of_a_case() -> None:
    claim_id = claim_of()
    assert consent(claim_id).status == 200
    for given in (True, False):
        assert personal_consent("general", given).status == 200
    items = {item["kind"]: item["status"] for item in my_consents().body["items"]}
    assert (items["general"], items["case"]) == ("withdrawn", "given")
    assert "consent" not in read(claim_id).body["missing"]


@pytest.mark.parametrize(
    "query, kind",
    [("", "general"), ("?kind=general", "general"), ("?kind=network-contact", "network-contact")],
)
def test_a_withdrawal_is_answered_as_a_decision_and_a_repeat_changes_nothing(
    query: str, kind: str, aws: Any
) -> None:
    for each in ("general", "network-contact"):
        assert personal_consent(each, True).status == 200
    first = withdraw_personal(query)
    assert (first.status, first.body["kind"], first.body["status"]) == (200, kind, "withdrawn")
    assert [made["status"] for made in first.body["history"]] == ["withdrawn", "given"]
    assert first.body["receipt"] == f"/v1/me/consents/{kind}/receipt"
    assert withdraw_personal(query).body == first.body == personal_consent(kind, False).body
    items = {item["kind"]: item["status"] for item in my_consents().body["items"]}
    assert items == {"general": "given", "network-contact": "given"} | {kind: "withdrawn"}
    [made] = outbox_rows(aws, "personal-consent.withdrawn")
    assert made["data"]["M"]["kind"]["S"] == kind


def test_a_withdrawal_of_what_was_never_given_decides_nothing(aws: Any) -> None:
    answer = withdraw_personal()
    assert (answer.status, answer.body["status"], answer.body["history"]) == (200, "undecided", [])
    assert personal_consent("general", False).body["status"] == "refused"
    assert withdraw_personal().body["status"] == "refused"
    assert outbox_rows(aws, "personal-consent.withdrawn") == []


@pytest.mark.parametrize("query", ["?kind=case", "?kind=clinic", "?kind=", "?kind=nothing"])
@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_a_withdrawal_names_a_kind_that_belongs_to_no_case(query: str, language: str) -> None:
    refused = withdraw_personal(query, language=language)
    assert refused.status == 400
    [fault] = refused.body["errors"]
    assert (fault["pointer"], fault["code"]) == ("/kind", "unknown-consent-kind")
    assert "general, network-contact" in fault["detail"]
    assert "clinic" not in fault["detail"]


def test_a_child_under_15_withdraws_nothing(anna: str) -> None:
    assert anna
    refused = withdraw_personal(by=member(cpr_of_age(14)))
    assert (refused.status, refused.body["code"]) == (403, "not-yours-to-decide")


@pytest.mark.parametrize(
    "body", [{}, {"given": "yes"}, {"given": True, "kind": "case"}, {"given": True, "kind": None}]
)
def test_a_decision_names_a_kind_that_belongs_to_no_case(body: dict[str, Any]) -> None:
    call = event("PUT", "/v1/me/consent", by=member(ANNA), body=body)
    assert ask(personal_consents(), call).status == 422


def test_a_child_under_15_does_not_decide(anna: str) -> None:
    assert anna
    refused = personal_consent("general", True, member(cpr_of_age(14)))
    assert (refused.status, refused.body["code"]) == (403, "not-yours-to-decide")


def test_another_version_than_the_current_text_cannot_be_decided_on() -> None:
    refused = personal_consent("general", True, textVersion="2020-01-01")
    assert [fault["code"] for fault in refused.body["errors"]] == ["consent-text-not-current"]


@pytest.mark.parametrize("language, word", [("da", "samtykke"), ("nb", "samtykker"), ("en", "consent")])
def test_every_kind_has_a_text_to_read_before_the_decision(language: str, word: str) -> None:
    items = texts(language=language).body["items"]
    assert {item["kind"] for item in items} == {"general", "network-contact", "case", "clinic"}
    assert all(item["current"] and word in item["text"] for item in items)
    own = [item for item in items if item["decidesFor"] == "self"]
    assert {(item["version"], item["validUntil"]) for item in own} == {("2026-01-01", None)}
    assert {item["kind"] for item in own} == {"general", "network-contact", "case", "clinic"}


@pytest.mark.parametrize(
    "language, words",
    [("da", "mit barns sag"), ("nb", "saken til barnet mitt"), ("en", "my child's case")],
)
def test_a_guardian_finds_words_about_the_child_for_what_is_decided_in_a_case(
    language: str, words: str
) -> None:
    of_child = [item for item in texts(language=language).body["items"] if item["decidesFor"] == "child"]
    assert [item["kind"] for item in of_child] == ["case", "clinic"]
    assert all(item["current"] and item["validFrom"] == "2026-11-30" for item in of_child)
    assert all(words in item["title"] + item["text"] for item in of_child)


def test_staff_read_the_text_aloud_and_one_kind_can_be_asked_for() -> None:
    items = texts("?kind=case", by=staff("caseworker")).body["items"]
    assert [(item["kind"], item["decidesFor"]) for item in items] == [("case", "self"), ("case", "child")]
    assert texts("?kind=unknown").status == 400


def test_what_a_guardian_decided_for_a_child_is_in_the_list_of_both() -> None:
    family = TwoEmployers(FATHER)
    claim_id = claim_of(member(MOTHER), personId=family.child)
    assert consent(claim_id, by=member(MOTHER)).status == 200
    [of_child] = [item for item in my_consents(member(MOTHER)).body["items"] if item["kind"] == "case"]
    assert (of_child["claimId"], of_child["personId"]) == (claim_id, family.child)
    assert [made["guardian"]["isYou"] for made in of_child["history"]] == [True]
    [own] = [item for item in my_consents(member(CARL)).body["items"] if item["kind"] == "case"]
    assert [(made["decidedBy"], made["guardian"]["name"]) for made in own["history"]] == [
        ("guardian", "Mona Berg")
    ]
    assert "personId" not in own
    assert not [item for item in my_consents(member(FATHER)).body["items"] if item["kind"] == "case"], (
        "proposed"
    )


def test_the_list_goes_on_from_the_own_cases_to_those_of_a_child() -> None:
    family = TwoEmployers(FATHER)
    ids = {claim_of(member(MOTHER)), claim_of(member(MOTHER), personId=family.child)}
    found, cursor = set(), ""
    for _ in ids:
        page = my_consents(member(MOTHER), f"?limit=1{cursor}").body
        found |= {item["claimId"] for item in page["items"] if item["kind"] == "case"}
        cursor = f"&cursor={page['nextCursor']}"
    assert found == ids
