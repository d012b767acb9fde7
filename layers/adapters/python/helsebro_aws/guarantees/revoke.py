"""Revoking a guarantee: it covers no more sessions, and its reservation is released in the same commit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro.errors import VersionStale
from helsebro.events import Event
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices import promised_money
from helsebro.guarantees.standing import StandingOf
from helsebro.ids import GuaranteeId
from helsebro.receipt import Receipt
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits, LedgerChanged
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged, same_version
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock

CHANGED = ("status", "version", "revokedOn", "revocationReason")


class GuaranteeRevocation:
    """Revokes guarantees; ``standing_of`` returns the sessions held under a guarantee."""

    def __init__(self, standing_of: StandingOf, on: Tables = tables) -> None:
        self.standing_of, self.tables = standing_of, on
        self.guarantees, self.benefits = DynamoGuarantees(on), DynamoBenefits(on)
        self.money = DynamoLedger(on)

    def revoke(
        self, guarantee_id: GuaranteeId, version: int, reason: str, record: Callable[[Guarantee], Receipt]
    ) -> Guarantee:
        """Revokes a guarantee, notifies its clinic and returns it; ``record`` returns the receipt of it.

        Raises ``NotFound``, ``VersionStale``, ``AlreadyRevoked``, ``Conflict``.
        """
        changed = (GuaranteeChanged, LedgerChanged)
        return retry_on_conflict(lambda: self._revoke(guarantee_id, version, reason, record), changed)

    def _revoke(
        self, guarantee_id: GuaranteeId, version: int, reason: str, record: Callable[[Guarantee], Receipt]
    ) -> Guarantee:
        before, at = self.guarantees.find(guarantee_id), clock.now()
        if before.version != version:
            raise VersionStale()
        after = before.revoke(reason, at)
        operations = [
            self._replacement(before, after),
            dynamo_references.revoked(self.guarantees.table, after),
            *self._release(after, at),
        ]
        data = {"guaranteeId": guarantee_id, "claimId": after.claim_id}
        event = Event("guarantee.revoked", at, after.payer, data, after.clinic_id)
        self.tables.commit(operations, events=[event], receipt=record(after))
        return after

    def _replacement(self, before: Guarantee, after: Guarantee) -> Update:
        """Returns the operation that revokes it; it fails when a booking was made or cancelled since."""
        item = to_item(after)
        return Update(
            self.guarantees.table,
            *guarantee_key(before.guarantee_id),
            set={name: item[name] for name in CHANGED},
            when=f"{same_version(before)} AND #status = :active AND #sessionsBooked = :booked",
            values={":version": before.version, ":active": "active", ":booked": before.sessions_booked},
            otherwise=GuaranteeChanged(),
        )

    def _release(self, revoked: Guarantee, at: datetime) -> list[Operation]:
        ledger = self.benefits.ledger(revoked.payer, revoked.person_id)
        standing = self.standing_of(revoked.guarantee_id, revoked.last_day)
        after = ledger.revoke(
            revoked.guarantee_id, standing.sessions, revoked.last_day, last=standing.is_final
        )
        if standing.is_final and standing.last_held_on:
            after = after.end_course(revoked.guarantee_id, standing.last_held_on)
        entries = self.money.of_case(revoked.claim_id)
        ended = promised_money.of_end(revoked, "revoked", standing.sessions, entries, at)
        return [*self.benefits.replacement(ledger, after), *entry_operations(ended, self.tables)]
