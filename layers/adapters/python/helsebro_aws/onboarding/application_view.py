"""What the network team reads of the applications behind its tasks: who signs, and who tried to sign.

It is read with the tasks and not stored with them, so that it is gone when the application is, and the name
of who tried to sign once the team has decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helsebro.ids import ClinicId, TaskId
from helsebro.onboarding.application import Application
from helsebro.onboarding.contract import ClinicContract
from helsebro.tasks.subject import ClinicReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.record import from_item, instant
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.onboarding.keys import application_key, contract_key

if TYPE_CHECKING:
    from helsebro.onboarding.signature_attempt import SignatureAttempt
    from helsebro_aws.onboarding.application_answer import ApplicationAnswer, SignerAnswer


def shown_with(found: Sequence[Task], on: Tables = tables) -> Mapping[TaskId, Mapping[str, Any]]:
    """Returns what each task about an application shows beside itself; all are read in one call."""
    clinics = {
        task.task_id: task.subject.clinic_id for task in found if isinstance(task.subject, ClinicReview)
    }
    keys = [key(clinic) for clinic in sorted({*clinics.values()}) for key in (application_key, contract_key)]
    stored = {(item["pk"], item["sk"]): item for item in on.get_many(on.settings.network_table, keys)}
    return {
        task.task_id: _beside(task, clinics[task.task_id], stored)
        for task in found
        if task.task_id in clinics
    }


def _beside(task: Task, clinic_id: ClinicId, stored: Mapping[Key, Item]) -> Mapping[str, Any]:
    application, contract = stored.get(application_key(clinic_id)), stored.get(contract_key(clinic_id))
    shown: dict[str, Any] = {}
    if application:
        shown["application"] = _application(from_item(Application, application))
    attempt = from_item(ClinicContract, contract).attempt if contract else None
    if attempt and task.reason == "signatory-differs":
        shown["signer"] = _signer(attempt)
    return shown


def _application(application: Application) -> ApplicationAnswer:
    signatory, declaration = application.signatory, application.declaration
    return {
        "signatory": {
            "name": signatory.name,
            "email": signatory.email,
            "numberGiven": signatory.person_id is not None,
        },
        "declaration": {"textVersion": declaration.text_version, "at": instant(declaration.at)},
        "appliedAt": instant(application.applied_at),
    }


def _signer(attempt: SignatureAttempt) -> SignerAnswer:
    answer: SignerAnswer = {
        "differs": [*attempt.differs],
        "issuer": attempt.issuer,
        "assurance": attempt.assurance,
        "loggedInAt": instant(attempt.logged_in_at),
        "triedAt": instant(attempt.tried_at),
    }
    if attempt.name:
        answer["name"] = attempt.name
    return answer
