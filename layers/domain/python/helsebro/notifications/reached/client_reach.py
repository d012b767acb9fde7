"""Client reach: how a clinic reaches the client of a case, or who decides for the client (F1-10, F4-20)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from helsebro.notifications.contact_record import ContactRecord, Language

ReachOf = Literal["client", "guardian"]


@dataclass(frozen=True)
class ClientReach:
    """``of`` says whose addresses and language these are; an address that is not known is None."""

    of: ReachOf
    phone: str | None
    email: str | None
    language: Language


def reach_of_client(record: ContactRecord) -> ClientReach:
    """Returns how a client who decides alone is reached."""
    return ClientReach("client", record.phone, record.email, record.language)


def reach_of_child(guardians: Iterable[ContactRecord], child: ContactRecord) -> ClientReach:
    """Returns how a child under 15 is reached: by the first guardian with a phone number.

    Where no guardian has one it is the number of the child, if that has one.
    """
    known = tuple(guardians)
    called = next((record for record in known if record.phone), None)
    if called is None and child.phone:
        return reach_of_client(child)
    record = called or next(iter(known), None)
    if record is None:
        return ClientReach("guardian", None, None, child.language)
    return ClientReach("guardian", record.phone, record.email, record.language)
