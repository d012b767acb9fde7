from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from functions.guarantees.release_benefits.handler import TIME_TO_STOP, handler

from helsebro import ids
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from tests.builders.benefits import book, ledger_of, sessions
from tests.builders.domain.guarantees import guarantee

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/guarantees/release_benefits.json").read_text())
CLAIM_ID = ClaimId(ids.mint("clm", "tryg", bytes(10)))
GUARANTEE_ID = GuaranteeId(ids.within("gar", CLAIM_ID, bytes(6)))
PERSON = PersonId("per_" + "a" * 24)
LONG_AGO = date(2026, 1, 31)


class Ending:
    """The context of a call with a number of milliseconds left."""

    def __init__(self, milliseconds: int) -> None:
        self.milliseconds = milliseconds

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


@pytest.fixture(autouse=True)
def expired(aws: dict[str, Any]) -> None:
    """Reserves two sessions whose last day is long past."""
    assert aws
    benefits = DynamoBenefits()
    before = benefits.ledger("tryg", PERSON)
    portion = Portion("tsk_1", date(2025, 8, 1), 2, date(2025, 8, 1), LONG_AGO)
    after = before.reserve(GUARANTEE_ID, Purpose(CLAIM_ID, "SF1706"), "physiotherapy", True, portion)
    tables.commit(benefits.replacement(before, after))


def test_the_nightly_run_releases_unused_sessions_once() -> None:
    assert [handler(SAMPLE, None) for _ in range(2)] == [{"released": 1}, {"released": 0}]
    assert sessions(ledger_of(PERSON)) == [(0, 0, 2)]


def test_the_nightly_run_keeps_the_session_that_was_held_under_an_issued_guarantee() -> None:
    issued = guarantee(guarantee_id=GUARANTEE_ID, claim_id=CLAIM_ID, person_id=PERSON, valid_until=LONG_AGO)
    tables.commit(DynamoGuarantees().creation(issued))
    book(issued, "held", LONG_AGO - timedelta(days=9))
    assert handler(SAMPLE, None) == {"released": 1}
    assert sessions(ledger_of(PERSON)) == [(1, 0, 1)]


@pytest.mark.parametrize("milliseconds, released", [(TIME_TO_STOP, 0), (TIME_TO_STOP + 1, 1)])
def test_shortly_before_the_timeout_no_further_guarantee_is_checked(milliseconds: int, released: int) -> None:
    assert handler(SAMPLE, Ending(milliseconds)) == {"released": released}
