"""Benefits: two grants at once never exceed a cap (the race for the benefit ledger).

32 threads send ``N`` decisions (64; 512 for a release) on one person's cases against one cap: approvals of
claims, refunds of bills, and both with a revocation between. The accepted ones fill the cap to the last
session, every other one is refused with its rule, and there is no third answer. The control runs the same
race without the condition on the ledger's head, and exceeds the cap.

The race starts where ``tests/promises/test_bookings.py`` does: caller, body, key, rule and commit are the
real ones, the tables are moto's with atomic transactions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from functions.decisions.tasks.handler import route as tasks
from functions.guarantees.guarantees.handler import route as guarantees

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.guarantees.guarantee import id_for
from helsebro.ids import ClaimId, PersonId, PolicyId, RefundId, TaskId
from helsebro.money import Money
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from helsebro.tasks.subject import ClaimReview, RefundReview
from helsebro.tasks.task import opened
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Page, Put, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.routes import _answer
from helsebro_aws.http.tracing.request_line import RequestLine
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.benefits import ledger_of
from tests.builders.calls import event, staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import approval, cost, today
from tests.builders.domain.asking import question
from tests.builders.domain.benefit_totals import totals
from tests.builders.domain.guarantees import guarantee
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.suite.moto.moto_state import empty_tables
from tests.suite.sizes import size

pytestmark = pytest.mark.usefixtures("aws")
RACERS = size(64, 512, "N")
THREADS = 32
SESSIONS_A_YEAR = 12
DECIDE = next(found for found in tasks.declared if found.name.endswith("/decision"))
REVOKE = next(found for found in guarantees.declared if found.name.endswith("/revoke"))
YEAR_END = date((today() + timedelta(days=1)).year, 12, 31)
CHIROPRACTIC = {"type": "chiropractic", "country": "DK", "inNetwork": False, "sessions": 3}
Call = tuple[dict[str, Any], Any, dict[str, str]]


@pytest.fixture
def anna(aws: dict[str, Any]) -> Iterator[str]:
    """Anna's person id, with twelve sessions a year outside the network and 10,000 kr. for everything."""
    assert aws
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg", annualSum=cost("10000.00")))
    with atomic_transactions():
        yield person_id
    empty_tables("cases", "outbox", "idempotency")


def is_head(operation: Mapping[str, Any]) -> bool:
    """Returns whether the operation is on a ledger's head."""
    return bool(operation.get("Key", {}).get("sk", {}).get("S") == "LEDGER")


def claim_of(person_id: PersonId, **treatment: Any) -> Claim:
    """Stores and returns a claim in review."""
    claim = Claim(
        claim_id=ClaimId(ids.mint("clm", "tryg", clock.randomness())),
        payer="tryg",
        person_id=person_id,
        policy_id=PolicyId("pol_1"),
        policy_number="P-SF1706",
        product="SF1706",
        country="DK",
        status="in-review",
        reported_at=datetime.now(UTC),
        version=1,
        treatment_type="chiropractic",
        question=question({"cause": "leisure", "treatment": {**CHIROPRACTIC, **treatment}}),
        description="Ondt i ryggen",
        consent="given",
    )
    _store(claim.claim_id, "CLAIM", claim)
    return claim


def approvals(person_id: PersonId, count: int, sessions: int, **treatment: Any) -> list[Call]:
    """Returns ``count`` calls; each approves ``sessions`` of another claim until the end of the year."""
    calls = []
    for number in range(count):
        claim = claim_of(person_id, **treatment)
        task = opened("claims", ClaimReview(claim.claim_id), datetime.now(UTC), timedelta(days=1))
        DynamoTasks().open(task, f"token-{number}", {})
        calls.append(decision(task.task_id, approval(sessions, YEAR_END), "caseworker"))
    return calls


def refunds(person_id: PersonId, count: int, amount: str) -> list[Call]:
    """Returns ``count`` calls; each approves a bill for one session, by a practitioner of its own."""
    calls = []
    for number in range(count):
        claim = claim_of(person_id)
        refund_id = ids.within("ref", claim.claim_id, clock.randomness())
        own = f"{number:05}"
        billed = (BilledTreatment(today(), "chiropractic", Money.of(amount), authorisation_id=own),)
        asked = Refund(
            RefundId(refund_id),
            claim.claim_id,
            "tryg",
            person_id,
            "DK",
            (),
            billed,
            "received",
            claim.reported_at,
        )
        _store(refund_id, f"REFUND#{refund_id}", asked)
        subject = RefundReview(claim.claim_id, RefundId(refund_id))
        task = opened("refunds", subject, datetime.now(UTC), timedelta(days=14))
        DynamoTasks().open(task, f"token-r{number}", {})
        approved = [{"index": 0, "amount": cost(amount)}]
        calls.append(decision(task.task_id, {"decision": "approve", "approved": approved}, "finance"))
    return calls


def decision(task_id: str, body: dict[str, Any], role: str) -> Call:
    call = event(
        "POST", f"/v1/tasks/{task_id}/decision", by=staff(role), body=body, headers={"if-match": '"1"'}
    )
    return call, DECIDE, {"task_id": task_id}


def _send(call: Call) -> HttpAnswer:
    sent, route, parameters = call
    return _answer(sent, route, parameters, RequestLine(sent))


