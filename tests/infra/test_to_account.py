"""``make deploy``: the settings that an operator must give, and the parameters of each stack."""

from __future__ import annotations

from infra.parameters import EDGE_REQUIRED, OPTIONAL, REQUIRED
from infra.to_account import edge_parameters, home_parameters, missing_variables
from tests.infra.template import Template

ENVIRONMENT = {
    "MEMBER_ISSUER": "https://members.example",
    "MEMBER_CLIENT": "portal",
    "STAFF_ISSUER": "https://staff.example",
    "STAFF_CLIENT": "desk",
    "SUPPORT_EMAIL": "help@helsebro.example",
    "SUPPORT_PHONE": "+45 70 00 00 00",
    "PUBLIC_URL": "https://api.helsebro.example",
    "EDGE_CERTIFICATE": "arn:aws:acm:us-east-1:111122223333:certificate/abc",
}
HOME_OUTPUTS = {
    "ApiUrl": "https://abc123.execute-api.eu-north-1.amazonaws.com",
    "EdgeLogBucket": "arn:aws:s3:::edge-log",
}


def test_no_variable_is_missing_when_all_are_set() -> None:
    assert missing_variables(ENVIRONMENT) == []


def test_missing_variables_are_named() -> None:
    assert missing_variables({}) == [
        "MEMBER_ISSUER",
        "MEMBER_CLIENT",
        "STAFF_ISSUER",
        "STAFF_CLIENT",
        "PUBLIC_URL",
        "SUPPORT_EMAIL",
        "SUPPORT_PHONE",
        "EDGE_CERTIFICATE",
    ]


def test_the_home_stack_gets_all_its_parameters(template: Template) -> None:
    given = home_parameters(ENVIRONMENT)
    assert set(given) == {name for name in template.body["Parameters"] if name != "BootstrapVersion"}
    assert set(given) == {*REQUIRED, *OPTIONAL}
    assert given["SealCertificate"] == ""


def test_the_certificate_of_the_seal_keeps_its_lines() -> None:
    pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    assert home_parameters({**ENVIRONMENT, "SEAL_CERTIFICATE": pem})["SealCertificate"] == pem


def test_the_edge_gets_the_outputs_of_the_home_stack(template: Template, edge: Template) -> None:
    given = edge_parameters(ENVIRONMENT, HOME_OUTPUTS)
    assert set(given) == {name for name in edge.body["Parameters"] if name != "BootstrapVersion"}
    assert set(given) == set(EDGE_REQUIRED)
    assert given["ApiHost"] == "abc123.execute-api.eu-north-1.amazonaws.com"
    assert set(HOME_OUTPUTS) <= set(template.body["Outputs"])
