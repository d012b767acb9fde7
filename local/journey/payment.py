"""Chapter of payment: two people of a payer's finance pay by a file, and the small bank answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from local.bank.received_file import ReceivedFile, received
from local.demo import login
from local.demo.http_client import client
from local.journey.people import User, Users
from local.journey.steps import until

FILES, REPORTS = "/v1/payment-files", "/v1/bank-reports"
PAY_FROM: Mapping[str, str] = {
    "name": "Tryg Forsikring A/S",
    "kind": "account-dk",
    "registrationNumber": "0040",
    "accountNumber": "0440116243",
    "bic": "NDEADKKKXXX",
}


def person(users: Users, sub: str, email: str) -> User:
    """Returns a person of the payer's finance, who has just logged in."""
    stack, sub = users.stack, f"{users.payer}-{sub}"
    claims = {"roles": ["finance"], "payer": users.payer, "email": email}
    login.make_user(stack.staff_issuer, sub, claims)
    return User.logged_in(stack, partial(login.token, stack.staff_issuer, stack.staff_client_id, sub))


def people(users: Users) -> tuple[User, User]:
    """Returns who drafts payment files, and who releases them."""
    return (
        person(users, "finance-a", "birthe@example.org"),
        person(users, "finance-b", "carlo@example.org"),
    )


def pays_from(users: Users, confirms: User, own: Mapping[str, str] = PAY_FROM) -> None:
    """Sets the account of its own that the payer pays from; a person of finance confirms it."""
    account = f"/v1/payers/{users.payer}/account"
    set_to = users.staff("platform", of_payer=False).put(account, dict(own))
    assert set_to.status_code == 200, set_to.text
    if "waiting" in set_to.json():
        answer = confirms.post(f"{account}/confirm", {}, **{"If-Match": set_to.headers["etag"]})
        assert answer.status_code == 200, answer.text


def payable_of(finance: User, named: dict[str, str], status: str) -> dict[str, Any] | None:
    """Returns the payable of that status with these ids; None when there is none."""
    found = finance.get(f"/v1/payments?status={status}&limit=100").json()["items"]
    return next((each for each in found if named.items() <= each.items()), None)


@dataclass(frozen=True)
class PlayedPayment:
    """A payment file that the bank has; ``file`` is what it orders."""

    drafts: User
    path: str
    file: ReceivedFile

    @classmethod
    def of(cls, users: Users, *named: dict[str, str], own: Mapping[str, str] = PAY_FROM) -> PlayedPayment:
        """Pays the payables with these ids by a file, released by a second person and sent to the bank.

        ``own`` is the account that the payer pays from.
        """
        drafts, releases = people(users)
        pays_from(users, drafts, own)
        wanted = [
            until("an approved payable", partial(payable_of, drafts, ids, "approved"), 90)["payableId"]
            for ids in named
        ]
        begun = drafts.post(FILES, {"payableIds": wanted})
        assert begun.status_code == 202, begun.text
        path = f"{FILES}/{begun.json()['fileId']}"
        until("a drafted file", partial(_shown, drafts, path, "draftedAt"), 90)
        etag = drafts.get(path).headers["etag"]
        answer = releases.post(f"{path}/release", {}, **{"If-Match": etag})
        assert answer.status_code == 200, answer.text
        until("a written file", partial(_shown, drafts, path, "writtenAt"), 90)
        link = releases.get(f"{path}/content").headers["location"]
        file = received(client().get(link, timeout=60).content)
        assert drafts.post(f"{path}/sent", {}).status_code == 200
        return cls(drafts, path, file)

    def says(self, content: bytes) -> dict[str, Any]:
        """Sends what the bank says, and returns the report once it is applied."""
        answer = self.drafts.post_xml(REPORTS, content)
        assert answer.status_code == 202, answer.text
        return until("an applied report", partial(self._applied, answer.json()["reportId"]), 90)

    def shown(self) -> dict[str, Any]:
        """Returns the payment file as finance sees it."""
        return dict(self.drafts.get(self.path).json())

    def _applied(self, report_id: str) -> dict[str, Any] | None:
        shown = dict(self.drafts.get(f"{REPORTS}/{report_id}").json())
        return shown if shown["state"] == "applied" else None


def _shown(finance: User, path: str, name: str) -> dict[str, Any] | None:
    shown = dict(finance.get(path).json())
    return shown if name in shown else None
