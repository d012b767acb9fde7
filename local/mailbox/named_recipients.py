"""Named recipients: who the recipients of notifications are, as a person knows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helsebro_aws.platform.clock import real_now
from local.demo import people
from local.mailbox.emulator_items import EmulatorItems


@dataclass(frozen=True)
class NamedRecipient:
    """``about`` says who it is: a member, a policyholder, a payer's staff or a clinic."""

    recipient: str
    name: str
    about: str


class NamedRecipients:
    """Reads the names once, and again when a recipient is not among them."""

    def __init__(self, items: EmulatorItems) -> None:
        self.items = items
        self._known: dict[str, NamedRecipient] = {}

    def of(self, recipients: set[str]) -> dict[str, NamedRecipient]:
        """Returns these recipients by id; one without a name is called by its id."""
        if recipients - set(self._known):
            self._known = {each.recipient: each for each in self._read()}
        return {each: self._known.get(each, NamedRecipient(each, each, "")) for each in recipients}

    def _read(self) -> list[NamedRecipient]:
        about = _demo_members()
        found = [
            NamedRecipient(item["personId"], item["name"], about.get(item["name"], "member"))
            for item in self._stored("people", "INSURED#", "name")
        ]
        for item in self._stored("people", "POLICY", "policyholder"):
            holder = item["policyholder"]["name"]
            found.append(NamedRecipient(item["policyId"], holder, f"policyholder of {item['number']}"))
        for item in self._stored("people", "PAYER", "name"):
            found.append(NamedRecipient(item["slug"], item["name"], "staff of the payer"))
        for item in self._stored("network", "CLINIC", "name"):
            found.append(NamedRecipient(item["clinicId"], item["name"], "clinic"))
        return found

    def _stored(self, table: str, sort_keys: str, attribute: str) -> Iterator[dict[str, Any]]:
        """Yields the items that have the attribute; pointers to them have only keys."""
        return (item for item in self.items.stored(table, sort_keys) if attribute in item)


def _demo_members() -> dict[str, str]:
    """Returns name → with which name the person logs in, and who it is."""
    logins = people.logins(real_now().date())
    return {login.claims["name"]: f"{login.sub}, {login.about}" for login in logins if "name" in login.claims}
