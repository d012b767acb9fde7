"""Case references in the ``cases`` table: ``REFERENCE#{caseReference}`` / ``REFERENCE``.

The item points to the guarantee, for invoices, and holds what the public check shows, which may read nothing
else. Every commit that changes one of these facts changes both items.
"""

from __future__ import annotations

from helsebro.errors import HelsebroError, NotFound
from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.validity import GuaranteeValidity
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, Update, tables
from helsebro_aws.guarantees.keys import reference_key

SHOWN = (
    "status",
    "treatment",
    "sessionsLeft",
    "validUntil",
    "country",
    "settlement",
    "feeFor",
    "beginBy",
    "revokedOn",
    "courseEnded",
)
"""The attributes that the role of the public check may read."""


class DynamoReferences:
    """Case references in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def validity(self, case_reference: str) -> GuaranteeValidity:
        """Returns the validity of the reference's guarantee. Raises ``NotFound``."""
        item = self.tables.get(self.table, *reference_key(case_reference), only=SHOWN)
        if item is None:
            raise NotFound()
        # A session held before the revocation may be reported after it.
        return from_item(GuaranteeValidity, {**item, "sessionsLeft": max(item["sessionsLeft"], 0)})


def created(table: str, guarantee: Guarantee, otherwise: HelsebroError) -> Put:
    """Returns the operation that stores the reference of a new guarantee; it fails with ``otherwise``."""
    item = {
        **as_attributes(reference_key(guarantee.case_reference)),
        "guaranteeId": guarantee.guarantee_id,
        **to_item(GuaranteeValidity.of(guarantee)),
    }
    return Put(table, item, otherwise=otherwise)


def widened(table: str, before: Guarantee, after: Guarantee) -> Update:
    """Returns the operation that adds an extension's sessions and time, and goes on with the course."""
    return Update(
        table,
        *reference_key(after.case_reference),
        set={"validUntil": after.valid_until.isoformat(), "courseEnded": False},
        add={"sessionsLeft": after.sessions_granted - before.sessions_granted},
    )


def revoked(table: str, guarantee: Guarantee) -> Update:
    """Returns the operation that shows a revoked guarantee and since when: no sessions are left."""
    shown: dict[str, object] = {"status": guarantee.status, "sessionsLeft": 0}
    if guarantee.revoked_on:
        shown["revokedOn"] = guarantee.revoked_on.isoformat()
    return Update(table, *reference_key(guarantee.case_reference), set=shown)


def course(table: str, guarantee: Guarantee, *, ended: bool) -> Update:
    """Returns the operation that shows whether the course has ended: then no sessions are left."""
    return Update(table, *reference_key(guarantee.case_reference), set={"courseEnded": ended})


def used(table: str, case_reference: str, sessions: int = 1) -> Update:
    """Returns the operation that counts held sessions."""
    return Update(table, *reference_key(case_reference), add={"sessionsLeft": -sessions})


def begun(table: str, guarantee: Guarantee) -> Update:
    """Returns the operation that no longer shows the last day of the first session: one is booked."""
    return Update(table, *reference_key(guarantee.case_reference), remove=("beginBy",))
