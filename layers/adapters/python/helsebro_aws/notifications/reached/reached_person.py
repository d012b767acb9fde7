"""Where a person is reached: at the addresses of the contact record, by SMS at a number that receives one."""

from __future__ import annotations

from dataclasses import replace

from helsebro.errors import BadInput
from helsebro.notifications.addressee import Addressee
from helsebro.notifications.contact_record import ContactRecord


def reached_person(record: ContactRecord) -> Addressee:
    """Returns the person with the addresses of the record."""
    phone = international_or_none(record.phone, record.country) if record.phone else None
    return Addressee.of(replace(record, phone=phone))


def international_or_none(phone: str, country: str) -> str | None:
    """Returns the number as ``+4570112233``; None when it is none, or receives no SMS."""
    # Here, so that only who writes to someone with a phone loads the table of numbers.
    from helsebro_aws.notifications.contact.phone_number import international

    try:
        return international(phone, country)
    except BadInput:
        return None
