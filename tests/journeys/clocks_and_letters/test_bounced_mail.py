"""A mail that comes back: its address is marked, and a letter goes instead, from the print queue on."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from local.demo.http_client import client
from local.journey import insurance
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey, until
from local.stack.stack import Stack
from tests.journeys.clocks_and_letters.mailbox import Mailbox, Message

KIND = "claim-received"
ADDRESS = {
    "name": "Asta Ærø",
    "street": "Havnegade 1",
    "postcode": "8000",
    "city": "Aarhus C",
    "country": "DK",
}


@dataclass(frozen=True)
class Reported:
    """A member with a postal address whose claim was received, and the mail that says so."""

    member: User
    caseworker: User
    mailbox: Mailbox
    mail: Message

    def letter(self) -> dict[str, Any] | None:
        """Returns the letter of the claim in the print queue; None when it is not there."""
        queued = self.caseworker.get("/v1/letters?state=queued").json()["items"]
        return next((letter for letter in queued if letter["caseId"] == self.mail["caseId"]), None)

    def move(self, letter: dict[str, Any], state: str) -> httpx.Response:
        """Reports what happened to the letter, which had this version."""
        tag = {"If-Match": f'"{letter["version"]}"'}
        return self.caseworker.post(f"/v1/letters/{letter['letterId']}/state", {"state": state}, **tag)

    def by_letter(self, claim_id: str) -> list[Message]:
        """Returns the letters about a claim."""
        sent = self.mailbox.sent(caseId=claim_id, kind=KIND)
        return [message for message in sent if message["channel"] == "letter"]


@pytest.fixture
def reported(running_stack: Stack) -> Reported:
    journey, users = Journey(lambda _: None), Users(StackAddresses.of(running_stack.addresses))
    member = insurance.insure(journey, users, insurance.open_payer(journey, users), new_cpr())
    contact = {"email": f"{secrets.token_hex(5)}@example.org", "address": ADDRESS}
    assert member.put("/v1/me/contact", contact, **{"If-Match": '"0"'}).status_code == 200
    claim_id, mailbox = insurance.report(journey, member), Mailbox.of(running_stack)
    [mail] = until("the mail", lambda: mailbox.sent(caseId=claim_id, kind=KIND))
    assert (mail["channel"], mail["address"]) == ("email", contact["email"])
    return Reported(member, users.staff("caseworker"), mailbox, mail)


def test_a_bounced_mail_marks_its_address_and_becomes_a_letter(reported: Reported) -> None:
    reported.mailbox.bounce(reported.mail)
    letter = until("the letter", reported.letter)
    assert reported.member.get("/v1/me/contact").json()["emailState"] == "bounced"

    [message] = until("the paper", lambda: reported.by_letter(reported.mail["caseId"]))
    assert (message["letterId"], message["insteadOf"]) == (
        letter["letterId"],
        reported.mail["notificationId"],
    )
    paper = reported.mailbox.letter(message)
    assert paper.startswith(b"%PDF")
    link = reported.caseworker.get(f"/v1/letters/{letter['letterId']}/pdf").headers["location"]
    assert client().get(link, timeout=60).content == paper

    printed = reported.move(letter, "printed")
    posted = reported.move(printed.json(), "posted")
    assert [answer.status_code for answer in (printed, posted)] == [200, 200]
    assert reported.move(posted.json(), "printed").status_code == 409
    assert reported.letter() is None
    assert [each["letter"] for each in reported.by_letter(reported.mail["caseId"])] == ["posted"]

    # Its address is known to fail, so the next message goes by letter at once.
    claim_id = insurance.report(Journey(lambda _: None), reported.member)
    until("the next letter", lambda: reported.by_letter(claim_id))
    assert [each["channel"] for each in reported.mailbox.messages(caseId=claim_id)] == ["letter"]
