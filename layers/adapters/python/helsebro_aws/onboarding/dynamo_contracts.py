"""Contracts in the ``network`` table: ``{clinicId}`` / ``CONTRACT``.

The token of the workflow that waits for the signature (``taskToken``) and the event that started the workflow
(``startedBy``) are attributes of the item, never fields of the contract, so no answer returns them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.onboarding.contract import ClinicContract, ContractChanged
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, Update, tables
from helsebro_aws.onboarding.keys import contract_key
from helsebro_aws.platform import clock


class ContractExists(Conflict):
    """The contract was sent already: the step has run before."""


@dataclass(frozen=True)
class WaitingContract:
    """A contract with the token of the workflow that waits for it, and the event that started it.

    ``is_resumed`` is whether a workflow has taken what became of the contract.
    """

    contract: ClinicContract
    token: str
    started_by: Mapping[str, Any]
    is_resumed: bool


class DynamoContracts:
    """The contracts of clinics."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def known(self, clinic_id: ClinicId) -> ClinicContract | None:
        """Returns the contract that was sent to the clinic; None before it is sent."""
        item = self.tables.get(self.table, *contract_key(clinic_id))
        return from_item(ClinicContract, item) if item else None

    def waiting(self, clinic_id: ClinicId) -> WaitingContract | None:
        """Returns the contract with what is stored beside it; None before it is sent."""
        item = self.tables.get(self.table, *contract_key(clinic_id))
        if item is None:
            return None
        is_resumed = bool(item.get("isResumed"))
        return WaitingContract(
            from_item(ClinicContract, item), item["taskToken"], item["startedBy"], is_resumed
        )

    def add(self, contract: ClinicContract, token: str, started_by: Mapping[str, Any]) -> None:
        """Stores the contract as sent, with its event. Raises ``ContractExists``."""
        item = {
            **as_attributes(contract_key(contract.clinic_id)),
            **to_item(contract),
            "taskToken": token,
            "startedBy": dict(started_by),
        }
        event = happened("contract.sent", contract)
        self.tables.commit([Put(self.table, item, otherwise=ContractExists())], events=[event])

    def renew_token(self, clinic_id: ClinicId, token: str) -> None:
        """Stores the token of the workflow that waits now.

        Raises ``ContractChanged`` when no workflow needs to wait any more.
        """
        update = Update(
            self.table,
            *contract_key(clinic_id),
            set={"taskToken": token},
            when="#status = :sent",
            values={":sent": "sent"},
            otherwise=ContractChanged(),
        )
        self.tables.commit([update])

    def resume(self, clinic_id: ClinicId) -> None:
        """Stores that a workflow has taken what became of the contract."""
        self.tables.commit([Update(self.table, *contract_key(clinic_id), set={"isResumed": True})])

    def change(self, before: ClinicContract, after: ClinicContract) -> Update:
        """Returns the operation that stores a changed contract; it fails with ``ContractChanged``."""
        attributes: dict[str, Any] = to_item(after)
        return Update(
            self.table,
            *contract_key(after.clinic_id),
            set=attributes,
            remove=tuple(sorted(to_item(before).keys() - attributes.keys())),
            when="#version = :before",
            values={":before": before.version},
            otherwise=ContractChanged(),
        )


def happened(kind: str, contract: ClinicContract) -> Event:
    """Returns an event of the contract, such as ``contract.signed``."""
    return Event(kind, clock.now(), "", {"clinicId": contract.clinic_id}, contract.clinic_id)
