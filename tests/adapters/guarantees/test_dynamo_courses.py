from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.benefits.reservation import Portion, Purpose
from helsebro.local_day import local_day
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import tables
from tests.builders.benefits import ledger_of
from tests.builders.claims import outbox_rows
from tests.builders.network import book, guarantee_of, staged

pytestmark = pytest.mark.usefixtures("aws")


def test_the_end_of_a_course_is_stored_in_the_benefit_ledger_once(aws: dict[str, Any]) -> None:
    now, stage, guarantee = datetime.now(UTC), staged(), guarantee_of()
    today = local_day(now)
    assert book(guarantee, stage.free_slot()).status == 201
    benefits, before = DynamoBenefits(), ledger_of(guarantee.person_id)
    portion = Portion("tsk_1", today, 3, today, today + timedelta(days=30))
    purpose = Purpose(guarantee.claim_id, "SF1706")
    after = before.reserve(guarantee.guarantee_id, purpose, "physiotherapy", True, portion)
    tables.commit(benefits.replacement(before, after))
    for at in (now, now + timedelta(minutes=1)):
        data = {"guaranteeId": guarantee.guarantee_id}
        assert stage.event("course.ended", data, timestamp=instant(at)).status == 202
    [reservation] = ledger_of(guarantee.person_id).reservations
    assert reservation.course_ended_on == today
    assert ledger_of(guarantee.person_id).revision == 2
    assert len(outbox_rows(aws, "course.ended")) == 1


def test_the_course_of_an_older_guarantee_ends_too(aws: dict[str, Any]) -> None:
    stage, guarantee = staged(), guarantee_of()
    assert book(guarantee, stage.free_slot()).status == 201
    assert stage.event("course.ended", {"guaranteeId": guarantee.guarantee_id}).status == 202
    assert ledger_of(guarantee.person_id).revision == 0
    assert len(outbox_rows(aws, "course.ended")) == 1
