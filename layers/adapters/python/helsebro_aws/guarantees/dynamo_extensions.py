"""Extensions in the ``cases`` table: ``{payer}#{claimId}`` / ``EXTENSION#{extensionId}``."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro import ids
from helsebro.errors import NotFound, Refused
from helsebro.events import Event
from helsebro.guarantees.extension import Extension, NothingToExtend
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Check, Operation, Put, Tables, Update, tables
from helsebro_aws.dynamodb.versions import on_top_of

STATED = ("status", "version", "question", "decision", "toldAt")
"""The attributes that change."""


class DynamoExtensions:
    """Extensions in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, extension_id: str) -> Extension:
        """The extension. Raises ``NotFound``."""
        item = self.tables.get(self.table, *_key(extension_id))
        if item is None:
            raise NotFound()
        return from_item(Extension, item)

    def of_claim(self, claim_id: str) -> Sequence[Extension]:
        """A claim's extensions, oldest first."""
        pk = f"{ids.payer_of(claim_id)}#{claim_id}"
        found = self.tables.query(self.table, pk, begins="EXTENSION#").items
        return sorted((from_item(Extension, item) for item in found), key=lambda one: one.requested_at)

    def request(self, extension: Extension, receipt: Receipt) -> None:
        """Stores a new one. Raises ``Refused`` unless each document is an accepted paper of the claim and
        the guarantee stands, ``NotFound`` when it is no longer for the clinic that asks.
        """
        pk, sk = _key(extension.extension_id)
        by = extension.clinic_id
        event = Event("extension.requested", extension.requested_at, extension.payer, extension.named(), by)
        papers = [self._paper(pk, document) for document in extension.document_ids]
        put = Put(self.table, {"pk": pk, "sk": sk, **to_item(extension)})
        self.tables.commit([put, self._guarantee(pk, extension), *papers], events=[event], receipt=receipt)

    def replacement(self, before: Extension, after: Extension) -> Update:
        """The operation that makes ``after`` of ``before``; a ``Conflict`` when it changed in between."""
        return on_top_of(before.version, self.table, _key(before.extension_id), after, STATED)

    def _guarantee(self, pk: str, extension: Extension) -> Check:
        when, values = "#status = :active", {":active": "active"}
        sort_key = f"GUARANTEE#{extension.guarantee_id}"
        if extension.clinic_id is None:
            return Check(self.table, pk, sort_key, when, values, NothingToExtend())
        own = {**values, ":clinic": extension.clinic_id}
        return Check(self.table, pk, sort_key, f"{when} AND #clinicId = :clinic", own, NotFound())

    def _paper(self, pk: str, document_id: str) -> Operation:
        return Check(
            self.table,
            pk,
            f"DOCUMENT#{document_id}",
            when="#status = :accepted",
            values={":accepted": "accepted"},
            otherwise=Refused("no-accepted-paper", documentId=document_id),
        )


def _key(extension_id: str) -> tuple[str, str]:
    if not extension_id.startswith("ext_"):
        raise NotFound()
    return f"{ids.payer_of(extension_id)}#{ids.claim_of(extension_id)}", f"EXTENSION#{extension_id}"
