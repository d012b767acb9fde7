"""Payee: an account that a clinic may be paid to, once two people have agreed and a waiting period is over.

Whoever gets hold of a login must not be paid at once: one of the two people is the clinic's signatory and the
other of our network team, the clinic is told by mail, and it has days to object before the first payment
(promise 28).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from helsebro.errors import Conflict, NotAllowed
from helsebro.ids import ClinicId, PayeeId
from helsebro.payments.payee_account import PayeeAccount

WAITING_PERIOD = timedelta(days=3)
"""From the approval to the first payment. A clinic's first account waits too: it is as good a target."""

PayeeStatus = Literal["registered", "waiting", "in-force", "rejected", "ended"]


class ApprovedByItsAuthor(NotAllowed):
    """Who registered an account does not approve it: it takes the clinic's signatory and our network team."""

    code = "payee-approved-by-its-author"


class PayeeDecided(Conflict):
    """The account is approved, rejected or ended already."""

    code = "payee-decided"


@dataclass(frozen=True)
class Payee:
    """``registered_by`` and ``approved_by`` are the subjects of callers, which name no one.

    ``in_force_from`` is set by the approval. ``is_by_network``: our network team registered it for the clinic
    and its signatory approves it; the team approves what the signatory registered. ``rejected_because`` is
    what the team tells the clinic about an account that it turned down.
    """

    payee_id: PayeeId
    clinic_id: ClinicId
    account: PayeeAccount
    registered_at: datetime
    registered_by: str = field(repr=False)
    approved_at: datetime | None = None
    approved_by: str | None = field(default=None, repr=False)
    in_force_from: datetime | None = None
    rejected_at: datetime | None = None
    ended_at: datetime | None = None
    is_by_network: bool = False
    rejected_because: str | None = field(default=None, repr=False)

    @property
    def is_open(self) -> bool:
        """Whether it is neither rejected nor ended."""
        return self.rejected_at is None and self.ended_at is None

    def status_on(self, at: datetime) -> PayeeStatus:
        """Returns its status; ``waiting`` becomes ``in-force`` by time alone."""
        if self.ended_at:
            return "ended"
        if self.rejected_at:
            return "rejected"
        if self.in_force_from is None:
            return "registered"
        return "in-force" if self.in_force_from <= at else "waiting"

    def is_in_force(self, at: datetime) -> bool:
        """Whether it may be paid at that time."""
        return self.status_on(at) == "in-force"

    def approved(self, by: str, at: datetime, *, by_network: bool) -> Payee:
        """Returns the payee after a person of the other side, the clinic or our network team, approved it.

        Raises ``ApprovedByItsAuthor``, ``PayeeDecided``.
        """
        if self.status_on(at) != "registered":
            raise PayeeDecided()
        if by == self.registered_by or by_network == self.is_by_network:
            raise ApprovedByItsAuthor()
        return replace(self, approved_at=at, approved_by=by, in_force_from=at + WAITING_PERIOD)

    def rejected(self, at: datetime, reason: str | None = None) -> Payee:
        """Returns the payee after it was turned down before its first payment. Raises ``PayeeDecided``."""
        if self.status_on(at) not in ("registered", "waiting"):
            raise PayeeDecided()
        return replace(self, rejected_at=at, rejected_because=reason)

    def ended(self, at: datetime) -> Payee:
        """Returns the payee, to which nothing more is paid; one that is ended or rejected stays as it is."""
        return replace(self, ended_at=at) if self.is_open else self
