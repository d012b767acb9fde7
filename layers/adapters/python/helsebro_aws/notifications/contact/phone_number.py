"""Phone number of a person: read in its national form, stored as E.164, and able to receive an SMS.

Denmark has no number ranges of its own for mobile phones, so any ordinary Danish number is accepted.
"""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from helsebro.errors import BadInput, Fault

COUNTRIES = ("DK", "NO")
WRITTEN = re.compile(r"\+?[0-9][0-9 ()./-]{1,38}[0-9]")
"""What a person writes. The library alone also reads letters, extensions and digits of other scripts."""
TAKE_SMS = frozenset({PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE})
POINTER = "/phone"


def international(text: str, country: str) -> str:
    """Returns ``+4520304050`` for ``20 30 40 50`` in Denmark.

    ``country`` is where a number without a country code is from. Raises ``BadInput`` for a text that is no
    phone number, and for a number that receives no SMS.
    """
    number = _number(text, country)
    if number is None:
        raise BadInput([Fault(POINTER, "phone-malformed", "")])
    if phonenumbers.number_type(number) not in TAKE_SMS:
        raise BadInput([Fault(POINTER, "phone-without-sms", "")])
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def phone_faults(text: object) -> list[Fault]:
    """Returns the fault of a text that is in no country of ours a number that receives an SMS.

    A body is checked by this before the person's country is known, together with its other fields.
    """
    if not isinstance(text, str):
        return []
    faults: list[Fault] = []
    for country in COUNTRIES:
        try:
            international(text, country)
        except BadInput as refusal:
            faults += refusal.faults
        else:
            return []
    # A number that exists in one country is not called malformed because it does not exist in the other.
    return [max(faults, key=lambda fault: fault.code == "phone-without-sms")]


def _number(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    if not WRITTEN.fullmatch(text):
        return None
    try:
        number = phonenumbers.parse(text, country)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None
