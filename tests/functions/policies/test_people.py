"""Finding a person who phones: by number, phone number, name or case, only at the caseworker's payer."""

from __future__ import annotations

import time
from typing import Any

import pytest
from functions.policies.people.handler import MOST_CLAIMS, handler

from helsebro.ids import PolicyId, case_number
from helsebro_aws.dynamodb.scan import scan_page
from helsebro_aws.dynamodb.tables import tables
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of
from tests.builders.people.contacts import contact_entered
from tests.builders.policies import ANNA, BO, enrol, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")
OTHER = staff("caseworker", payer="gjensidige")


@pytest.fixture
def policy_id(aws: dict[str, Any]) -> PolicyId:
    assert aws
    payer_of("tryg")
    return policy_of("tryg")


def search(by: dict[str, Any] = CASEWORKER, **asked: Any) -> Answered:
    return ask(handler, event("POST", "/v1/people/search", by=by, body=asked, key=None))


def found(by: dict[str, Any] = CASEWORKER, **asked: Any) -> list[str]:
    answer = search(by, **asked)
    assert answer.status == 200, answer.body
    return [each["name"] for each in answer.body["items"]]


def test_a_number_finds_one_person_with_the_claims_and_shows_no_number(policy_id: PolicyId) -> None:
    anna = insured_of(policy_id, name="Anna Holm")
    claim_id = claim_of()
    answer = search(cpr=ANNA)
    [shown] = answer.body["items"]
    assert (shown["personId"], shown["name"], shown["bornInYear"]) == (anna, "Anna Holm", 1980)
    [claim] = shown["claims"]
    assert (claim["claimId"], claim["caseNumber"]) == (claim_id, case_number(claim_id))
    assert answer.body["isComplete"]
    assert ANNA not in str(answer.body)
    assert ANNA[:6] not in str(answer.body)


