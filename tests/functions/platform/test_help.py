from __future__ import annotations

import pytest
from functions.platform.help.handler import handler

from tests.builders.calls import ask, event

SUPPORT = {
    "HELSEBRO_PUBLIC_URL": "https://api.example.org",
    "HELSEBRO_SUPPORT_EMAIL": "support@example.org",
    "HELSEBRO_SUPPORT_PHONE": "70 20 61 26",
}


@pytest.fixture(autouse=True)
def _contact(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SUPPORT.items():
        monkeypatch.setenv(name, value)


def test_help_can_be_read_without_a_login() -> None:
    answer = ask(handler, event("GET", "/v1/help"))
    assert (answer.status, answer.body["contact"]["email"]) == (200, "support@example.org")


@pytest.mark.parametrize("language, number", [("da", "112"), ("nb", "113"), ("en", "112"), ("fr", "112")])
def test_the_safety_text_is_in_the_callers_language(language: str, number: str) -> None:
    answer = ask(handler, event("GET", "/v1/help", headers={"accept-language": language}))
    assert number in answer.body["safety"]["text"]
    numbers = {(one["country"], one["number"]) for one in answer.body["safety"]["numbers"]}
    assert {("DK", "112"), ("DK", "1813"), ("NO", "113"), ("NO", "116117")} <= numbers


@pytest.mark.parametrize("country, other", [("DK", "113"), ("NO", "112")])
def test_help_for_a_country_names_only_that_countrys_numbers(country: str, other: str) -> None:
    safety = ask(handler, event("GET", f"/v1/help?country={country}")).body["safety"]
    assert {one["country"] for one in safety["numbers"]} == {country}
    assert other not in safety["text"]


def test_the_doctor_on_call_is_named_for_every_danish_region() -> None:
    numbers = ask(handler, event("GET", "/v1/help?country=DK")).body["safety"]["numbers"]
    regions = {one["region"]: one["number"] for one in numbers if one["region"]}
    assert (len(regions), regions["Region Hovedstaden"]) == (5, "1813")


def test_help_for_an_unknown_country_is_malformed() -> None:
    answer = ask(handler, event("GET", "/v1/help?country=SE"))
    assert (answer.status, answer.body["errors"][0]["pointer"]) == (400, "/country")


def test_the_openapi_document_is_public_and_the_committed_one_with_the_address_of_the_stage() -> None:
    answer = ask(handler, event("GET", "/v1/openapi.json"))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert answer.body["openapi"].startswith("3.1")
    assert answer.body["servers"] == [{"url": "https://api.example.org"}]
    assert "/v1/payers/{payer}" in answer.body["paths"]
