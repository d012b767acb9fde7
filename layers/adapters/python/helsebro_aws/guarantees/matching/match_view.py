"""A match as each caller sees it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from helsebro.caller import Caller
from helsebro.guarantees.client_here import ClientHere
from helsebro.guarantees.client_match import ClientMatch
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.guarantees.matching.match_answer import MatchAnswer


def match_shown(match: ClientMatch) -> MatchAnswer:
    """Returns a match without what the clinic wrote for the staff only."""
    shown: Any = to_item(match)
    shown.pop("text", None)
    answer: MatchAnswer = shown
    return answer


def matches_shown(guarantee: Guarantee, caller: Caller) -> dict[str, Any]:
    """Returns the match and, for the payer's staff, every decline: for everyone but clinics."""
    if guarantee.match is None:
        return {}
    shown: dict[str, Any] = {"match": match_shown(guarantee.match)}
    if caller.payer and guarantee.declines:
        shown["declines"] = [to_item(past) for past in guarantee.declines]
    return shown


def shown_here(here: ClientHere, at: datetime) -> dict[str, Any]:
    """Returns the status of a client's guarantee as the clinic sees it, and the clinic's own match.

    Of a past client it counts the sessions at the clinic only: those elsewhere are not its business.
    """
    known = here.counted
    counts = {"sessionsBooked": known.sessions_booked, "sessionsUsed": known.sessions_used}
    match = {"match": match_shown(here.match)} if here.match else {}
    return {"status": here.status_on(local_day(at, known.country)), **counts, **match}
