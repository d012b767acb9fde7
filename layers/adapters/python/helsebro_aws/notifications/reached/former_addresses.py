"""Former addresses: where a person was reached in the last weeks, beside today's addresses (promise 28)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import ContactRecord
from helsebro_aws.notifications.reached.reached_person import reached_person


def formerly(to: Addressee, replaced: Iterable[ContactRecord]) -> list[Addressee]:
    """Returns a person at the e-mail addresses and phone numbers that were ``replaced``, each once."""
    told, found = set(to.addresses.values()), []
    for place, record in enumerate(replaced, 1):
        addresses: dict[Channel, str] = {
            channel: address
            for channel, address in reached_person(record).addresses.items()
            if channel in ("email", "sms") and address not in told
        }
        told |= set(addresses.values())
        if addresses:
            found.append(replace(to, recipient=f"{to.recipient}#{place}", addresses=addresses))
    return found
