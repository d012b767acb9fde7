"""Sender (afsender): the payer as its messages name it, and the portal that their links lead to."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.notifications.notification import Notification
from helsebro.notifications.notification_kind import Recipient
from helsebro.payer import Payer
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.notifications.letters.carrying_payers import CarryingPayers
from helsebro_aws.platform.settings import Settings, settings

PAGES = {
    "clm": "cases",
    "pol": "policies",
    "cli": "clinics",
    "prc": "practitioners",
    "per": "people",
    "enq": "enquiries",
}
"""The start of a case's id → the pages of the portal that show it."""
STAFF, OWN_SETTINGS = "staff", "notifications"
"""The part of the portal where staff log in, and the page where people change how they are reached."""
OF_THE_FAMILY = (
    "hand-over-near",
    "of-age-near",
    "handed-over",
    "of-age",
    "guardian-changed",
    "other-guardian-decided",
)
"""The kinds about guardians and the 15th birthday, which lead to the family with its cases and mandates."""
OWN_CONSENTS = ("general-consent-expiring", "contact-consent-expiring")
"""The kinds about the consents that belong to no case, which lead to where a person renews them."""
OWN_PAGES = {
    "message-arrived": "messages",
    **dict.fromkeys(OF_THE_FAMILY, "family"),
    **dict.fromkeys(OWN_CONSENTS, "consents"),
    "account-changed": "account",
}
"""The kinds about a person alone that lead to another page of that person."""
WITHOUT_CASE = {"mandate-ended": "family"}
"""The kinds about a case that their reader sees no more, and the own page that they lead to."""


@dataclass(frozen=True)
class Sender:
    """``phone`` and ``email`` reach the people who answer questions, for members the health team (F4-02).

    ``address`` is where they get letters, empty when they get none.
    """

    name: str
    phone: str
    email: str
    portal_url: str
    address: str = ""

    @classmethod
    def of(cls, payer: Payer, portal_url: str) -> Sender:
        """Returns the sender for a payer."""
        contact = payer.contact
        return cls(payer.name, contact.phone, contact.email, portal_url, contact.post_to)

    @classmethod
    def of_platform(cls, email: str, phone: str, portal_url: str) -> Sender:
        """Returns the sender of what no payer sends: messages to a clinic."""
        return cls("Helsebro", phone, email, portal_url)

    def link_to(self, case_id: str, recipient: Recipient, kind: str = "") -> str:
        """Returns the address of what a message is about, behind the login of its recipient (F4-42).

        A person's own page has no id in its address. What has no page leads to the start of the portal.
        """
        portal = self.portal_url.rstrip("/")
        start = case_id.partition("_")[0]
        if kind in WITHOUT_CASE:
            return f"{portal}/{WITHOUT_CASE[kind]}"
        if recipient == "staff":
            portal = f"{portal}/{STAFF}"
        elif start == "per":
            return f"{portal}/{OWN_PAGES.get(kind, OWN_SETTINGS)}"
        elif start == "enq":
            # The member's own messages have no id in their address.
            return f"{portal}/"
        page = PAGES.get(start)
        return f"{portal}/{page}/{case_id}" if page else f"{portal}/"


class Senders:
    """Reads the senders of notifications."""

    def __init__(self, on: Tables = tables, to: Settings = settings) -> None:
        self.carrying, self.settings = CarryingPayers(on), to

    def of(self, notification: Notification) -> Sender:
        """Returns the payer that sends it, or the platform for what no payer does. Raises ``NotFound``."""
        to, payer = self.settings, self.carrying.of(notification)
        if payer is None:
            return Sender.of_platform(to.support_email, to.support_phone, to.portal_url)
        return Sender.of(payer, to.portal_url)
