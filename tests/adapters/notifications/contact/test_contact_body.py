from __future__ import annotations

from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord, PostalAddress
from helsebro_aws.http.bodies import parse
from helsebro_aws.notifications.contact.contact_body import NewOwnContactShape, NewPersonContactShape

BEFORE = ContactRecord(PersonId("per_a2zt5pxlrqsc3dmkow7vyb4g"))
HOME = {
    "name": "Anna Holm",
    "street": "Havnegade 1",
    "postcode": "8000",
    "city": "Aarhus C",
    "country": "DK",
}


def faults_of(body: Any, shape: type[NewOwnContactShape] = NewOwnContactShape) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refusal:
        parse(shape, body)
    return [(fault.pointer, fault.code) for fault in refusal.value.faults]


def test_a_contact_becomes_a_record_in_the_language_of_the_country() -> None:
    body = parse(NewOwnContactShape, {"email": "anna@home.example", "phone": "20 30 40 50", "address": HOME})
    record = body.entered(BEFORE, "DK")
    assert (record.email, record.phone, record.language) == ("anna@home.example", "+4520304050", "da")
    assert record.address == PostalAddress("Anna Holm", "Havnegade 1", "8000", "Aarhus C", "DK")
    assert parse(NewOwnContactShape, {"phone": "+4740612233"}).entered(BEFORE, "NO").language == "nb"
    assert parse(NewOwnContactShape, {"phone": "+4740612233"}).entered(BEFORE, "SE").language == "en"


@pytest.mark.parametrize(
    "email, code",
    [
        ("anna", "not-an-email-address"),
        ("anna@home", "not-an-email-address"),
        ("anna@home.example,eve@evil.example", "not-an-email-address"),
        ("Eve<eve@evil.example>", "not-an-email-address"),
        ("anna@home.example\r\nBcc:eve@evil.example", "not-an-email-address"),
        ("an\u200bna@home.example", "invisible-character"),
        ("anna@ho\u00adme.example", "invisible-character"),
        ("anna@\u202eelpmaxe.emoh", "invisible-character"),
    ],
)
def test_an_address_that_no_mail_reaches_is_a_fault(email: str, code: str) -> None:
    assert faults_of({"email": email}) == [("/email", code)]


@pytest.mark.parametrize(
    "change, fault",
    [
        ({"postcode": "9999"}, ("/address/postcode", "postcode-unknown")),
        ({"postcode": "80 00"}, ("/address/postcode", "postcode-unknown")),
        ({"country": "NO", "postcode": "9999"}, ("/address/postcode", "postcode-unknown")),
        ({"street": "   "}, ("/address/street", "too-short")),
        ({"city": "Aarhus\u200b"}, ("/address/city", "invisible-character")),
        ({"country": "XX"}, ("/address/country", "country-unknown")),
        ({"name": "🙂"}, ("/address/name", "no-letter-or-digit")),
        ({"country": "Danmark"}, ("/address/country", "not-a-country")),
        ({"name": ""}, ("/address/name", "too-short")),
    ],
)
def test_a_postal_address_that_no_letter_reaches_is_a_fault(
    change: dict[str, str], fault: tuple[str, str]
) -> None:
    assert faults_of({"address": {**HOME, **change}}) == [fault]


@pytest.mark.parametrize("country, postcode", [("SE", "111 22"), ("DE", "10115"), ("NO", "0150")])
def test_a_foreign_postcode_is_free(country: str, postcode: str) -> None:
    parse(NewOwnContactShape, {"address": {**HOME, "country": country, "postcode": postcode}})


def test_all_faults_are_reported_at_once() -> None:
    body = {
        "email": "anna",
        "phone": "()()()",
        "address": {**HOME, "postcode": "9999"},
        "language": "sv",
        "emailState": "ok",
    }
    assert set(faults_of(body)) == {
        ("/email", "not-an-email-address"),
        ("/phone", "phone-malformed"),
        ("/address/postcode", "postcode-unknown"),
        ("/language", "unknown-value"),
        ("/emailState", "unknown-field"),
    }


def test_a_contact_needs_one_way_to_reach_the_person() -> None:
    assert faults_of({"language": "da"}) == [("", "contact-empty")]


def test_a_person_without_a_login_needs_a_postal_address() -> None:
    body = {"phone": "20 30 40 50", "hasLogin": False}
    assert faults_of(body, NewPersonContactShape) == [("/address", "address-missing")]
    entered = parse(NewPersonContactShape, {"address": HOME, "hasLogin": False}).entered(BEFORE, "DK")
    assert not entered.has_login


def test_a_person_who_enters_a_contact_has_a_login() -> None:
    assert faults_of({"phone": "20 30 40 50", "hasLogin": False}) == [("/hasLogin", "unknown-field")]
    assert parse(NewOwnContactShape, {"phone": "20 30 40 50"}).entered(BEFORE, "DK").has_login


def test_the_text_of_a_body_shows_no_address() -> None:
    body = parse(NewOwnContactShape, {"email": "anna@home.example", "phone": "20 30 40 50", "address": HOME})
    for part in ("anna@home", "20 30", "Havnegade", "Anna Holm"):
        assert part not in repr(body)
