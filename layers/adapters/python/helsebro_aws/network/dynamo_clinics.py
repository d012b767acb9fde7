"""Clinics in the ``network`` table: ``{clinicId}`` / ``CLINIC``, with the signing secrets of its system."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.network.clinic import WITHOUT_SYSTEM, Clinic, ContractNotSigned
from helsebro.network.clinic_details import DEFAULT_NOTICE_HOURS
from helsebro.payments.payouts.payout_choice import PaidBy, PayoutChoice, paid_by_at
from helsebro.receipt import Receipt
from helsebro.signing.secret import OVERLAP, WebhookSecret
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, read_as, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.caller import Caller
    from helsebro.network.team.clinic_change import ChangedBy
    from helsebro_aws.network.dynamo_clinic_traces import DynamoClinicTraces

SECRETS, ROTATIONS = "signingSecrets", "secretRotations"


class RotatedLately(Conflict):
    """The secret before the current one is still valid, so that a third one would end it early."""

    code = "secret-rotated-lately"


class DynamoClinics:
    """Clinics in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def traces(self) -> DynamoClinicTraces:
        """The traces of clinics; loaded by writes only."""
        from helsebro_aws.network.dynamo_clinic_traces import DynamoClinicTraces

        return DynamoClinicTraces(self.tables)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, clinic_id: ClinicId) -> Clinic:
        """Returns the clinic. Raises ``NotFound``."""
        item = self.tables.get(self.table, *clinic_key(clinic_id))
        if item is None:
            raise NotFound()
        return clinic_in(item)

    def notice_hours(self, clinic_id: ClinicId) -> int:
        """Returns the clinic's notice window for cancellations (F0-08). Raises ``NotFound``."""
        item = self.tables.get(self.table, *clinic_key(clinic_id), only=("details",))
        if item is None:
            raise NotFound()
        return int(item.get("details", {}).get("noticeHours", DEFAULT_NOTICE_HOURS))

    def paid_by(self, clinic_id: ClinicId, starts_at: datetime) -> PaidBy:
        """Returns how the clinic is paid for a session that begins then (F1-06). Raises ``NotFound``."""
        item = self.tables.get(self.table, *clinic_key(clinic_id), only=("payouts",))
        if item is None:
            raise NotFound()
        return paid_by_at(read_as(tuple[PayoutChoice, ...], item.get("payouts", [])), starts_at)

    def system_of(self, clinic_id: ClinicId) -> str:
        """Returns the vendor of the clinic's system. Raises ``NotFound``."""
        item = self.tables.get(self.table, *clinic_key(clinic_id), only=("clinicSystem",))
        if item is None:
            raise NotFound()
        return str(item.get("clinicSystem", WITHOUT_SYSTEM))

    def find_many(self, clinic_ids: set[ClinicId]) -> dict[str, Clinic]:
        """Returns the clinics that exist, by id."""
        keys = [clinic_key(clinic_id) for clinic_id in sorted(clinic_ids)]
        return {item["pk"]: clinic_in(item) for item in self.tables.get_many(self.table, keys)}

    def register(self, clinic: Clinic, secret: str) -> None:
        """Stores a whole clinic, with the one secret (``whsec_…``) that its system signs with."""
        item = {**_item(clinic), SECRETS: [{"sealed": seal(clinic.clinic_id, secret)}]}
        event = Event("clinic.registered", clock.now(), "", {"clinicId": clinic.clinic_id}, clinic.clinic_id)
        operations = [Put(self.table, item, when=None), *self.traces.changes(None, clinic)]
        self.tables.commit(operations, events=[event])

    def change(
        self, before: Clinic, after: Clinic, receipt: Receipt | None = None, by: ChangedBy = "system"
    ) -> None:
        """Stores a changed clinic with its event, what ``by`` changed, and the receipt of a call.

        Raises ``Conflict`` when the clinic changed since it was read.
        """
        if before == after:
            if receipt:
                self.tables.commit([], receipt=receipt)
            return
        # Here, so that a read loads no code of changes.
        from helsebro.network.team.clinic_change import clinic_change
        from helsebro_aws.network.team.dynamo_clinic_changes import DynamoClinicChanges

        at = clock.now()
        event = Event("clinic.changed", at, "", {"clinicId": after.clinic_id}, after.clinic_id)
        change = DynamoClinicChanges(self.tables).storing(clinic_change(before, after, by, at))
        withdrawn = Event("system-consent.withdrawn", at, "", {"clinicId": after.clinic_id}, after.clinic_id)
        moved = Event("clinic-mailbox.changed", at, "", {"clinicId": after.clinic_id}, after.clinic_id)
        has_withdrawn = before.consented_at and not after.consented_at
        has_moved = before.contact.email != after.contact.email
        events = [event, *([withdrawn] if has_withdrawn else []), *([moved] if has_moved else [])]
        self.tables.commit([*self.changes(before, after), *change], events=events, receipt=receipt)

    def creation(self, clinic: Clinic) -> list[Operation]:
        """Returns the operations that store a new clinic with its traces."""
        return [Put(self.table, _item(clinic)), *self.traces.changes(None, clinic)]

    def changes(
        self, before: Clinic, after: Clinic, secret: str = "", otherwise: Conflict | None = None
    ) -> list[Operation]:
        """Returns the operations that store a changed clinic with its traces; it keeps its secrets.

        ``secret`` is the first one (``whsec_…``) of a clinic that has none yet, ``otherwise`` the error when
        the clinic has changed since it was read.
        """
        change = self.change_operation(before, after, otherwise)
        if secret:
            first = {SECRETS: [{"sealed": seal(after.clinic_id, secret)}]}
            change = replace(change, set={**change.set, **first})
        return [change, *self.traces.changes(before, after)]

    def run_by(self, clinic_id: ClinicId, caller: Caller) -> Clinic:
        """Returns the clinic that the caller runs; a call of its system connects it (F0-07).

        Raises ``NotFound``, and as ``Clinic.must_be_run_by``.
        """
        clinic = self.find(clinic_id)
        clinic.must_be_run_by(caller)
        self.connect(clinic, caller)
        return clinic

    def signed_and_run_by(self, clinic_id: ClinicId, caller: Caller) -> Clinic:
        """Returns the clinic as ``run_by``, for an act that reaches someone outside.

        Raises ``ContractNotSigned``, and as ``run_by``.
        """
        clinic = self.run_by(clinic_id, caller)
        clinic.must_have_signed()
        return clinic

    def connect(self, clinic: Clinic, by: Caller) -> None:
        """Stores that the clinic's system works, once the clinic has consented to it (F0-07).

        Does nothing unless the clinic's system itself calls.
        """
        after = clinic.connected(clock.now()) if by.is_clinic_system else clinic
        if after == clinic:
            return
        event = Event("clinic.changed", clock.now(), "", {"clinicId": clinic.clinic_id}, clinic.clinic_id)
        # Another call has changed the clinic at this moment; the next one connects it.
        with suppress(Conflict):
            self.tables.commit([self.change_operation(clinic, after)], events=[event])

    def rotate_secret(self, clinic_id: ClinicId, new: WebhookSecret, receipt: Receipt, *, lost: bool) -> None:
        """Replaces the secret that the clinic's system signs with; a lost one ends at once.

        Otherwise the old one is valid for 24 more hours, in which none is rotated. Raises ``Conflict`` when
        another caller has rotated it since it was read, ``ContractNotSigned`` and ``RotatedLately``.
        """
        item = self.tables.get(self.table, *clinic_key(clinic_id), only=(SECRETS, ROTATIONS)) or {}
        if not item.get(SECRETS):
            raise ContractNotSigned()
        now = clock.real_now()
        still_valid = [old["until"] for old in item[SECRETS] if instant(now) < old.get("until", "")]
        if still_valid and not lost:
            raise RotatedLately(possibleFrom=max(still_valid))
        ends = instant(now + OVERLAP)
        kept = [] if lost else [{**old, "until": ends} for old in item[SECRETS] if "until" not in old]
        rotations = int(item.get(ROTATIONS, 0))
        update = Update(
            self.table,
            *clinic_key(clinic_id),
            set={SECRETS: [{"sealed": seal(clinic_id, new.text)}, *kept], ROTATIONS: rotations + 1},
            when=f"#{ROTATIONS} = :before" if rotations else f"attribute_not_exists(#{ROTATIONS})",
            values={":before": rotations} if rotations else {},
            otherwise=Conflict(),
        )
        event = Event("signing-secret.rotated", clock.now(), "", {"clinicId": clinic_id}, clinic_id)
        self.tables.commit([update], events=[event], receipt=receipt)

    def change_operation(self, before: Clinic, after: Clinic, otherwise: Conflict | None = None) -> Update:
        """Returns the operation that stores a changed clinic and keeps its secrets."""
        attributes: dict[str, Any] = to_item(after)
        gone = tuple(sorted(to_item(before).keys() - attributes.keys()))
        return Update(
            self.table,
            *clinic_key(after.clinic_id),
            set=attributes,
            remove=gone,
            when="#version = :before",
            values={":before": before.version},
            otherwise=otherwise or Conflict(),
        )


def clinic_in(item: Item) -> Clinic:
    """Returns the clinic that an item holds."""
    return from_item(Clinic, item)


def seal(clinic_id: ClinicId, secret: str) -> str:
    """Returns a signing secret encrypted for storage, bound to its clinic (promise 21)."""
    from helsebro_aws.platform.field_encryption import encrypt

    return encrypt(secret, table="network", field=SECRETS, clinic=clinic_id)


def _item(clinic: Clinic) -> Item:
    return {**as_attributes(clinic_key(clinic.clinic_id)), **to_item(clinic)}
