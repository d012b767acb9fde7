"""Second look (andet blik): the decision that was drawn for a review, in the task of quality."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from helsebro.caller import StaffLogin
from helsebro.errors import NotAllowed
from helsebro.ids import TaskId

Drawn = Literal["approved", "denied"]
"""The outcomes that are looked at again; a question to the member decides nothing."""


class OwnDecision(NotAllowed):
    """Who made a decision does not take the second look at it."""

    code = "own-decision"


@dataclass(frozen=True)
class SecondLook:
    """The decision on the task ``task_id`` of the same claim.

    ``clause`` is the one that it rests on and ``product`` the terms that print it; it is empty where the
    engine was not asked. ``person`` is the subject of the login that decided, ``mailbox`` the keyed digest of
    its address; they are shown to no one, as is ``group``.
    """

    task_id: TaskId
    outcome: Drawn
    decided_at: datetime
    clause: str = ""
    product: str = ""
    group: str = ""
    person: str = field(default="", repr=False)
    mailbox: str = field(default="", repr=False)

    def must_be_taken_by(self, login: StaffLogin) -> None:
        """Raises ``OwnDecision`` for the person who decided, ``EmailMissing`` for a login without address."""
        login.must_name_an_address()
        if login.may_be(StaffLogin(self.person, self.mailbox)):
            raise OwnDecision()
