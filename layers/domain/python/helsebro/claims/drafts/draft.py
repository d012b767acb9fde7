"""Draft (kladde): a claim report that its author has begun and not sent.

It is the author's own, also when it is about a child, and is erased 30 days after its last change.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from helsebro.errors import VersionStale
from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.ids import ClaimId, DraftId, PersonId
from helsebro.local_day import zone
from helsebro.policies.insured import Insured

KEPT = timedelta(days=30)
"""How long a draft is kept after its last change."""
MARKED = timedelta(hours=24)
"""How long we remember that a draft was sent: as long as a repeat of the call gets the first answer."""
MOST_BYTES = 20_000
"""The most that a draft may hold: five times the longest description, and all the facts."""


@dataclass(frozen=True)
class ReportDraft:
    """What is known of a draft without its text, which is stored encrypted beside it.

    ``person_id`` is whom the author named in it, None for the author. ``kept_until`` is when it is erased.
    ``sent_as`` is the claim that it became; then its text is erased already.
    """

    draft_id: DraftId
    author: PersonId
    person_id: PersonId | None
    changed_at: datetime
    kept_until: datetime
    version: int = 1
    sent_as: ClaimId | None = None

    def is_kept(self, at: datetime) -> bool:
        """Returns whether it is still there to read: the table may hold an expired item for days."""
        return self.sent_as is None and at < self.kept_until

    def must_be(self, version: int) -> None:
        """Raises ``VersionStale`` unless this is its version."""
        if version != self.version:
            raise VersionStale()

    def rewritten(self, person_id: PersonId | None, about: Insured, at: datetime) -> ReportDraft:
        """Returns the draft after a change; its 30 days begin anew."""
        until, following = end_of_draft(self.author, about, at), self.version + 1
        return replace(self, person_id=person_id, changed_at=at, kept_until=until, version=following)

    def sent(self, claim_id: ClaimId, at: datetime) -> ReportDraft:
        """Returns the mark that it has become a claim."""
        return replace(self, sent_as=claim_id, kept_until=at + MARKED, version=self.version + 1)


def begun(
    draft_id: DraftId, author: PersonId, person_id: PersonId | None, about: Insured, at: datetime
) -> ReportDraft:
    """Returns a new draft; ``about`` is the person that it is about, as they are enrolled."""
    return ReportDraft(draft_id, author, person_id, at, end_of_draft(author, about, at))


def end_of_draft(author: PersonId, about: Insured, at: datetime) -> datetime:
    """Returns when a draft that is changed now is erased.

    It is after 30 days, and a guardian's already when the child turns 15, at local midnight (F4-20).
    """
    after_its_days = at + KEPT
    if about.relation != "child" or about.person_id == author:
        return after_its_days
    birthday = _midnight(fifteenth_birthday(about.born_on), about.country)
    return min(after_its_days, birthday) if at < birthday else after_its_days


def _midnight(day: date, country: str) -> datetime:
    return datetime.combine(day, time(), zone(country))
