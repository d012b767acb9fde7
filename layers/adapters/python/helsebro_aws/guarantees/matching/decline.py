"""Declining a client: one commit frees the guarantee and asks staff to match the client anew (F1-22)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.consenting.passing_on import clinics_closed
from helsebro.errors import HelsebroError, NotFound
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.match import NotMatchedHere, declined
from helsebro.guarantees.match_decline import Decline
from helsebro.guarantees.standing_session import to_come
from helsebro.ids import GuaranteeId
from helsebro.receipt import Receipt
from helsebro.tasks.declined_match import DeclinedMatch, DeclineReason
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.guarantees.matching import match_events, stored_match
from helsebro_aws.guarantees.matching.match import SessionsOf
from helsebro_aws.guarantees.matching.rematch_task import is_to_be_matched, rematch_task
from helsebro_aws.guarantees.matching.suggestions import MatchSuggestions
from helsebro_aws.platform import clock
from helsebro_aws.tasks.follow_ups import FollowUps

IsBookedWith = Callable[[GuaranteeId, Caller], bool]


class MatchDecline:
    """Declines matches; ``sessions_of`` returns the sessions of a guarantee that are not cancelled.

    ``is_booked_with`` returns whether a caller ever had a booking under a guarantee.
    """

    def __init__(self, sessions_of: SessionsOf, is_booked_with: IsBookedWith, on: Tables = tables) -> None:
        self.sessions_of, self.is_booked_with, self.tables = sessions_of, is_booked_with, on
        self.guarantees, self.suggestions = DynamoGuarantees(on), MatchSuggestions(on)
        self.follow_ups, self.claims = FollowUps(on), DynamoClaims(on)

    def decline(
        self,
        guarantee_id: GuaranteeId,
        by: Caller,
        why: tuple[DeclineReason, str | None],
        record: Callable[[Guarantee], Receipt],
    ) -> Guarantee:
        """Declines the match of the caller's clinic and returns the guarantee.

        The clinic's system and its signatory decline for the whole clinic, a practitioner for the own person.
        ``why`` is the reason and what the clinic writes about it, ``record`` returns the receipt. Raises
        ``NotMatchedHere``, ``NotFound`` for who may not see it, ``SessionsAreBooked``, ``Conflict``.
        """
        return retry_on_conflict(lambda: self._decline(guarantee_id, by, why, record), GuaranteeChanged)

    def _decline(
        self,
        guarantee_id: GuaranteeId,
        by: Caller,
        why: tuple[DeclineReason, str | None],
        record: Callable[[Guarantee], Receipt],
    ) -> Guarantee:
        before, at = self.guarantees.find(guarantee_id), clock.now()
        match = before.match
        if match is None or not before.is_matched or not by.treats_at(match.clinic_id, match.practitioner_id):
            raise self._refusal(before, by)
        sessions = self.sessions_of(guarantee_id)
        after = declined(before, Decline.by(by, *why), to_come(sessions), at)
        operations: list[Operation] = [
            *stored_match.bound(self.guarantees.table, before, after, sessions),
            *stored_match.counted(self.tables, before, after),
        ]
        events = [match_events.of_decline(after, at)]
        if is_to_be_matched(after, at):
            opening, opened = self._task(after, at)
            operations.append(opening)
            events.append(opened)
        self.tables.commit(operations, events=events, receipt=record(after))
        return after

    def _refusal(self, guarantee: Guarantee, by: Caller) -> HelsebroError:
        """Returns why the caller has nothing to decline; not found for who may not see the guarantee."""
        own = by.treats_at(guarantee.clinic_id, guarantee.practitioner_id)
        is_seen = own or self.is_booked_with(guarantee.guarantee_id, by)
        return NotMatchedHere() if is_seen else NotFound()

    def _task(self, guarantee: Guarantee, at: datetime) -> tuple[Put, Event]:
        match = guarantee.match
        assert match
        assert match.reason
        claim = self.claims.find(guarantee.claim_id)
        task = rematch_task(
            guarantee,
            "match-declined",
            str(guarantee.version),
            at,
            declined=DeclinedMatch(
                guarantee.guarantee_id,
                match.clinic_id,
                match.reason,
                match.practitioner_id,
                match.text,
                self.suggestions.instead_of(guarantee, clinics_closed(claim)),
            ),
        )
        return self.follow_ups.opening(task)
