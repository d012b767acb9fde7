"""Sender (afsender): the payer as its messages name it, and the portal that their links lead to."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.payer import Payer

PAGES = {"clm": "cases", "pol": "policies"}
"""The start of a case's id → the pages of the portal that show it."""


@dataclass(frozen=True)
class Sender:
    """``phone`` and ``email`` reach the people who answer questions, for members the health team (F4-02)."""

    name: str
    phone: str
    email: str
    portal_url: str

    @classmethod
    def of(cls, payer: Payer, portal_url: str) -> Sender:
        """Returns the sender for a payer."""
        return cls(payer.name, payer.contact.phone, payer.contact.email, portal_url)

    def link_to(self, case_id: str) -> str:
        """Returns the address of a case, behind a login; for anything else that of the portal (F4-42)."""
        portal = self.portal_url.rstrip("/")
        page = PAGES.get(case_id.partition("_")[0])
        return f"{portal}/{page}/{case_id}" if page else f"{portal}/"