def test_a_number_needs_a_fresh_login_and_the_rest_does_not(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Anna Holm")
    stale = {**CASEWORKER, "auth_time": time.time() - 600}
    refused = search(stale, cpr=ANNA)
    assert (refused.status, "max_age=300" in refused.headers["www-authenticate"]) == (401, True)
    assert found(stale, name="Anna") == ["Anna Holm"]


def test_nobody_is_found_whom_only_another_payer_insures(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Anna Holm", phone="20 30 40 50")
    claim_id = claim_of()
    payer_of("gjensidige")
    for asked in (
        {"cpr": ANNA},
        {"phone": "20304050"},
        {"name": "Anna Holm"},
        {"caseNumber": claim_id},
        {"caseNumber": case_number(claim_id)},
    ):
        assert found(OTHER, **asked) == []
        assert found(**asked) == ["Anna Holm"]


@pytest.mark.parametrize(
    "written", ["{}", "{} ", "  {}", "lower", "spaces", "misread"], ids=lambda each: each.strip()
)
def test_a_case_number_is_found_however_it_is_read_out(policy_id: PolicyId, written: str) -> None:
    insured_of(policy_id, name="Anna Holm")
    number = case_number(claim_of())
    forms = {
        "lower": number.lower(),
        "spaces": number.replace("-", " "),
        "misread": number.replace("O", "0").replace("I", "1").replace("B", "8"),
    }
    assert found(caseNumber=forms.get(written, written.format(number))) == ["Anna Holm"]


@pytest.mark.parametrize("unknown", ["x", "ABCD-EFGH-IJKL-MNOP", "clm_aaaa", "ABCD-EFGH", "ÆØÅ"])
def test_what_is_no_case_number_finds_nobody(policy_id: PolicyId, unknown: str) -> None:
    insured_of(policy_id)
    assert found(caseNumber=unknown) == []


def test_a_phone_number_finds_who_entered_it_and_whose_enrolment_names_it(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Anna Holm", phone="20 30 40 50")
    insured_of(policy_id, cpr=BO, name="Bo Berg")
    contact_entered(BO, phone="+45 20304050")
    assert found(phone="+4520304050") == ["Anna Holm", "Bo Berg"]
    contact_entered(BO, phone="60 70 80 90")
    assert found(phone="20 30 40 50") == ["Anna Holm"]
    assert found(phone="60708090") == ["Bo Berg"]


def test_a_stated_code_of_a_country_finds_numbers_of_that_country(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Anna Holm", phone="20 30 40 50")
    insured_of(policy_id, cpr=BO, name="Bo Berg")
    contact_entered(BO, phone="+47 40 30 40 50")
    assert found(phone="+45 20304050") == found(phone="20304050") == ["Anna Holm"]
    assert found(phone="004740304050") == found(phone="40304050") == ["Bo Berg"]
    assert found(phone="+47 20304050") == found(phone="+45 40304050") == []


def test_a_number_that_changes_only_its_country_is_found_by_the_new_one(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Anna Holm", phone="+45 40304050")
    contact_entered(ANNA, phone="+45 40304050")
    enrol(policy_id, name="Anna Holm", phone="+47 40304050")
    contact_entered(ANNA, phone="+47 40304050")
    assert (found(phone="+47 40304050"), found(phone="+45 40304050")) == (["Anna Holm"], [])


@pytest.mark.parametrize("asked", ["aeg", "ase aeg", "AEGIDIUS", "ægi", "agi", "aas"])
def test_two_letters_for_one_find_a_name_from_its_beginning(policy_id: PolicyId, asked: str) -> None:
    insured_of(policy_id, name="Åse Ægidius")
    assert found(name=asked) == ["Åse Ægidius"]


def test_a_name_is_found_as_it_is_today(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Åse Sørensen")
    insured_of(policy_id, cpr=BO, name="Åse Lund")
    assert found(name="aase") == ["Åse Lund", "Åse Sørensen"]
    assert found(name="Soren Ase") == ["Åse Sørensen"]
    enrol(policy_id, name="Åse Holm")
    assert found(name="Sørensen") == []
    assert found(name="Åse Holm") == ["Åse Holm"]


def test_a_date_of_birth_leaves_out_who_was_born_on_another_day(policy_id: PolicyId) -> None:
    insured_of(policy_id, name="Anna Holm", phone="20304050")
    insured_of(policy_id, cpr=BO, name="Anna Holm", phone="20304050")
    ways: tuple[dict[str, Any], ...] = ({"name": "Anna"}, {"phone": "20304050"})
    for asked in ways:
        assert len(found(**asked)) == 2
        [shown] = search(**asked, bornOn="1982-02-02").body["items"]
        assert shown["bornInYear"] == 1982
    assert found(cpr=ANNA, bornOn="1982-02-02") == []


def test_who_has_left_is_found_too(policy_id: PolicyId) -> None:
    leave(policy_id, insured_of(policy_id, name="Anna Holm"), "2021-01-01")
    assert found(name="Holm") == found(cpr=ANNA) == ["Anna Holm"]


def test_at_most_twenty_are_shown_and_the_answer_says_that_there_are_more(policy_id: PolicyId) -> None:
    for day in range(1, 22):
        insured_of(policy_id, cpr=f"{day:02}01801234", name="Anna Holm")
    answer = search(name="Anna Holm").body
    assert (len(answer["items"]), answer["isComplete"]) == (20, False)
    narrowed = search(name="Anna Holm", bornOn="1980-01-21").body
    assert (len(narrowed["items"]), narrowed["isComplete"]) == (1, True)


def test_a_person_is_shown_with_a_bounded_number_of_claims(policy_id: PolicyId) -> None:
    insured_of(policy_id)
    for _ in range(MOST_CLAIMS + 1):
        claim_of()
    [shown] = search(cpr=ANNA).body["items"]
    assert len(shown["claims"]) == MOST_CLAIMS


@pytest.mark.parametrize(
    "asked", [{}, {"name": "Anna", "phone": "20304050"}, {"cpr": ANNA, "fnr": "01078012311"}]
)
def test_a_search_is_by_one_thing(policy_id: PolicyId, asked: dict[str, Any]) -> None:
    assert policy_id
    answer = search(**asked)
    assert answer.status == 422
    assert "search-by-one" in {fault["code"] for fault in answer.body["errors"]}


def test_only_caseworkers_search(policy_id: PolicyId) -> None:
    assert policy_id
    refused = (member(ANNA), staff("finance"), staff("quality"), staff("underwriting"))
    assert [search(by, name="Anna").status for by in refused] == [403] * 4


def test_who_searched_and_whom_it_showed_is_kept_without_what_was_searched_for(policy_id: PolicyId) -> None:
    anna = insured_of(policy_id, name="Anna Holm", phone="20304050")
    search(cpr=ANNA)
    search(name="Zenobia")
    [shown] = tables.query_all("audit", anna)
    assert (shown["subject"], shown["payer"], shown["by"]) == ("staff:tryg:s-1", "tryg", "cpr")
    searches = sorted(tables.query_all("audit", "tryg#lookups"), key=lambda row: row["found"])
    assert [(row["by"], row["found"]) for row in searches] == [("name", 0), ("cpr", 1)]
    kept = str([*searches, shown])
    assert not any(text in kept for text in (ANNA, "Zenobia", "Anna"))


def test_no_log_line_and_no_key_holds_what_was_searched_for(
    policy_id: PolicyId, capsys: pytest.CaptureFixture[str]
) -> None:
    insured_of(policy_id, name="Zenobia Kvist", phone="20304050")
    contact_entered(ANNA, phone="60708090")
    capsys.readouterr()
    search(cpr=ANNA)
    search(name="Zenobia")
    search(phone="60708090")
    logged = capsys.readouterr().out.lower()
    assert logged
    items = scan_page(tables, "people", reads=1000, after=None)[0]
    keys = str([(item["pk"], item["sk"]) for item in items]).lower()
    assert "#sought#" in keys
    for text in (ANNA, "zenobia", "60708090", "20304050"):
        assert text not in logged
        assert text not in keys
