"""Client here: the client of a guarantee as one clinic has them: to be treated there, or treated before.

A clinic has a client as long as the guarantee is for it, and as long as a session is booked there or was held
or missed: it must answer for that, whoever treats the client now (F1-19).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, get_args

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consenting.passing_on import passes_on
from helsebro.errors import BadInput, Fault, NotAllowed
from helsebro.guarantees.client_match import ClientMatch
from helsebro.guarantees.guarantee import Guarantee, GuaranteeStatus
from helsebro.guarantees.standing_session import StandingSession
from helsebro.ids import PractitionerId
from helsebro.local_day import local_day
from helsebro.network.treating_place import TreatingPlace

ClientStatus = Literal[GuaranteeStatus, "ended"]
CLIENT_STATUSES: tuple[ClientStatus, ...] = get_args(ClientStatus)


class NotTreatedHere(NotAllowed):
    """The client, whom the clinic may see, is not treated there now: it reports nothing on the course."""

    code = "client-not-treated-here"


@dataclass(frozen=True)
class ClientHere:
    """``sessions`` are the standing ones that the caller has; none need be read of who ``is_bound`` here."""

    guarantee: Guarantee
    caller: Caller
    sessions: tuple[StandingSession, ...] = ()

    @property
    def is_bound(self) -> bool:
        """Whether the guarantee is for the caller's clinic, and is of a client of the caller's."""
        return self.caller.treats_at(self.guarantee.clinic_id, self.guarantee.practitioner_id)

    @property
    def is_seen(self) -> bool:
        """Whether the client is one of the caller's, now or before."""
        return self.is_bound or bool(self.sessions)

    @property
    def is_past(self) -> bool:
        """Whether the course here has ended: no session is to come, and the guarantee is for another place.

        So it has once the clinic declined the client. Where the guarantee is for no one, since the
        practitioner left, the course goes on until it is for someone else.
        """
        if self.is_bound or any(session.is_to_come for session in self.sessions):
            return False
        is_free = self.guarantee.clinic_id is None and bool(self.sessions)
        return not is_free or self._own_match("declined") is not None

    @property
    def is_to_report(self) -> bool:
        """Whether the caller may report on the course as a whole: no other place has it."""
        is_free = self.guarantee.clinic_id is None and self.is_seen
        return self.is_bound or (is_free and not self.is_past)

    @property
    def counted(self) -> Guarantee:
        """The guarantee with the sessions that the caller may count: of a past client only those here."""
        if not self.is_past:
            return self.guarantee
        stands = Counter(session.status for session in self.sessions)
        held = stands["held"]
        return replace(self.guarantee, sessions_booked=stands["booked"] + held, sessions_used=held)

    @property
    def sessions_left(self) -> int:
        """How many sessions may still be booked or held here; none once the course has ended."""
        is_over = self.is_past or self.guarantee.course_ended_at
        return 0 if is_over else self.guarantee.sessions_left

    @property
    def place(self) -> TreatingPlace | None:
        """Where the client is treated, as the caller may know it; None once it is elsewhere."""
        bound, own = self.guarantee.clinic_id, self.caller.clinic_id
        if bound == own:
            return own, self.guarantee.practitioner_id
        return None if self.is_past else (own, self.treated_by)

    @property
    def treated_by(self) -> PractitionerId | None:
        """The practitioner here: of the guarantee, else of the next session, else of the last one."""
        if self.is_bound or not self.sessions:
            return self.guarantee.practitioner_id if self.is_bound else None
        by_day = sorted(self.sessions, key=lambda session: session.starts_at)
        coming = [session for session in by_day if session.is_to_come]
        return (coming[0] if coming else by_day[-1]).practitioner_id

    @property
    def match(self) -> ClientMatch | None:
        """The match with the caller's clinic, while the course here goes on."""
        return None if self.is_past else self._own_match("matched") or self._own_match("ended")

    def status_on(self, day: date) -> ClientStatus:
        """Returns the status of the guarantee on a day; ``ended`` once the course here has ended."""
        return "ended" if self.is_past else self.guarantee.status_on(day)

    def shows_client(self, claim: Claim, at: datetime) -> bool:
        """Returns whether the caller reads who the client is: matched to treat them, and with a consent."""
        known = self.guarantee
        in_force = known.status == "active" and local_day(at, known.country) <= known.last_day
        return self.match is not None and in_force and passes_on(claim, self.caller.clinic_id)

    def _own_match(self, status: str) -> ClientMatch | None:
        match = self.guarantee.match
        is_own = match is not None and match.clinic_id == self.caller.clinic_id and match.status == status
        if not is_own or (status == "matched" and not self.is_bound):
            return None
        return match


def client_status_named(name: str) -> ClientStatus:
    """Returns the status of that name. Raises ``BadInput`` (malformed) when there is none."""
    for status in CLIENT_STATUSES:
        if status == name:
            return status
    raise BadInput([Fault("/status", "guarantee-status-unknown", ", ".join(CLIENT_STATUSES))], malformed=True)
