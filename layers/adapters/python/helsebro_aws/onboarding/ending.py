"""Ending: an onboarding that does not lead to a contract, in one commit, however often the step runs.

The clinic, its application, its contract and its tasks are removed by DynamoDB once they are no longer kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.ids import ClinicId, TaskId
from helsebro.network.clinic import Clinic
from helsebro.network.joining.clinic_ending import ended_why
from helsebro.onboarding.retention import KEPT_AFTER_END
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.onboarding.dynamo_contracts import DynamoContracts
from helsebro_aws.onboarding.keys import application_key, contract_key
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class OnboardingEnding:
    """Ends onboardings without a contract."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.clinics = on, DynamoClinics(on)
        self.contracts, self.tasks = DynamoContracts(on), DynamoTasks(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def run(self, ids: Mapping[str, Any]) -> Clinic:
        """Returns the clinic ``clinicId``, ended if ``decision`` or ``contract`` say so. Raises ``NotFound``.

        Run again, or for a clinic whose contract was signed in the end, it changes nothing.
        """
        return retry_on_conflict(lambda: self._run(ids), Conflict)

    def _run(self, ids: Mapping[str, Any]) -> Clinic:
        clinic = self.clinics.find(ClinicId(ids["clinicId"]))
        why = ended_why(ids.get("decision"), ids.get("contract"))
        if why is None or clinic.status != "applied" or clinic.checklist.contract_signed:
            return clinic
        contract = self.contracts.known(clinic.clinic_id)
        declined = contract.decline_reason if contract else None
        reason = self._denial(ids) if why == "denied" else declined
        after = clinic.ended(why, clock.now(), reason)
        self._store(clinic, after, has_contract=contract is not None)
        return after

    def _denial(self, ids: Mapping[str, Any]) -> str | None:
        decision = self.tasks.find(TaskId(ids["taskId"])).decision
        return decision.reason if decision else None

    def _store(self, before: Clinic, after: Clinic, *, has_contract: bool) -> None:
        at, clinic_id = clock.now(), after.clinic_id
        removed = {"expiresAt": int((at + KEPT_AFTER_END).timestamp())}
        change = self.clinics.change_operation(before, after)
        parts = [application_key(clinic_id), *([contract_key(clinic_id)] if has_contract else [])]
        operations: list[Operation] = [
            replace(change, set={**change.set, **removed}),
            *self.clinics.traces.changes(before, None),
            *(Update(self.table, *key, set=removed, otherwise=Conflict()) for key in parts),
            *self.tasks.changes_of_clinic(clinic_id, removed),
        ]
        data = {"clinicId": clinic_id, "why": after.ending.why if after.ending else ""}
        event = Event("onboarding.ended", at, "", data, clinic_id)
        self.tables.commit(operations, events=[event])
