"""Case over: whether a case needs no consent any more, so that no one is asked to renew it (F4-13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day


def needs_no_consent(claim: Claim, guarantees: Sequence[Guarantee], at: datetime) -> bool:
    """Returns whether nothing is left to do with the consent at an instant.

    So it is of a case that is closed, or denied without new evidence, and of one whose guarantees have all
    ended. What is used up may still be extended.
    """
    if claim.status == "closed" or (claim.status == "denied" and not claim.has_news):
        return True
    day = local_day(at, claim.country)
    ended = [each.status_on(day) in ("expired", "revoked") or each.course_ended_at for each in guarantees]
    return claim.status == "approved" and bool(ended) and all(ended)
