"""Extensions at once: a guarantee never exceeds a cap, and every added session is in the ledger.

``RACERS`` threads approve as many extensions of one guarantee, one session each. The control leaves out the
conditions on the ledger's head and on the guarantee's frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.guarantees import extension
from helsebro.guarantees.extension import ExtensionRequest
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClinicId
from helsebro.tasks.subject import ExtensionReview
from helsebro.tasks.task import opened
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.benefits import ledger_of
from tests.builders.claims import outbox_rows
from tests.builders.decisions import cost, today
from tests.builders.domain.claims import claim
from tests.builders.domain.guarantees import guarantee
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.test_benefits import (
    SESSIONS_A_YEAR,
    YEAR_END,
    Call,
    claim_of,
    decision,
    race,
    sessions_in_ledger,
)
from tests.suite.moto.moto_state import empty_tables
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
RACERS = size(24, 192)
GRANTED = 4
FITTING = SESSIONS_A_YEAR - GRANTED


@pytest.fixture
def granted(aws: dict[str, Any]) -> Iterator[Guarantee]:
    """A guarantee of four sessions outside the network, where twelve a year are covered."""
    assert aws
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg", annualSum=cost("500000.00")))
    # Imports the engine before the race: threads that import it at once can see it half imported.
    assert [cover.product for cover in DynamoPeople().cover("tryg", person_id)] == ["SF1706"]
    claim = claim_of(person_id)
    issued = guarantee(
        guarantee_id=ids.within("gar", claim.claim_id, clock.randomness()),
        claim_id=claim.claim_id,
        person_id=person_id,
        treatment="chiropractic",
        sessions_granted=GRANTED,
        valid_from=today(),
        valid_until=YEAR_END,
    )
    tables.commit(DynamoGuarantees().creation(issued))
    with atomic_transactions():
        yield issued
    empty_tables("cases", "outbox", "idempotency", "people")


def store(identifier: str, sk: str, value: object) -> None:
    pk = f"tryg#{ids.claim_of(identifier)}"
    tables.commit([Put(tables.settings.cases_table, {"pk": pk, "sk": sk, **to_item(value)})])


def approvals(of: Guarantee, count: int, at: datetime | None = None) -> list[Call]:
    """Returns ``count`` calls; each approves another extension by one session."""
    at = at or clock.now()
    calls = []
    for number in range(count):
        request, clinic_id = ExtensionRequest("Mere"), ClinicId("cli_a")
        received = extension.by_clinic(claim(), of, request, clinic_id, at, clock.randomness())
        asked = received.reviewed()
        store(asked.extension_id, f"EXTENSION#{asked.extension_id}", asked)
        subject = ExtensionReview(asked.claim_id, asked.extension_id, asked.guarantee_id)
        task = opened("extensions", subject, at, timedelta(days=1))
        DynamoTasks().open(task, f"token-{number}", {})
        body = {"decision": "approve", "grant": {"sessions": 1, "validUntil": YEAR_END.isoformat()}}
        calls.append(decision(task.task_id, body, "caseworker"))
    return calls


def is_head_or_frame(operation: Mapping[str, Any]) -> bool:
    """Returns whether the operation is on a ledger's head or on a guarantee."""
    sort_key = str(operation.get("Key", {}).get("sk", {}).get("S", ""))
    return sort_key == "LEDGER" or sort_key.startswith("GUARANTEE#")


def now(of: Guarantee) -> int:
    return DynamoGuarantees().find(of.guarantee_id).sessions_granted


def test_extensions_at_once_are_accepted_until_the_cap(granted: Guarantee, aws: Any) -> None:
    answers = race(approvals(granted, RACERS))
    assert answers == {(200, ""): FITTING, (422, "benefit-exceeded"): RACERS - FITTING}
    assert now(granted) == sessions_in_ledger(granted.person_id) == SESSIONS_A_YEAR
    assert len(outbox_rows(aws, "extension.decided")) == FITTING
    decided = [extension.status for extension in DynamoExtensions().of_claim(granted.claim_id)]
    assert (decided.count("approved"), decided.count("in-review")) == (FITTING, RACERS - FITTING)


def test_control_without_the_conditions_more_is_approved_than_the_guarantee_grants(
    granted: Guarantee,
) -> None:
    calls = approvals(granted, RACERS)
    with atomic_transactions(unguarded=is_head_or_frame):
        answers = race(calls)
    assert answers[200, ""] > now(granted) - GRANTED


def test_one_decision_sent_many_times_at_once_extends_once(granted: Guarantee, aws: Any) -> None:
    [(call, route, path)] = approvals(granted, 1)
    call["headers"]["idempotency-key"] = "the-same"
    assert race([(call, route, path)] * RACERS) == {(200, ""): RACERS}
    assert (now(granted), ledger_of(granted.person_id).revision) == (GRANTED + 1, 1)
    assert len(outbox_rows(aws, "task.decided")) == 1
