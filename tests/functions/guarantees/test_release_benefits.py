from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from functions.guarantees.release_benefits.handler import TIME_TO_STOP, handler

from helsebro import ids
from helsebro.benefits.reservation import Portion, Purpose
from helsebro.ids import ClaimId, GuaranteeId, PersonId
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.tables import tables
from tests.builders.benefits import ledger_of, sessions

pytestmark = pytest.mark.usefixtures("aws")
SAMPLE = json.loads(Path("events/incoming/guarantees/release_benefits.json").read_text())
CLAIM_ID = ClaimId(ids.mint("clm", "tryg", bytes(10)))
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
    guarantee_id = ids.within("gar", CLAIM_ID, bytes(6))
    after = before.reserve(
        GuaranteeId(guarantee_id), Purpose(CLAIM_ID, "SF1706"), "physiotherapy", True, portion
    )
    tables.commit(benefits.replacement(before, after))


def test_the_nightly_run_releases_unused_sessions_once() -> None:
    assert [handler(SAMPLE, None) for _ in range(2)] == [{"released": 1}, {"released": 0}]
    assert sessions(ledger_of(PERSON)) == [(0, 0, 2)]


@pytest.mark.parametrize("milliseconds, released", [(TIME_TO_STOP, 0), (TIME_TO_STOP + 1, 1)])
def test_shortly_before_the_timeout_no_further_guarantee_is_checked(milliseconds: int, released: int) -> None:
    assert handler(SAMPLE, Ending(milliseconds)) == {"released": released}
