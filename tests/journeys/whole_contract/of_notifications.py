"""Calls with success about contacts, notifications and letters of the person whose claim was played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from local.demo.code_flow import claims_of
from local.demo.http_client import client
from local.journey.people import User, Users
from local.journey.steps import until

HOME = {"name": "Anna Lund", "street": "Havnegade 1", "postcode": "8000", "city": "Aarhus C", "country": "DK"}
BOOKED = "session-booked"


@dataclass(frozen=True)
class OfNotifications:
    """``member`` is the person of the claim, logged in for long; ``users`` log in anew."""

    users: Users
    member: User
    claim_id: str
    policy_id: str
    mailbox_url: str

    def play(self) -> Iterator[httpx.Response]:
        """Yields each answer."""
        yield from self._of_contacts()
        yield from self._of_choices()
        yield from self._of_letters()

    def _of_contacts(self) -> Iterator[httpx.Response]:
        member, underwriting = self.users.member(claims_of(self.member.token)["dk.cpr"]), "underwriting"
        yield from _changed(member, "/v1/me/contact", {"email": "asta@example.org", "phone": "20304050"})
        policy = f"/v1/policies/{self.policy_id}/contact"
        yield from _changed(self.users.staff(underwriting), policy, {"email": "hr@example.org"})

    def _of_letters(self) -> Iterator[httpx.Response]:
        """A person without a login gets a letter with the guarantee."""
        caseworker = self.users.staff("caseworker")
        person_id = self.member.get("/v1/me").json()["person"]["personId"]
        yield caseworker.post("/v1/people/search", {"caseNumber": self.claim_id})
        contact = f"/v1/people/{person_id}/contact"
        yield from _changed(caseworker, contact, {"address": HOME, "hasLogin": False})
        sent = f"/v1/claims/{self.claim_id}/notifications"
        listed = caseworker.get(f"{sent}?limit=100")
        yield listed
        issued = next(each for each in listed.json()["items"] if each["kind"] == "guarantee-issued")
        yield caseworker.post(f"{sent}/{issued['notificationId']}/resend", {"channel": "letter"})

        def queued() -> dict[str, Any] | None:
            items = caseworker.get("/v1/letters?state=queued&limit=100").json()["items"]
            return next((each for each in items if each["caseId"] == self.claim_id), None)

        letter = until("the letter", queued)
        of_letter = f"/v1/letters/{letter['letterId']}"
        yield caseworker.get(f"{of_letter}/pdf")
        yield caseworker.get(f"{of_letter}/enclosure")
        yield caseworker.post(
            f"{of_letter}/state", {"state": "printed"}, **{"If-Match": f'"{letter["version"]}"'}
        )

    def _of_choices(self) -> Iterator[httpx.Response]:
        channels = {"email": True, "sms": True, "letter": False, "digitalPost": False}
        yield from _changed(self.member, "/v1/me/notifications", {"kinds": {BOOKED: channels}})
        in_mailbox = f"{self.mailbox_url}/messages.json?caseId={self.claim_id}&kind={BOOKED}&limit=100"

        def sent() -> str | None:
            items = client().get(in_mailbox, timeout=60).json()["items"]
            return next((each["text"] for each in items if "text" in each), None)

        [link] = re.findall(r"/v1/unsubscribe\?token=[\w-]+", until("the mail about the session", sent))
        yield self.member.get(link)
        yield self.member.post(link, None)


def _changed(user: User, path: str, body: dict[str, Any]) -> Iterator[httpx.Response]:
    """Yields the answers of reading a thing and of replacing the version that was read."""
    read = user.get(path)
    yield read
    yield user.put(path, body, **{"If-Match": read.headers["ETag"]})
