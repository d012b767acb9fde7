"""The levels of the brokers: only what a broker's public pages name is a level, in its own spelling."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.identity.assurance import Assurance
from helsebro_aws.identity.brokers.dialects import DIALECTS, claims_of_contract, login_of
from local.demo.brokers import BROKERS

LOW, SUBSTANTIAL, HIGH = Assurance.LOW, Assurance.SUBSTANTIAL, Assurance.HIGH
NSIS = "https://data.gov.dk/concept/core/nsis/"
MITID, BANKID = "urn:grn:authn:dk:mitid:", "urn:grn:authn:no:bankid"
METHOD = "urn:signicat:oidc:method:"

Claims = dict[str, Any]

OF_NSIS: list[tuple[Claims, Assurance | None]] = [
    ({"loa": f"{NSIS}Low"}, LOW),
    ({"loa": f"{NSIS}Substantial"}, SUBSTANTIAL),
    ({"loa": f"{NSIS}loa/Substantial"}, SUBSTANTIAL),
    ({"acr": f"{NSIS}High"}, HIGH),
    ({"acr": f"{NSIS}High", "loa": f"{NSIS}Low"}, LOW),
    ({"acr": f"{NSIS}High", "loa": f"{NSIS}loa/High"}, HIGH),
    ({"acr": "urn:eident:cert:eidas:high", "loa": f"{NSIS}Substantial"}, SUBSTANTIAL),
    ({"acr": "urn:eident:cert:eidas:high"}, None),
    ({"acr": "urn:eident:cert:eidas:low", "loa": f"{NSIS}High"}, None),
    ({"acr": f"{NSIS}High", "loa": f"{NSIS}Unknown"}, None),
    ({"acr": f"{NSIS}Unknown", "loa": f"{NSIS}High"}, None),
    ({"loa": "https://attacker.example/High"}, None),
    ({"loa": f"{NSIS}attacker/High"}, None),
    ({"loa": f"{NSIS}high"}, None),
    ({"loa": "Substantial"}, None),
]

LEVELS: dict[str, list[tuple[Claims, Assurance | None]]] = {
    "helsebro": [
        ({"acr": f"{NSIS}loa/substantial"}, SUBSTANTIAL),
        ({"acr": f"{NSIS}loa/High"}, HIGH),
        ({"acr": "substantial"}, SUBSTANTIAL),
        ({"acr": "urn:bankid:high"}, HIGH),
        ({"acr": "low"}, LOW),
        ({"acr": "HIGH"}, None),
        ({"acr": "h\u0131gh"}, None),
        ({"acr": "insubstantial"}, None),
        ({"acr": "not-high"}, None),
        ({"acr": "not high"}, None),
        ({"acr": "high/"}, None),
    ],
    "signaturgruppen": OF_NSIS,
    "mitid-erhverv": OF_NSIS,
    "idura": [
        ({"acr": f"{MITID}high"}, HIGH),
        ({"authenticationtype": f"{MITID}high", "loA": "SUBSTANTIAL"}, SUBSTANTIAL),
        ({"authenticationtype": f"{MITID}low", "loA": "HIGH"}, LOW),
        ({"authenticationtype": f"{MITID}business", "loA": "HIGH"}, HIGH),
        ({"authenticationtype": BANKID}, HIGH),
        ({"authenticationtype": f"{BANKID}:substantial"}, SUBSTANTIAL),
        ({"authenticationtype": f"{MITID}business"}, None),
        ({"acr": f"{MITID}business"}, None),
        ({"authenticationtype": "urn:grn:authn:se:bankid:high"}, None),
        ({"authenticationtype": "urn:grn:authn:se:bankid", "loA": "HIGH"}, None),
        ({"authenticationtype": f"{MITID}substantial", "acr": "urn:grn:authn:unknown"}, None),
        ({"authenticationtype": f"{MITID}substantial", "loA": "UNKNOWN"}, None),
        ({"authenticationtype": f"{MITID}substantial", "loA": "high"}, None),
        ({"loA": "HIGH"}, None),
        ({"identityscheme": "dkmitid"}, None),
    ],
    "signicat": [
        ({"mitid_loa": "SUBSTANTIAL"}, SUBSTANTIAL),
        ({"mitid_loa": "LOW", "acr": f"{NSIS}High"}, LOW),
        ({"acr": f"{METHOD}mitid-cpr", "mitid_loa": "SUBSTANTIAL"}, SUBSTANTIAL),
        ({"acr": f"{METHOD}nbid-mobil"}, SUBSTANTIAL),
        ({"acr": f"{METHOD}nbid", "nbid_acr": "urn:bankid:bid;LOA=4"}, HIGH),
        ({"nbid_acr": "urn:bankid:bis;LOA=3"}, SUBSTANTIAL),
        ({"acr": f"{METHOD}mitid-cpr"}, None),
        ({"acr": f"{METHOD}nbid", "nbid_acr": "unknown"}, None),
        ({"acr": f"{METHOD}scan"}, None),
        ({"acr": f"{METHOD}scan", "mitid_loa": "HIGH"}, None),
        ({"acr": "unknown", "mitid_loa": "HIGH"}, None),
        ({"mitid_loa": "high"}, None),
        ({"mitid_loa": "VERY_HIGH", "acr": f"{NSIS}High"}, None),
        ({"nbid_acr": "urn:bankid:bid"}, None),
    ],
    "bankid": [
        ({"acr": "urn:bankid:bid;LOA=4"}, HIGH),
        ({"acr": "urn:bankid:bim;LOA=4"}, HIGH),
        ({"acr": "urn:bankid:bis;LOA=3"}, SUBSTANTIAL),
        ({"acr": "urn:bankid:bid"}, None),
        ({"acr": "urn:bankid:bid;"}, None),
        ({"acr": "urn:bankid:bid;LOA=3"}, None),
        ({"acr": "urn:bankid:bis;LOA=4"}, None),
        ({"acr": "urn:bankid:bid;LOA=2"}, None),
        ({"acr": "urn:bankid:bid;LOA=4;LOA=4"}, None),
        ({"acr": "urn:bankid:BID;LOA=4"}, None),
        ({"acr": "urn:bankid:xid;LOA=4"}, None),
        ({"acr": "4"}, None),
        ({"amr": ["bid"]}, None),
    ],
}
"""Dialect → what a token says of the level, and which of ours that is."""

ROWS = [(dialect, claims, level) for dialect, rows in LEVELS.items() for claims, level in rows]


@pytest.mark.parametrize("dialect, claims, level", ROWS)
def test_the_level_of_a_broker_is_one_of_ours_and_the_weakest_that_is_named(
    dialect: str, claims: Claims, level: Assurance | None
) -> None:
    assert login_of(claims, dialect).assurance is level


def test_every_dialect_has_its_rows() -> None:
    assert set(LEVELS) == set(DIALECTS)


def no_level(value: str) -> list[object]:
    """Returns what a claim of a level may hold instead of this one that is known."""
    other_case = value.upper() if value != value.upper() else value.lower()
    written = [f" {value}", f"{value} ", f"{value}\n", other_case, "", " ", "unknown"]
    return [*written, None, 4, 4.0, True, [value], {"level": value}, [], {}]


PASSING = [
    (dialect, claims, name)
    for dialect, claims, level in ROWS
    if level
    for name, value in claims.items()
    if isinstance(value, str) and not value.startswith((METHOD, "urn:eident:"))
]
"""Dialect, claims that say a level, and the claim whose value is now changed."""


@pytest.mark.parametrize("dialect, claims, name", PASSING)
def test_a_level_that_is_written_otherwise_or_is_no_text_is_none(
    dialect: str, claims: Claims, name: str
) -> None:
    for value in no_level(claims[name]):
        login = login_of({**claims, name: value}, dialect)
        assert login.assurance is None, value
        assert "acr" not in claims_of_contract(claims, login)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_token_without_a_level_has_none(dialect: str) -> None:
    assert login_of({}, dialect).assurance is None


NUMBERS = {"bankid": "01018012371", "mitid-erhverv": "12345674"}


@pytest.mark.parametrize("dialect", BROKERS)
def test_the_logins_that_the_stack_plays_are_still_sure_enough(dialect: str) -> None:
    said = BROKERS[dialect](NUMBERS.get(dialect, "0101801234"), "Anna Holm")
    assert login_of(said, dialect).assurance in (SUBSTANTIAL, HIGH)
    if dialect == "signicat":
        assert login_of(BROKERS[dialect]("01018012371", "Kari Nordmann"), dialect).assurance is HIGH
