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


@pytest.mark.parametrize("claim", OTHERS)
@pytest.mark.parametrize("name", ["signaturgruppen/private", "idura/mitid", "signicat/mitid", "bankid/high"])
def test_a_token_with_two_people_is_unclear(name: str, claim: str) -> None:
    claims = {**fixture(name)}
    if claim in claims:
        return
    with pytest.raises(TwoPeople):
        login_of({**claims, claim: OTHERS[claim]}, LOGINS[name][0])


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


LEVELS: list[tuple[str, dict[str, Any], Assurance | None]] = [
    ("helsebro", {"acr": "https://data.gov.dk/concept/core/nsis/loa/substantial"}, SUBSTANTIAL),
    ("helsebro", {"acr": "https://data.gov.dk/concept/core/nsis/loa/High"}, HIGH),
    ("helsebro", {"acr": "substantial"}, SUBSTANTIAL),
    ("helsebro", {"acr": "urn:bankid:high"}, HIGH),
    ("helsebro", {"acr": "low"}, LOW),
    ("helsebro", {"acr": "insubstantial"}, None),
    ("helsebro", {"acr": "not-high"}, None),
    ("helsebro", {"acr": ""}, None),
    ("helsebro", {"acr": None}, None),
    ("helsebro", {"acr": ["high"]}, None),
    ("helsebro", {}, None),
    ("signaturgruppen", {"loa": "https://data.gov.dk/concept/core/nsis/Low"}, LOW),
    ("signaturgruppen", {"acr": "https://data.gov.dk/concept/core/nsis/High"}, HIGH),
    ("signaturgruppen", {"loa": "https://attacker.example/High"}, None),
    ("signaturgruppen", {"acr": "urn:eident:cert:eidas:high"}, None),
    (
        "signaturgruppen",
        {
            "acr": "https://data.gov.dk/concept/core/nsis/High",
            "loa": "https://data.gov.dk/concept/core/nsis/Low",
        },
        LOW,
    ),
    ("idura", {"acr": "urn:grn:authn:dk:mitid:high"}, HIGH),
    ("idura", {"authenticationtype": "urn:grn:authn:dk:mitid:high", "loA": "SUBSTANTIAL"}, SUBSTANTIAL),
    ("idura", {"authenticationtype": "urn:grn:authn:no:bankid"}, HIGH),
    ("idura", {"authenticationtype": "urn:grn:authn:dk:mitid:business"}, None),
    ("idura", {"authenticationtype": "urn:grn:authn:se:bankid:high"}, None),
    ("signicat", {"acr": "urn:signicat:oidc:method:mitid-cpr"}, None),
    ("signicat", {"acr": "urn:signicat:oidc:method:mitid-cpr", "mitid_loa": "SUBSTANTIAL"}, SUBSTANTIAL),
    ("signicat", {"acr": "urn:signicat:oidc:method:nbid-mobil"}, SUBSTANTIAL),
    ("signicat", {"acr": "urn:signicat:oidc:method:nbid", "nbid_acr": "urn:bankid:bid;LOA=4"}, HIGH),
    ("signicat", {"acr": "urn:signicat:oidc:method:nbid", "nbid_acr": "unknown"}, None),
    ("signicat", {"nbid_acr": "urn:bankid:bis;LOA=3"}, SUBSTANTIAL),
    ("signicat", {"acr": "urn:signicat:oidc:method:scan"}, None),
    ("bankid", {"acr": "urn:bankid:bid"}, HIGH),
    ("bankid", {"acr": "urn:bankid:bim;LOA=4"}, HIGH),
    ("bankid", {"acr": "urn:bankid:bid;LOA=3"}, SUBSTANTIAL),
    ("bankid", {"acr": "urn:bankid:bis;LOA=4"}, SUBSTANTIAL),
    ("bankid", {"acr": "urn:bankid:bid;LOA=2"}, None),
    ("bankid", {"acr": "urn:bankid:xid;LOA=4"}, None),
    ("bankid", {"acr": "4"}, None),
    ("mitid-erhverv", {"loa": "https://data.gov.dk/concept/core/nsis/Substantial"}, SUBSTANTIAL),
]


@pytest.mark.parametrize("dialect, claims, level", LEVELS)
def test_the_level_of_a_broker_is_one_of_ours_and_the_weakest_that_is_named(
    dialect: str, claims: dict[str, Any], level: Assurance | None
) -> None:
    assert login_of(claims, dialect).assurance is level


@pytest.mark.parametrize("at", ["never", "", None, "2023-08-21T12:45:01"])
def test_an_instant_that_says_no_time_is_no_time_of_a_login(at: object) -> None:
    assert login_of({"authenticationinstant": at}, "idura").logged_in_at is None
