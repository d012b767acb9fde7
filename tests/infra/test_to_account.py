"""``make deploy``: what an operator must say, and what each stack is then given."""

from __future__ import annotations

from infra.parameters import EDGE_GIVEN, GIVEN, MAY_BE_GIVEN
from infra.to_account import given_to_edge, given_to_home, missing_in
from tests.infra.template import Template

SAID = {
    "MEMBER_ISSUER": "https://members.example",
    "MEMBER_CLIENT": "portal",
    "STAFF_ISSUER": "https://staff.example",
    "STAFF_CLIENT": "desk",
    "SUPPORT_EMAIL": "help@helsebro.example",
    "SUPPORT_PHONE": "+45 70 00 00 00",
    "PUBLIC_URL": "https://api.helsebro.example",
    "EDGE_CERTIFICATE": "arn:aws:acm:us-east-1:111122223333:certificate/abc",
}
TOLD = {
    "ApiUrl": "https://abc123.execute-api.eu-north-1.amazonaws.com",
    "EdgeLogBucket": "arn:aws:s3:::edge-log",
}


def test_nothing_is_missing_when_all_is_said() -> None:
    assert missing_in(SAID) == []


def test_what_is_not_said_is_named() -> None:
    assert missing_in({}) == [
        "MEMBER_ISSUER",
        "MEMBER_CLIENT",
        "STAFF_ISSUER",
        "STAFF_CLIENT",
        "PUBLIC_URL",
        "SUPPORT_EMAIL",
        "SUPPORT_PHONE",
        "EDGE_CERTIFICATE",
    ]


def test_the_home_stack_is_given_all_its_parameters(template: Template) -> None:
    given = given_to_home(SAID)
    assert set(given) == {name for name in template.body["Parameters"] if name != "BootstrapVersion"}
    assert set(given) == {*GIVEN, *MAY_BE_GIVEN}
    assert given["SealCertificate"] == ""


def test_the_certificate_of_the_seal_is_handed_on_line_by_line() -> None:
    pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    assert given_to_home({**SAID, "SEAL_CERTIFICATE": pem})["SealCertificate"] == pem


def test_the_edge_is_given_what_the_home_stack_told(template: Template, edge: Template) -> None:
    given = given_to_edge(SAID, TOLD)
    assert set(given) == {name for name in edge.body["Parameters"] if name != "BootstrapVersion"}
    assert set(given) == set(EDGE_GIVEN)
    assert given["ApiHost"] == "abc123.execute-api.eu-north-1.amazonaws.com"
    assert set(TOLD) <= set(template.body["Outputs"])
