"""Whether an earlier treatment was for the illness or injury of the question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.benefits.history import View
from helsebro.claims.purpose import purpose_of
from helsebro.ids import ClaimId
from tests.builders.domain.asking import TODAY, question
from tests.builders.domain.claims import claim


def crisis(**event: Any) -> dict[str, Any]:
    return {"condition": {"category": "mental"}, "treatment": {"type": "crisis-help"}, "event": event}


@pytest.mark.parametrize(
    "event, key",
    [
        ({"kind": "assault", "occurredOn": "2026-11-14"}, "same"),
        ({"kind": "death-in-nearest-family", "occurredOn": "2026-10-20"}, "other"),
        ({"kind": "assault"}, None),
    ],
)
def test_crisis_help_is_told_apart_by_the_day_of_its_event(event: dict[str, Any], key: str | None) -> None:
    before = claim(question=question(crisis(kind="assault", occurredOn="2026-11-14")))
    earlier = purpose_of(replace(before, claim_id=ClaimId("clm_before")))
    assert earlier.arisen_on == date(2026, 11, 14)
    view = View(question(crisis(**event)), ClaimId("clm_now"), TODAY, TODAY)
    assert view.condition_key(earlier) == key
