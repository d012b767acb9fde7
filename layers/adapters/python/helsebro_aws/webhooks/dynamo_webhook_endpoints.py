"""Webhook endpoints in the ``network`` table: ``{clinicId}`` / ``ENDPOINT#{endpointId}``, secrets encrypted.

``{clinicId}`` / ``ENDPOINTS`` counts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from helsebro.errors import Conflict, NotFound, Refused
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.receipt import Receipt
from helsebro.signing.secret import WebhookSecret
from helsebro.webhooks.endpoint import DISABLED, MOST_OF_A_CLINIC, WebhookEndpoint
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, Update, tables
from helsebro_aws.webhooks.keys import ENDPOINTS, endpoint_count_key, endpoint_key

LONGEST_ID = 64
"""Our ids are shorter. DynamoDB rejects a sort key of more than 1,024 bytes with an error."""


class TooManyEndpoints(Refused):
    """A clinic has at most ``MOST_OF_A_CLINIC`` endpoints: each event is sent to every one of them."""

    code = "too-many-endpoints"


class DynamoWebhookEndpoints:
    """Webhook endpoints in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of_clinic(self, clinic_id: ClinicId) -> Sequence[WebhookEndpoint]:
        """Returns all of a clinic's endpoints, also disabled ones, oldest first."""
        found = self.tables.query_all(self._table, clinic_id, begins=ENDPOINTS)
        return sorted((_endpoint(item) for item in found), key=lambda endpoint: endpoint.created_at)

    def get(self, clinic_id: ClinicId, endpoint_id: str) -> WebhookEndpoint:
        """Returns one endpoint. Raises ``NotFound``, also for another clinic's."""
        is_id = len(endpoint_id) <= LONGEST_ID
        item = self.tables.get(self._table, *endpoint_key(clinic_id, endpoint_id)) if is_id else None
        if item is None:
            raise NotFound()
        return _endpoint(item)

    def add(self, endpoint: WebhookEndpoint, receipt: Receipt) -> None:
        """Stores a new endpoint. Raises ``TooManyEndpoints``."""
        counted = Update(
            self._table,
            *endpoint_count_key(endpoint.clinic_id),
            add={"count": 1},
            when="attribute_not_exists(#count) OR #count < :most",
            values={":most": MOST_OF_A_CLINIC},
            otherwise=TooManyEndpoints(most=MOST_OF_A_CLINIC),
            creates=True,
        )
        self.tables.commit([Put(self._table, _item(endpoint)), counted], receipt=receipt)

    def rotate(self, before: WebhookEndpoint, after: WebhookEndpoint, receipt: Receipt) -> None:
        """Stores the new secrets. Raises ``Conflict`` when another caller rotated them first."""
        rotated = {"secrets": _sealed(after), "rotations": after.rotations}
        change = self._update(before, rotated, "#rotations = :before", {":before": before.rotations})
        self.tables.commit([change], receipt=receipt)

    def remove(self, endpoint: WebhookEndpoint) -> None:
        """Deletes an endpoint and its secrets. Raises ``NotFound`` when it is deleted already."""
        key = endpoint_key(endpoint.clinic_id, endpoint.endpoint_id)
        counted = Update(self._table, *endpoint_count_key(endpoint.clinic_id), add={"count": -1})
        self.tables.commit([Delete(self._table, *key), counted])

    def note(self, before: WebhookEndpoint, after: WebhookEndpoint) -> None:
        """Stores what an attempt changed; an endpoint that becomes disabled is notified once."""
        if before == after:
            return
        change, events = self._change(before, after)
        # Another attempt stored the same first, or the clinic deleted the endpoint.
        with suppress(Conflict, NotFound):
            self.tables.commit([change], events=events)

    def _change(self, before: WebhookEndpoint, after: WebhookEndpoint) -> tuple[Operation, list[Event]]:
        if after.disabled_at:
            disabled = {"disabledAt": instant(after.disabled_at), "disabledBecause": after.disabled_because}
            data = {"endpointId": after.endpoint_id, "because": after.disabled_because}
            event = Event(DISABLED, after.disabled_at, "", data, after.clinic_id)
            return self._update(before, disabled, "attribute_not_exists(#disabledAt)"), [event]
        if after.failing_since:
            since = {"failingSince": instant(after.failing_since)}
            return self._update(before, since, "attribute_not_exists(#failingSince)"), []
        return self._update(before, {}, "attribute_exists(#failingSince)", remove=("failingSince",)), []

    def _update(
        self,
        endpoint: WebhookEndpoint,
        change: Item,
        when: str,
        values: Item | None = None,
        remove: Sequence[str] = (),
    ) -> Update:
        return Update(
            self._table,
            *endpoint_key(endpoint.clinic_id, endpoint.endpoint_id),
            set=change,
            remove=remove,
            when=f"attribute_exists(#pk) AND {when}",
            values=values or {},
            otherwise=Conflict(),
        )

    @property
    def _table(self) -> str:
        return self.tables.settings.network_table


def _item(endpoint: WebhookEndpoint) -> Item:
    key = as_attributes(endpoint_key(endpoint.clinic_id, endpoint.endpoint_id))
    return {**key, **to_item(replace(endpoint, secrets=())), "secrets": _sealed(endpoint)}


def _endpoint(item: Item) -> WebhookEndpoint:
    endpoint = from_item(WebhookEndpoint, {**item, "secrets": []})
    return replace(endpoint, secrets=tuple(_opened(endpoint, secret) for secret in item["secrets"]))


def _sealed(endpoint: WebhookEndpoint) -> list[Item]:
    from helsebro_aws.platform.field_encryption import encrypt

    context = _context(endpoint.clinic_id, endpoint.endpoint_id)
    return [
        {"sealed": encrypt(secret.text, **context)}
        | ({"until": instant(secret.until)} if secret.until else {})
        for secret in endpoint.secrets
    ]


def _opened(endpoint: WebhookEndpoint, stored: Item) -> WebhookSecret:
    until = datetime.fromisoformat(stored["until"]) if "until" in stored else None
    return WebhookSecret.parse(_open(endpoint.clinic_id, endpoint.endpoint_id, stored["sealed"]), until)


@lru_cache(maxsize=1024)
def _open(clinic_id: ClinicId, endpoint_id: str, sealed: str) -> str:
    from helsebro_aws.platform.field_encryption import decrypt

    return decrypt(sealed, **_context(clinic_id, endpoint_id))


def _context(clinic_id: ClinicId, endpoint_id: str) -> dict[str, str]:
    return {"table": "network", "field": "endpointSecrets", "clinic": clinic_id, "endpoint": endpoint_id}
