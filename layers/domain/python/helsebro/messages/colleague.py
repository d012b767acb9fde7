"""Colleague (kollega): a staff member of a payer who has worked in its inbox (F4-10)."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.caller import Caller, Right
from helsebro.messages.thread import WORKED_BY, InboxQueue


@dataclass(frozen=True)
class Colleague:
    """``roles`` are those with which they were last seen. No name and no address is kept."""

    subject: str
    roles: tuple[str, ...]

    @classmethod
    def of(cls, caller: Caller) -> Colleague:
        """Returns the caller as the colleagues know them."""
        return cls(caller.subject, tuple(sorted(right.value for right in caller.rights)))

    def works_on(self, queue: InboxQueue) -> bool:
        """Whether they read and answer the cases of a queue."""
        return bool({Right(role) for role in self.roles} & WORKED_BY[queue])
