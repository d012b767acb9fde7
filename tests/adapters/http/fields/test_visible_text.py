"""Texts that messages carry can be seen and reached, whichever body they come in."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import Field

from helsebro.errors import BadInput
from helsebro_aws.http.bodies import Body, parse
from helsebro_aws.http.fields.country_code import ASSIGNED, CountryCode
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText, VisibleOrEmptyText, VisibleText


class EveryText(Body):
    name: Annotated[VisibleText | None, Field()] = None
    hours: Annotated[VisibleOrEmptyText | None, Field()] = None
    email: Annotated[MailboxText | None, Field()] = None
    phone: Annotated[PhoneText | None, Field()] = None
    country: Annotated[CountryCode | None, Field()] = None


def faults_of(field: str, value: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refusal:
        parse(EveryText, {field: value})
    return [(fault.pointer, fault.code) for fault in refusal.value.faults]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "\u202eTryg", "invisible-character"),
        ("name", "Tryg\r\nBcc: x", "invisible-character"),
        ("name", "Tryg\u200b", "invisible-character"),
        ("name", "   ", "too-short"),
        ("name", "🙂", "no-letter-or-digit"),
        ("name", "…", "no-letter-or-digit"),
        ("hours", "\u200b", "invisible-character"),
        ("hours", "9–16\n17–18", "invisible-character"),
        ("email", "x@localhost", "not-an-email-address"),
        ("email", "x@\u202eexample.org", "invisible-character"),
        ("phone", "javascript:alert(1)", "phone-malformed"),
        ("phone", "+45 70 11 22 33\u200b", "invisible-character"),
        ("phone", "----", "phone-malformed"),
        ("phone", "٧٠١١٢٢٣٣", "phone-malformed"),
        ("country", "XX", "country-unknown"),
        ("country", "ZZ", "country-unknown"),
        ("country", "dk", "not-a-country"),
    ],
)
def test_what_people_cannot_read_or_reach_is_a_fault(field: str, value: str, code: str) -> None:
    assert faults_of(field, value) == [(f"/{field}", code)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Tryg Forsikring A/S"),
        ("name", "3F"),
        ("name", "Łódź & Søn, 2. tv"),
        ("hours", ""),
        ("hours", "09:00–16:00"),
        ("email", "help@example.org"),
        ("phone", "112"),
        ("phone", "+45 70 11 22 33"),
        ("phone", "(+47) 22.33.44/55"),
        ("country", "DK"),
        ("country", "GL"),
    ],
)
def test_what_people_write_is_kept(field: str, value: str) -> None:
    assert getattr(parse(EveryText, {field: value}), field) == value


def test_there_are_as_many_countries_as_iso_has_assigned() -> None:
    assert len(ASSIGNED) == 249
