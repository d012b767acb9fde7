from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helsebro.ids import ClaimId, MandateId, PersonId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_mandates import Held


@pytest.mark.parametrize("in_days, has_lapsed", [(None, False), (1, False), (0, True), (-1, True)])
def test_a_guardians_mandate_has_lapsed_from_the_local_birthday(
    in_days: int | None, has_lapsed: bool
) -> None:
    today = local_day(datetime.now(UTC), "NO")
    lapses_on = None if in_days is None else today + timedelta(days=in_days)
    held = Held(
        ClaimId("clm_1"), "tryg", PersonId("per_child"), "NO", MandateId("man_1"), ("act",), lapses_on
    )
    assert held.has_lapsed() is has_lapsed
