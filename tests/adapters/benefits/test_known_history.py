from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.coverage.choice import best_decision
from helsebro.coverage.question import question_json
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro.money import Money
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.benefits.known_history import history_of
from helsebro_aws.claims.claimants import fitting
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
TODAY = date(2026, 11, 21)
PURPOSE = Purpose(ClaimId("clm_earlier"), "SF1706", "P-1", "illness", date(2026, 1, 1))
SESSIONS = tuple(
    Spent(str(place), date(2026, 2, 1 + place), "psychologist", Money.of(800), None) for place in range(12)
)
USED_UP = Use("rfd_1", "refund", PURPOSE, date(2026, 3, 1), in_network=False, sessions=SESSIONS)
ASKED = question_json.read(
    {
        "cause": "unknown",
        "condition": {"category": "illness", "arisenOn": "2026-10-01"},
        "treatment": {"type": "psychologist", "startsOn": "2026-12-01", "inNetwork": False},
    }
)


@pytest.fixture
def anna() -> str:
    payer_of("tryg")
    insured_of(policy_of("tryg", "SF1706"))
    person_id = insured_of(policy_of("tryg", "SA1706"))
    empty = Ledger("tryg", person_id)
    tables.commit(DynamoBenefits().replacement(empty, empty.consume(USED_UP)))
    return person_id


def test_a_covers_history_comes_from_the_ledger(anna: PersonId) -> None:
    covered = DynamoPeople().covered_at("tryg", anna)
    history = history_of(ASKED, covered, TODAY)

    for _, cover in covered:
        rows = history(cover)
        assert [row.on for row in rows] == [session.on for session in SESSIONS]
        assert {(row.condition_key, row.product) for row in rows} == {("other", "SF1706")}


@pytest.mark.parametrize("as_of, known", [(date(2026, 2, 28), 0), (date(2026, 3, 1), 12)])
def test_sessions_recorded_after_as_of_are_left_out(anna: PersonId, as_of: date, known: int) -> None:
    covered = DynamoPeople().covered_at("tryg", anna)
    history = history_of(replace(ASKED, as_of=as_of), covered, TODAY)

    assert len(history(covered[0][1])) == known


def test_a_payers_ledger_is_read_once_for_any_number_of_policies(anna: PersonId) -> None:
    class Counting(Tables):
        asked = 0

        def query(self, *where: Any, **how: Any) -> Any:
            self.asked += 1
            return super().query(*where, **how)

    covered, counting = DynamoPeople().covered_at("tryg", anna), Counting()
    history = history_of(ASKED, covered, TODAY, counting)
    assert counting.asked == 0
    for _, cover in covered:
        history(cover)
    assert counting.asked == 1


def test_a_claim_falls_under_the_policy_that_has_room_left(anna: PersonId) -> None:
    covered = DynamoPeople().covered_at("tryg", anna)

    assert fitting(covered, ASKED)[1].product == "SA1706"
    assert fitting(covered, replace(ASKED, cause="leisure"))[1].product == "SF1706"


def test_a_grant_without_a_price_does_not_make_other_treatments_wait(anna: PersonId) -> None:
    store = DynamoBenefits()
    before = store.ledger("tryg", anna)
    portion = Portion("tsk_1", date(2026, 11, 1), 1, date(2026, 11, 1), date(2027, 1, 31))
    purpose = Purpose(ClaimId("clm_2"), "SF1706", "P-1", "injury", date(2026, 9, 1))
    tables.commit(
        store.replacement(
            before, before.reserve(GuaranteeId("gar_1"), purpose, "specialist-examination", True, portion)
        )
    )
    covered = DynamoPeople().covered_at("tryg", anna)
    asked = replace(ASKED, cause="leisure", treatment=replace(ASKED.treatment, type="chiropractic"))

    decision = best_decision(asked, [cover for _, cover in covered], TODAY, history_of(asked, covered, TODAY))

    facts = {step.rule.id: step.found.facts for step in decision.trail}["R-1301"]
    assert (facts["used"], facts["unpriced"]) == ({"amount": "9600.00", "currency": "DKK"}, 1)
    assert "history" not in decision.missing
