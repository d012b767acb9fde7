"""Free sessions: what a refund may take of the guarantees that pay clinics."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId


def free_sessions(guarantees: Iterable[Guarantee]) -> dict[GuaranteeId, int]:
    """Returns the sessions that no booking and no refund has taken yet, of each guarantee that pays a clinic.

    A revoked guarantee is not in it: nothing more is booked under it.
    """
    return {
        guarantee.guarantee_id: guarantee.sessions_free
        for guarantee in guarantees
        if guarantee.settlement == "direct" and guarantee.status == "active"
    }
