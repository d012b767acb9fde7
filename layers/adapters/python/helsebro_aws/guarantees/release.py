"""The nightly release: releases the unused sessions of expired guarantees and ends their courses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from helsebro.benefits.ledger import Ledger
from helsebro.errors import Conflict, Unavailable
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices import promised_money
from helsebro.guarantees.standing import Standing, StandingOf
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits, LedgerChanged
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Item, Operation, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done, failed


class BenefitRelease:
    """Checks every open reservation whose last day is past, in a commit each.

    A guarantee that lapsed, because no session was booked by its last day to begin, has its last day then
    (R-7144). What was held stays reserved until its invoice, however late: no source gives a last day for
    one. A session that the clinic has not reported yet stays too, and is checked again every night.
    """

    def __init__(
        self, standing_of: StandingOf, on: Tables = tables, now: Callable[[], datetime] = clock.now
    ) -> None:
        self.standing_of, self.tables, self.now = standing_of, on, now
        self.benefits, self.guarantees = DynamoBenefits(on), DynamoGuarantees(on)
        self.money = DynamoLedger(on)

    def run(self, has_time: Callable[[], bool]) -> int:
        """Releases while ``has_time`` and returns the number of guarantees checked.

        Raises ``Unavailable`` at the end when some of them could not be released; the others were.
        """
        checked, left_over = 0, 0
        for row in self.benefits.to_release(local_day(self.now())):
            if not has_time():
                break
            checked += 1
            try:
                retry_on_conflict(partial(self._release, row), LedgerChanged)
            except (Conflict, Unavailable) as error:
                left_over += 1
                failed(error, guaranteeId=row["guaranteeId"])
        done("benefits.released", guarantees=checked, leftOver=left_over)
        if left_over:
            raise Unavailable("busy")
        return checked

    def _release(self, row: Item) -> None:
        guarantee_id, today = row["guaranteeId"], local_day(self.now())
        before = self.benefits.ledger(row["payer"], row["personId"])
        guarantee, ended = self.guarantees.known(guarantee_id), list[Operation]()
        if guarantee and _is_in_force(guarantee, today):
            after, events = before.begin(guarantee_id) if guarantee.sessions_used else before, []
        else:
            standing = self._standing(guarantee)
            after = self._released(before, guarantee_id, standing, today)
            ended = self._ended(guarantee, standing) if guarantee else ended
            data = {"guaranteeId": guarantee_id, "sessionsLeft": after.left(guarantee_id)}
            events = [Event("benefits.released", self.now(), row["payer"], data)]
        operations = self.benefits.replacement(before, after)
        if operations:
            self.tables.commit([*operations, *ended], events=events)

    def _ended(self, guarantee: Guarantee, standing: Standing) -> list[Operation]:
        """Returns what ends the rest of its grant in the ledger of money, once no session waits any more."""
        if not standing.is_final:
            return []
        entries = self.money.of_case(guarantee.claim_id)
        ended = promised_money.of_end(guarantee, "closed", standing.sessions, entries, self.now())
        return [*entry_operations(ended, self.tables)]

    def _released(self, before: Ledger, guarantee_id: GuaranteeId, standing: Standing, today: date) -> Ledger:
        after = before.release(guarantee_id, standing.sessions, today, last=standing.is_final)
        if standing.is_final and standing.last_held_on:
            return after.end_course(guarantee_id, standing.last_held_on)
        return after

    def _standing(self, guarantee: Guarantee | None) -> Standing:
        """Returns the standing of a guarantee that has ended."""
        if guarantee is None:
            # It was approved but never issued, so no session was held under it.
            return Standing()
        return self.standing_of(guarantee.guarantee_id, guarantee.last_day)


def _is_in_force(guarantee: Guarantee, today: date) -> bool:
    """Returns whether a session may still be held under it, for example after an extension."""
    return guarantee.last_day >= today and not guarantee.has_lapsed_on(today)
