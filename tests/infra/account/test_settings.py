"""``make deploy`` names every setting that is missing or wrong at once."""

from __future__ import annotations

import re

import pytest

from infra.account.settings import FORMS, MEANINGS, SettingsWrong, operator_settings, variable

MADE_UP = {
    "MEMBER_ISSUER": "https://members.example",
    "MEMBER_CLIENT": "portal",
    "MEMBER_DIALECT": "signaturgruppen",
    "FURTHER_BROKERS": "bankid;https://auth.bankid.example/realms/prod;helsebro",
    "TEST_PEOPLE": "refused",
    "STAFF_ISSUER": "https://staff.example/realm",
    "STAFF_CLIENT": "desk",
    "PUBLIC_URL": "https://api.helsebro.example",
    "PORTAL_ORIGINS": "https://portal.helsebro.example,http://localhost:5173",
    "SUPPORT_EMAIL": "help@helsebro.example",
    "SUPPORT_PHONE": "+45 70 00 00 00",
    "ALARM_EMAIL": "alarm@helsebro.example",
    "MAIL_FROM": "no-reply@helsebro.example",
    "PORTAL_URL": "https://portal.helsebro.example",
    "MONTHLY_BUDGET": "500",
    "EDGE_CERTIFICATE": "arn:aws:acm:us-east-1:111122223333:certificate/abc-1",
}


def test_all_settings_are_accepted() -> None:
    given = operator_settings(MADE_UP)
    assert given.keys() == MEANINGS.keys()
    assert given["AlarmEmail"] == "alarm@helsebro.example"


def test_every_missing_setting_is_named_with_its_meaning_form_and_example() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        operator_settings({})
    for name, meaning in MEANINGS.items():
        [line] = [line for line in str(wrong.value).splitlines() if line.split()[0] == variable(name)]
        assert "is missing" in line
        assert [part for part in (meaning, FORMS[name].words, FORMS[name].example) if part not in line] == []


def test_no_two_settings_have_one_meaning() -> None:
    assert len(set(MEANINGS.values())) == len(MEANINGS)


def test_every_example_has_its_form() -> None:
    assert {name for name, form in FORMS.items() if not form.fits(form.example)} == set()
    assert FORMS.keys() == MEANINGS.keys()


@pytest.mark.parametrize(
    "name, value",
    [
        ("MEMBER_ISSUER", "https://login.example:8443/realms/x"),
        ("STAFF_ISSUER", "https://login.example/Tenant-A/v2.0"),
        ("PORTAL_ORIGINS", "http://localhost:5173,http://127.0.0.1,https://portal.example:8443"),
        ("MEMBER_CLIENT", "Portal of members"),
        ("ALARM_EMAIL", "Alarm@Helsebro.example"),
    ],
)
def test_a_legal_value_is_accepted(name: str, value: str) -> None:
    assert value in operator_settings({**MADE_UP, name: value}).values()


@pytest.mark.parametrize(
    "name, value, fault",
    [
        ("MEMBER_ISSUER", "http://members.example", "has http:// where https:// is needed"),
        ("MEMBER_ISSUER", "https://members.example/", "ends in a slash"),
        ("STAFF_ISSUER", "https://Members.example", "has capital letters"),
        ("PUBLIC_URL", "https://api.helsebro.example/v1", "has a path"),
        ("PUBLIC_URL", "https://API.helsebro.example", "has capital letters"),
        ("PUBLIC_URL", "https://api.helsebro.example:8443", "has a port"),
        ("PORTAL_ORIGINS", "https://portal.example, https://other.example", "has a space"),
        ("PORTAL_ORIGINS", "https://portal.example/", "ends in a slash"),
        ("PORTAL_ORIGINS", "http://portal.example", "has http:// where https:// is needed"),
        ("PORTAL_ORIGINS", "http://localhost.portal.example", "has http:// where https:// is needed"),
        ("MEMBER_CLIENT", " ", "is blank"),
        ("STAFF_CLIENT", " desk", "has a space at an end"),
        ("SUPPORT_PHONE", "  ", "is blank"),
        ("EDGE_CERTIFICATE", "arn:aws:acm:eu-north-1:111122223333:certificate/a-1", "of another region"),
    ],
)
def test_the_fault_of_a_setting_is_named_with_the_value_found(name: str, value: str, fault: str) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        operator_settings({**MADE_UP, name: value})
    [_, line] = str(wrong.value).splitlines()
    assert line.split()[0] == name
    assert f"is {value!r}, which " in line
    assert fault in line


@pytest.mark.parametrize(
    "name, value",
    [
        ("PORTAL_ORIGINS", "*"),
        ("ALARM_EMAIL", "nobody"),
        ("MONTHLY_BUDGET", "0"),
        ("MONTHLY_BUDGET", "12.50"),
    ],
)
def test_a_value_of_another_form_is_shown_with_the_form_that_it_must_have(name: str, value: str) -> None:
    with pytest.raises(SettingsWrong, match=rf"{name} +is '{re.escape(value)}'; it must be"):
        operator_settings({**MADE_UP, name: value})


def test_a_portal_of_a_developer_is_refused_in_production() -> None:
    with pytest.raises(SettingsWrong, match=r"PORTAL_ORIGINS +is 'https://.*5173', which has http://"):
        operator_settings({**MADE_UP, "STAGE": "prod"})
    operator_settings({**MADE_UP, "STAGE": "prod", "PORTAL_ORIGINS": "https://portal.helsebro.example"})


def test_all_faults_come_at_once() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        operator_settings({**MADE_UP, "ALARM_EMAIL": "", "MONTHLY_BUDGET": "much"})
    assert len(str(wrong.value).splitlines()) == 3
