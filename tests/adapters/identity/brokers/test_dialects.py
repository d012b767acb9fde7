"""The dialects of the brokers, each with tokens written from the broker's public pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helsebro.identity.assurance import Assurance
from helsebro.identity.broker_login import LoginUnclear, TwoPeople
from helsebro_aws.identity.brokers.dialects import DIALECTS, claims_of_contract, login_of
from infra.account.settings import DIALECTS as OF_THE_SETTING

FIXTURES = Path(__file__).parent / "fixtures"
LOW, SUBSTANTIAL, HIGH = Assurance.LOW, Assurance.SUBSTANTIAL, Assurance.HIGH

Understood = tuple[tuple[str, str] | None, str, Assurance | None, object, str]

LOGINS: dict[str, tuple[str, Understood]] = {
    "signaturgruppen/private": (
        "signaturgruppen",
        (("DK", "0804361234"), "", SUBSTANTIAL, 1764593359, "Ilse Prøvesen"),
    ),
    "signaturgruppen/with_acr": (
        "signaturgruppen",
        (("DK", "0804361234"), "", HIGH, 1764593359, ""),
    ),
    "signaturgruppen/e_ident": (
        "signaturgruppen",
        (("DK", "0804361234"), "", LOW, 1764593359, "Ilse Prøvesen"),
    ),
    "mitid_erhverv/employee": ("mitid-erhverv", (None, "12345674", SUBSTANTIAL, 1764593359, "Karla Holm")),
    "mitid_erhverv/with_cpr": (
        "mitid-erhverv",
        (("DK", "0804361234"), "12345674", LOW, 1764593359, ""),
    ),
    "idura/mitid": (
        "idura",
        (("DK", "2101270034"), "", SUBSTANTIAL, 1692621901.733, "Ditte Prøvesen"),
    ),
    "idura/mitid_low": ("idura", (("DK", "2101270034"), "", LOW, 1636707009.107, "")),
    "idura/mitid_business": ("idura", (None, "12345674", HIGH, 1692621901.733, "Karla Holm")),
    "idura/bankid": ("idura", (("NO", "27034634004"), "", HIGH, 1692621901.733, "Mikkel Prøvsen")),
    "idura/bankid_biometric": (
        "idura",
        (("NO", "27034634004"), "", SUBSTANTIAL, 1692621901.733, "Mikkel Prøvsen"),
    ),
    "signicat/mitid": ("signicat", (("DK", "1107744123"), "", HIGH, 1657278399, "Astrid Prøvesen")),
    "signicat/bankid": ("signicat", (("NO", "17029012385"), "", HIGH, 1709206572, "Kari Nordmann")),
    "signicat/former_platform": (
        "signicat",
        (("NO", "17029012385"), "", SUBSTANTIAL, 1657278399, "Kari Nordmann"),
    ),
    "signicat/former_platform_mitid": (
        "signicat",
        (("DK", "1107744123"), "", None, 1657278399, "Astrid Prøvesen"),
    ),
    "bankid/high": ("bankid", (("NO", "18126612393"), "", HIGH, 1510497762, "Frode Prøve Nilsen")),
    "bankid/biometric_without_auth_time": ("bankid", (("NO", "18126612393"), "", SUBSTANTIAL, None, "")),
}
"""Fixture → its dialect, and what it means: person, company, assurance, time of the login, name."""


def fixture(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text())
    return read


@pytest.mark.parametrize("name", LOGINS)
def test_a_token_of_a_broker_is_understood(name: str) -> None:
    dialect, understood = LOGINS[name]
    login = login_of(fixture(name), dialect)
    assert (login.person, login.cvr, login.assurance, login.logged_in_at, login.name) == understood


def test_every_fixture_is_understood_and_every_dialect_has_one_with_its_pages() -> None:
    there = {str(path.relative_to(FIXTURES).with_suffix("")) for path in FIXTURES.glob("*/*.json")}
    assert there == set(LOGINS)
    assert {dialect for dialect, _ in LOGINS.values()} == set(DIALECTS) - {"helsebro"}
    for folder in FIXTURES.iterdir():
        assert "| page | read |" in (folder / "README.md").read_text(), folder


def test_the_setting_knows_the_same_dialects() -> None:
    assert tuple(DIALECTS) == OF_THE_SETTING


@pytest.mark.parametrize("name", LOGINS)
def test_a_call_gets_a_login_in_the_claims_of_our_own_contract(name: str) -> None:
    dialect, (person, cvr, assurance, at, _) = LOGINS[name]
    claims = fixture(name)
    passed = claims_of_contract(claims, login_of(claims, dialect))
    expected = {part: claims[part] for part in ("iss", "aud", "sub", "exp")}
    if person:
        expected["dk.cpr" if person[0] == "DK" else "no.fnr"] = person[1]
    expected |= {"dk.cvr": cvr} if cvr else {}
    expected |= {"acr": assurance.word} if assurance else {}
    expected |= {"auth_time": at} if at else {}
    assert passed == expected
    assert login_of(passed, "helsebro").person == person


@pytest.mark.parametrize("name", [name for name, (_, understood) in LOGINS.items() if understood[0]])
def test_a_token_in_another_dialect_names_nobody(name: str) -> None:
    """A number counts only where the broker of this issuer puts it."""
    own, claims = LOGINS[name][0], fixture(name)
    strangers = {dialect for dialect in DIALECTS if login_of(claims, dialect).person} - {own}
    related = {"signaturgruppen", "mitid-erhverv", "helsebro"}
    assert strangers <= (related if own in related else set())


OTHERS = {
    "dk.cpr": "0101801234",
    "nemlogin.cpr": "0101801234",
    "dk_ssn": "0101801234",
    "cprNumberIdentifier": "010180-1234",
    "no.fnr": "01018012371",
    "socialno": "01018012371",
    "nin": "01018012371",
    "signicat.national_id": "0101801234",
    "nnin_altsub": "01018012371",
    "nnin": "01018012371",
}


OF_ONE_PERSON: dict[str, tuple[str, dict[str, Any]]] = {
    **{name: (dialect, fixture(name)) for name, (dialect, understood) in LOGINS.items() if understood[0]},
    "own claims, Danish": ("helsebro", {"dk.cpr": "0804361234"}),
    "own claims, Norwegian": ("helsebro", {"no.fnr": "18126612393"}),
    "own claims, for a company": ("helsebro", {"dk.cpr": "0804361234", "dk.cvr": "12345674"}),
}
"""What → its dialect and its claims, which name one person; every dialect has some."""


@pytest.mark.parametrize("claim", OTHERS)
@pytest.mark.parametrize("name", OF_ONE_PERSON)
def test_a_token_with_two_people_is_unclear_in_every_dialect(name: str, claim: str) -> None:
    dialect, claims = OF_ONE_PERSON[name]
    if claim in claims:
        with pytest.raises(TwoPeople):
            login_of({**claims, "nin" if claim != "nin" else "dk.cpr": OTHERS[claim]}, dialect)
    else:
        with pytest.raises(TwoPeople):
            login_of({**claims, claim: OTHERS[claim]}, dialect)


def test_the_table_of_people_has_every_dialect_and_a_company_beside_a_person() -> None:
    assert {dialect for dialect, _ in OF_ONE_PERSON.values()} == set(DIALECTS)
    with_company = {dialect for dialect, claims in OF_ONE_PERSON.values() if login_of(claims, dialect).cvr}
    assert with_company == {"helsebro", "mitid-erhverv"}


def test_the_same_person_in_two_claims_is_one_person() -> None:
    claims = {**fixture("idura/mitid"), "dk.cpr": "210127-0034"}
    assert login_of(claims, "idura").person == ("DK", "2101270034")


@pytest.mark.parametrize("value", [101801234, ["0101801234"], {"number": "0101801234"}, True])
@pytest.mark.parametrize("claim", ["dk.cpr", "no.fnr", "nnin_altsub", "cprNumberIdentifier", "nin"])
def test_a_number_that_is_no_text_is_unclear(claim: str, value: object) -> None:
    with pytest.raises(LoginUnclear):
        login_of({claim: value}, "helsebro")


def test_two_companies_are_unclear() -> None:
    with pytest.raises(LoginUnclear):
        login_of({"dk.cvr": "12345674", "nemlogin.cvr": "87654320"}, "signaturgruppen")
    with pytest.raises(LoginUnclear):
        login_of({"dk.cvr": ["12345674"]}, "helsebro")


def test_a_person_of_a_country_without_members_is_unclear() -> None:
    claims = {"nin": "199002171234", "nin_issuing_country": "SE"}
    with pytest.raises(LoginUnclear):
        claims_of_contract(claims, login_of(claims, "signicat"))


@pytest.mark.parametrize(
    "at", ["never", "", "2023-08-21T12:45:01", 1692621901, True, ["2023-08-21T12:45:01Z"]]
)
def test_an_instant_that_says_no_time_is_no_time_of_a_login_whatever_stands_beside_it(at: object) -> None:
    assert login_of({"authenticationinstant": at, "auth_time": 1692621901}, "idura").logged_in_at is None


def test_without_an_instant_the_time_of_a_login_is_its_auth_time() -> None:
    assert login_of({"auth_time": 1692621901}, "idura").logged_in_at == 1692621901
    assert login_of({"authenticationinstant": None}, "idura").logged_in_at is None