def race(calls: list[Call]) -> Counter[tuple[int, str]]:
    """Sends the calls at once; returns how often each status and code was answered."""
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(_send, calls))
    return Counter((answer.status, str((answer.body or {}).get("code", ""))) for answer in answers)


def sessions_in_ledger(person_id: PersonId) -> int:
    """Returns the sessions that are reserved or used, over all lines."""
    return sum(line.reserved + line.used for line in totals(ledger_of(person_id)))


def test_approvals_at_once_are_accepted_until_the_cap(anna: PersonId, aws: Any) -> None:
    fitting = SESSIONS_A_YEAR // 3
    answers = race(approvals(anna, RACERS, 3))
    assert answers == {(200, ""): fitting, (422, "benefit-exceeded"): RACERS - fitting}
    assert sessions_in_ledger(anna) == SESSIONS_A_YEAR
    assert ledger_of(anna).revision == fitting
    assert len(outbox_rows(aws, "task.decided")) == fitting


def test_control_without_the_condition_on_the_ledger_the_race_exceeds_the_cap(anna: PersonId) -> None:
    calls = approvals(anna, THREADS, 3)
    with atomic_transactions(unguarded=is_head):
        race(calls)
    assert sessions_in_ledger(anna) > SESSIONS_A_YEAR


def test_money_is_never_granted_beyond_the_annual_sum(anna: PersonId) -> None:
    """In the network sessions have no cap, but cost 560 kr. each of 10,000 kr. a year: five times three."""
    answers = race(approvals(anna, RACERS, 3, inNetwork=True))
    assert answers == {(200, ""): 5, (422, "benefit-exceeded"): RACERS - 5}
    assert sessions_in_ledger(anna) == 15


def test_approvals_and_refunds_at_once_share_one_cap(anna: PersonId) -> None:
    half = RACERS // 2
    mixed = [
        call
        for pair in zip(approvals(anna, half, 1), refunds(anna, half, "300.00"), strict=True)
        for call in pair
    ]
    answers = race(mixed)
    assert answers == {
        (200, ""): SESSIONS_A_YEAR,
        (422, "benefit-exceeded"): 2 * half - SESSIONS_A_YEAR,
    }
    assert sessions_in_ledger(anna) == SESSIONS_A_YEAR


def test_control_without_the_condition_refunds_exceed_the_cap(anna: PersonId) -> None:
    calls = refunds(anna, THREADS, "300.00")
    with atomic_transactions(unguarded=is_head):
        race(calls)
    assert sessions_in_ledger(anna) > SESSIONS_A_YEAR


def test_one_decision_sent_many_times_at_once_reserves_once(anna: PersonId, aws: Any) -> None:
    [(call, route, path)] = approvals(anna, 1, 3)
    call["headers"]["idempotency-key"] = "the-same"
    answers = race([(call, route, path)] * THREADS)
    assert answers == {(200, ""): THREADS}
    assert (sessions_in_ledger(anna), ledger_of(anna).revision) == (3, 1)
    assert len(outbox_rows(aws, "task.decided")) == 1


def test_benefits_that_a_revocation_releases_are_granted_once(anna: PersonId) -> None:
    """Twelve sessions are revoked while other decisions are sent: the total never exceeds the cap."""
    [first] = approvals(anna, 1, SESSIONS_A_YEAR)
    assert race([first]) == {(200, ""): 1}
    task = DynamoTasks().find(TaskId(first[2]["task_id"]))
    issued = guarantee(
        guarantee_id=id_for(task.task_id),
        claim_id=task.claim_id,
        person_id=anna,
        treatment="chiropractic",
        sessions_granted=SESSIONS_A_YEAR,
        valid_from=today(),
        valid_until=YEAR_END,
    )
    tables.commit(DynamoGuarantees().creation(issued))
    path: dict[str, str] = {"guarantee_id": issued.guarantee_id}
    call = event(
        "POST",
        f"/v1/guarantees/{issued.guarantee_id}/revoke",
        by=staff("caseworker"),
        body={"reason": "Fejl"},
        headers={"if-match": '"1"'},
    )
    calls = approvals(anna, THREADS, 3)
    answers = race([*calls[:8], (call, REVOKE, path), *calls[8:]])
    assert set(answers) <= {(200, ""), (422, "benefit-exceeded")}
    assert sessions_in_ledger(anna) == 3 * (answers[200, ""] - 1) <= SESSIONS_A_YEAR
    race(approvals(anna, SESSIONS_A_YEAR // 3, 3))
    assert sessions_in_ledger(anna) == SESSIONS_A_YEAR
    [revoked] = [line for line in totals(ledger_of(anna)) if line.line_id == issued.guarantee_id]
    assert (revoked.reserved, revoked.released) == (0, SESSIONS_A_YEAR)


def test_reading_a_ledger_is_one_query(anna: PersonId) -> None:
    race(approvals(anna, 4, 3))
    asked: list[str] = []

    class Counting(Tables):
        """Tables that record the keys of their queries."""

        def query(self, table: str, pk: str, **how: Any) -> Page:
            """Records and runs a query."""
            asked.append(pk)
            return super().query(table, pk, **how)

    assert len(DynamoBenefits(Counting()).ledger("tryg", anna).reservations) == 4
    assert asked == [f"tryg#{anna}#benefits"]


def _store(identifier: str, sk: str, value: object) -> None:
    item = {"pk": case_partition(identifier), "sk": sk, **to_item(value)}
    tables.commit([Put(tables.settings.cases_table, item)])
