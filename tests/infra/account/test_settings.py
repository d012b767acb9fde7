"""``make deploy`` names every setting that is missing or wrong at once."""

from __future__ import annotations

import pytest

from infra.account.settings import MEANINGS, SettingsWrong, operator_settings, variable

MADE_UP = {
    "MEMBER_ISSUER": "https://members.example",
    "MEMBER_CLIENT": "portal",
    "STAFF_ISSUER": "https://staff.example/realm",
    "STAFF_CLIENT": "desk",
    "PUBLIC_URL": "https://api.helsebro.example",
    "PORTAL_ORIGINS": "https://portal.helsebro.example,http://localhost:5173",
    "SUPPORT_EMAIL": "help@helsebro.example",
    "SUPPORT_PHONE": "+45 70 00 00 00",
    "ALARM_EMAIL": "alarm@helsebro.example",
    "MONTHLY_BUDGET": "500",
    "EDGE_CERTIFICATE": "arn:aws:acm:us-east-1:111122223333:certificate/abc-1",
}


def test_all_settings_are_accepted() -> None:
    given = operator_settings(MADE_UP)
    assert given.keys() == MEANINGS.keys()
    assert given["AlarmEmail"] == "alarm@helsebro.example"


def test_every_missing_setting_is_named_with_its_meaning() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        operator_settings({})
    for name, meaning in MEANINGS.items():
        assert variable(name) in str(wrong.value)
        assert meaning in str(wrong.value)


@pytest.mark.parametrize(
    "name, value",
    [
        ("MEMBER_ISSUER", "http://members.example"),
        ("MEMBER_ISSUER", "https://members.example/"),
        ("PUBLIC_URL", "https://api.helsebro.example/v1"),
        ("PORTAL_ORIGINS", "https://portal.example, https://other.example"),
        ("PORTAL_ORIGINS", "*"),
        ("ALARM_EMAIL", "nobody"),
        ("MONTHLY_BUDGET", "0"),
        ("MONTHLY_BUDGET", "12.50"),
        ("EDGE_CERTIFICATE", "arn:aws:acm:eu-north-1:111122223333:certificate/abc-1"),
        ("SUPPORT_PHONE", "  "),
    ],
)
def test_a_setting_of_another_form_is_named_with_the_form_that_it_must_have(name: str, value: str) -> None:
    with pytest.raises(SettingsWrong, match=f"{name} +must be"):
        operator_settings({**MADE_UP, name: value})


def test_all_faults_come_at_once() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        operator_settings({**MADE_UP, "ALARM_EMAIL": "", "MONTHLY_BUDGET": "much"})
    assert len(str(wrong.value).splitlines()) == 3
