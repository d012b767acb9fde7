"""The nightly release: releases the unused sessions of expired guarantees and ends their courses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from helsebro.errors import Conflict, NotFound, Unavailable
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.standing import Standing, StandingOf
from helsebro.ids import GuaranteeId
from helsebro.local_day import local_day
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits, LedgerChanged
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done, failed


class BenefitRelease:
    """Checks every open reservation whose last day is past, in a commit each.

    A session that the clinic has not reported yet stays reserved and is checked again every night.
    """

    def __init__(
        self, standing_of: StandingOf, on: Tables = tables, now: Callable[[], datetime] = clock.now
    ) -> None:
        self.standing_of, self.tables, self.now = standing_of, on, now
        self.benefits, self.guarantees = DynamoBenefits(on), DynamoGuarantees(on)

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
        standing = self._standing(guarantee_id, today)
        if standing is None:
            return
        after = before.release(guarantee_id, standing.sessions, today, last=standing.is_final)
        if standing.is_final and standing.last_held_on:
            after = after.end_course(guarantee_id, standing.last_held_on)
        operations = self.benefits.replacement(before, after)
        if operations:
            data = {"guaranteeId": guarantee_id, "sessionsLeft": after.left(guarantee_id)}
            event = Event("benefits.released", self.now(), row["payer"], data)
            self.tables.commit(operations, events=[event])

    def _standing(self, guarantee_id: GuaranteeId, today: date) -> Standing | None:
        """Returns the guarantee's standing; None while it is in force, for example after an extension."""
        try:
            guarantee: Guarantee = self.guarantees.find(guarantee_id)
        except NotFound:
            # It was approved but never issued, so no session was held under it.
            return Standing()
        if guarantee.last_day >= today:
            return None
        return self.standing_of(guarantee_id, guarantee.last_day)
