"""Personal consent: what a person lets us do in all cases, beside the consents of each case (Q31).

``general`` lets the staff of the person's insurers read the health papers of the person's cases, also in a
case whose own consent is not in force. ``network-contact`` is about contact on cover in the network: a no
stops these messages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, get_args

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.consent import one_year_on
from helsebro.claims.consenting.consent_state import ConsentState, after_no, state_on
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.errors import NotAllowed, NotFound
from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.ids import PersonId
from helsebro.local_day import local_day

PersonalKind = Literal["general", "network-contact"]
KINDS: tuple[PersonalKind, ...] = get_args(PersonalKind)


@dataclass(frozen=True)
class PersonalConsent:
    """A decision on one kind; earlier ones are kept.

    ``expires_on`` is the first day on which a given consent is no longer in force. ``text_version`` is the
    text that was decided on. ``version`` counts the decisions of the kind. ``evidence`` is there when staff
    recorded the decision for a person who cannot log in (F4-02).
    """

    person_id: PersonId
    kind: PersonalKind
    status: ConsentState = "undecided"
    decided_at: datetime | None = None
    expires_on: date | None = None
    text_version: str = ""
    country: str = "DK"
    version: int = 0
    evidence: DecisionEvidence | None = None

    @property
    def decided_by(self) -> PersonId:
        """Who decided: the person alone."""
        return self.person_id

    @property
    def made_at(self) -> datetime | None:
        """When the person decided, which for a recorded decision is before it was stored."""
        return self.evidence.at if self.evidence else self.decided_at

    def seen_on(self, day: date) -> PersonalConsent:
        """Returns it as of a local day: a given consent expires after its year (F4-13)."""
        return replace(self, status=state_on(day, self.status, self.expires_on))

    @property
    def is_refused(self) -> bool:
        """Whether the person said no, took a yes back, or let its year pass."""
        return self.status in ("refused", "withdrawn", "expired")

    def decided(
        self, given: bool, text_version: str, at: datetime, evidence: DecisionEvidence | None = None
    ) -> PersonalConsent:
        """Returns it after a yes or a no; the same one when that changes nothing.

        A yes on a later day, or to a newer text, renews the year, which begins with the ``evidence`` of a
        recorded one. A no after a yes is a withdrawal.
        """
        said_on = local_day(evidence.at if evidence else at, self.country)
        expires_on = one_year_on(said_on) if given else None
        state: ConsentState = "given" if given else after_no(self.status)
        renewed = (expires_on, text_version) if given else (self.expires_on, self.text_version)
        if (self.status, self.expires_on, self.text_version) == (state, *renewed):
            return self
        return self._changed(state, at, text_version, expires_on, evidence)

    def withdrawn(self, text_version: str, at: datetime) -> PersonalConsent:
        """Returns it after a withdrawal (F4-14); the same one when it was not in force."""
        return self._changed("withdrawn", at, text_version, None) if self.status == "given" else self

    def _changed(
        self,
        state: ConsentState,
        at: datetime,
        text_version: str,
        expires_on: date | None,
        evidence: DecisionEvidence | None = None,
    ) -> PersonalConsent:
        return replace(
            self,
            status=state,
            decided_at=at,
            text_version=text_version,
            expires_on=expires_on,
            version=self.version + 1,
            evidence=evidence,
        )


def kind_named(name: str) -> PersonalKind:
    """Returns the kind of this name. Raises ``NotFound``."""
    known = next((kind for kind in KINDS if kind == name), None)
    if known is None:
        raise NotFound()
    return known


def must_decide_alone(caller: Caller, at: datetime) -> None:
    """Raises ``NotAllowed`` for a child under 15, for whom a guardian decides in each case (F4-20)."""
    if caller.born_on and local_day(at, caller.country) < fifteenth_birthday(caller.born_on):
        raise NotAllowed("not-yours-to-decide")


def must_be_recorded_alone(claim: Claim, at: datetime) -> None:
    """Raises ``NotAllowed`` when the person of a case is such a child: staff record nothing either."""
    if claim.has_guardian(at):
        raise NotAllowed("not-yours-to-decide")
