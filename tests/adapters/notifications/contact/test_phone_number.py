from __future__ import annotations

import pytest

from helsebro.errors import BadInput
from helsebro_aws.notifications.contact.phone_number import international, phone_faults


@pytest.mark.parametrize(
    "text, country, stored",
    [
        ("20 30 40 50", "DK", "+4520304050"),
        ("+45 20304050", "NO", "+4520304050"),
        ("0045 20 30 40 50", "DK", "+4520304050"),
        ("406 12 233", "NO", "+4740612233"),
        ("+47 406 12 233", "DK", "+4740612233"),
        ("+46 70 123 45 67", "DK", "+46701234567"),
    ],
)
def test_a_number_is_stored_with_its_country_code(text: str, country: str, stored: str) -> None:
    assert international(text, country) == stored


@pytest.mark.parametrize(
    "text, country, code",
    [
        ("()()()", "DK", "phone-malformed"),
        ("+45", "DK", "phone-malformed"),
        ("1234", "DK", "phone-malformed"),
        ("20304050 ext 7", "DK", "phone-malformed"),
        ("0800-FLOWERS", "DK", "phone-malformed"),
        ("２０３０４０５０", "DK", "phone-malformed"),
        ("20304050\u200b", "DK", "phone-malformed"),
        ("+999 20304050", "DK", "phone-malformed"),
        ("22 12 34 56", "NO", "phone-without-sms"),
        ("90 12 34 56", "DK", "phone-without-sms"),
        ("80 10 20 30", "DK", "phone-without-sms"),
        ("829 12 345", "NO", "phone-without-sms"),
    ],
)
def test_a_text_that_receives_no_sms_is_a_fault(text: str, country: str, code: str) -> None:
    with pytest.raises(BadInput) as refusal:
        international(text, country)
    (fault,) = refusal.value.faults
    assert (fault.pointer, fault.code) == ("/phone", code)


@pytest.mark.parametrize(
    "text, codes",
    [
        ("20 30 40 50", []),
        ("406 12 233", []),
        ("()()()", ["phone-malformed"]),
        ("+47 22 12 34 56", ["phone-without-sms"]),
        (None, []),
        (20304050, []),
    ],
)
def test_before_the_country_is_known_a_number_of_either_country_will_do(
    text: object, codes: list[str]
) -> None:
    assert [fault.code for fault in phone_faults(text)] == codes
