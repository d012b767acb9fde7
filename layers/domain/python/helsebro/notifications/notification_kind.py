"""Notification kind: what is sent when, to whom, on which channels, and whether it may be turned off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from helsebro.events import has_values
from helsebro.notifications.channel import Choice

Recipient = Literal[
    "member",
    "holder",
    "deciders",
    "policyholder",
    "staff",
    "clinic",
    "signatory",
    "invited",
    "former-address",
    "person",
]
ReaderKind = Literal["person", "company", "colleague"]
"""How a text addresses its recipient; Danish and Norwegian have a plural for a company."""
READERS: tuple[ReaderKind, ...] = get_args(ReaderKind)


@dataclass(frozen=True)
class Occasion:
    """An event on which a notification is sent; ``only`` names fields of its data with their values."""

    event: str
    only: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def fits(self, event_type: str, data: Mapping[str, Any]) -> bool:
        """Whether the event is this occasion."""
        return event_type == self.event and has_values(data, self.only)


@dataclass(frozen=True)
class NotificationKind:
    """One kind of notification; its texts are in ``helsebro_aws/notifications/templates/<kind>.json``.

    ``may_be_off`` says that the person may turn it off; the law asks for the others. ``choice`` is what holds
    until the person chooses. ``variables`` are the names that its texts may use beside those of every text.
    ``is_evidence`` keeps a proof of sending (R-1402). A ``member`` is one reader of a case; ``deciders`` are
    all who decide in it: the person, or every guardian of a child. A ``holder`` wrote under a mandate.
    """

    kind: str
    recipient: Recipient
    occasions: tuple[Occasion, ...]
    choice: Choice = field(default_factory=Choice)
    may_be_off: bool = False
    variables: frozenset[str] = frozenset()
    is_evidence: bool = False


def reader_of(recipient: Recipient, case_id: str) -> ReaderKind:
    """Returns who reads a message; the former address of a policy is that of its policyholder."""
    if recipient == "staff":
        return "colleague"
    is_former_of_company = recipient == "former-address" and case_id.startswith("pol_")
    return "company" if recipient in ("policyholder", "clinic") or is_former_of_company else "person"
