"""A match as each caller sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import Caller
from helsebro.guarantees.client_match import ClientMatch
from helsebro.guarantees.guarantee import Guarantee
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
    """Returns the match and, for the payer's staff, every decline; a clinic sees no match with another."""
    match = guarantee.match
    if match is None or (caller.clinic_id and not is_own_match(guarantee, caller)):
        return {}
    shown: dict[str, Any] = {"match": match_shown(match)}
    if caller.payer and guarantee.declines:
        shown["declines"] = [to_item(past) for past in guarantee.declines]
    return shown


def is_own_match(guarantee: Guarantee, caller: Caller) -> bool:
    """Whether the guarantee is matched to the caller's clinic, and is of a client of the caller's."""
    match = guarantee.match
    is_of_clinic = bool(caller.clinic_id) and guarantee.is_matched and match is not None
    return is_of_clinic and caller.treats_at(guarantee.clinic_id, guarantee.practitioner_id)
