"""Extensions in the ``cases`` table: ``{payer}#{claimId}`` / ``EXTENSION#{extensionId}``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from helsebro.errors import HelsebroError, NotFound
from helsebro.events import Event
from helsebro.guarantees.client_here import NotTreatedHere
from helsebro.guarantees.extension import (
    MOST_ASKED,
    Extension,
    NothingToExtend,
    TooManyExtensions,
)
from helsebro.ids import ClaimId, DocumentId, ExtensionId
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes, case_partition
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, Update, tables
from helsebro_aws.dynamodb.versions import on_top_of
from helsebro_aws.guarantees.keys import EXTENSIONS, extension_key, guarantee_key

CHANGING = ("status", "version", "question", "askedAt", "replies", "decision", "toldAt")
"""The attributes that change."""
ASKED = "extensionsAsked"
"""The attribute of a guarantee that counts the extensions that were asked for."""


class DynamoExtensions:
    """Extensions in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, extension_id: ExtensionId) -> Extension:
        """Returns the extension. Raises ``NotFound``."""
        item = self.tables.get(self.table, *extension_key(extension_id))
        if item is None:
            raise NotFound()
        return from_item(Extension, item)

    def of_claim(self, claim_id: ClaimId) -> Sequence[Extension]:
        """Returns a claim's extensions, oldest first."""
        found = self.tables.query_all(self.table, case_partition(claim_id), begins=EXTENSIONS)
        extensions = (from_item(Extension, item) for item in found)
        return sorted(extensions, key=lambda extension: extension.requested_at)

    def request(
        self,
        extension: Extension,
        accepted_paper: Callable[[ClaimId, DocumentId], Operation],
        receipt: Receipt,
        beside: tuple[Sequence[Operation], Sequence[Event]] = ((), ()),
    ) -> None:
        """Stores a new extension, and the operations and events ``beside`` it.

        Raises ``Refused`` when a document is not an accepted one of the claim or the guarantee was revoked,
        ``NotTreatedHere`` when it is no longer for the clinic that asks, ``TooManyExtensions``.
        ``accepted_paper`` returns the operation that checks a document of a claim.
        """
        by = extension.clinic_id
        event = Event("extension.requested", extension.requested_at, extension.payer, extension.named(), by)
        papers = [accepted_paper(extension.claim_id, document) for document in extension.document_ids]
        put = Put(self.table, {**as_attributes(extension_key(extension.extension_id)), **to_item(extension)})
        try:
            changes = [put, self._counted(extension), *papers, *beside[0]]
            self.tables.commit(changes, events=[event, *beside[1]], receipt=receipt)
        except (NothingToExtend, NotTreatedHere):
            self._must_be_fewer(extension)
            raise

    def replacement(self, before: Extension, after: Extension) -> Update:
        """Returns the operation that replaces ``before``; a ``Conflict`` when it has changed since."""
        return on_top_of(before.version, self.table, extension_key(before.extension_id), after, CHANGING)

    def _counted(self, extension: Extension) -> Update:
        """Returns the operation that counts the request; it fails unless the guarantee allows one more."""
        when = f"#status = :active AND (attribute_not_exists(#{ASKED}) OR #{ASKED} < :most)"
        values: dict[str, Any] = {":active": "active", ":most": MOST_ASKED}
        otherwise: HelsebroError = NothingToExtend()
        if extension.clinic_id is not None:
            when, values = f"{when} AND #clinicId = :clinic", {**values, ":clinic": extension.clinic_id}
            otherwise = NotTreatedHere()
        key = guarantee_key(extension.guarantee_id)
        return Update(self.table, *key, add={ASKED: 1}, when=when, values=values, otherwise=otherwise)

    def _must_be_fewer(self, extension: Extension) -> None:
        item = self.tables.get(self.table, *guarantee_key(extension.guarantee_id)) or {}
        is_own = extension.clinic_id in (None, item.get("clinicId"))
        if is_own and item.get("status") == "active" and int(item.get(ASKED, 0)) >= MOST_ASKED:
            raise TooManyExtensions(most=MOST_ASKED)
