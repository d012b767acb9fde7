"""Colleague (kollega): a staff member of a payer who has worked in its inbox (F4-10)."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.caller import Caller, Right
from helsebro.messages.thread import WORKED_BY, InboxQueue


@dataclass(frozen=True)
class Colleague:
    """``roles`` and ``email`` are those with which they were last seen; no name is kept.

    ``email`` is None where the login names none: then mails about their cases go to the shared address.
    """

    subject: str
    roles: tuple[str, ...]
    email: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, caller: Caller) -> Colleague:
        """Returns the caller as the colleagues know them."""
        roles = tuple(sorted(right.value for right in caller.rights))
        return cls(caller.subject, roles, caller.email or None)

    def works_on(self, queue: InboxQueue) -> bool:
        """Whether they read and answer the cases of a queue."""
        return bool({Right(role) for role in self.roles} & WORKED_BY[queue])
