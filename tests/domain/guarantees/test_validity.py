from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.validity import GuaranteeValidity
from tests.builders.domain.guarantees import guarantee

UNTIL = date(2027, 4, 30)
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_a_validity_holds_nothing_about_the_person_the_payer_or_the_clinic() -> None:
    shown = {field.name for field in fields(GuaranteeValidity)}
    assert shown == {"status", "treatment", "sessions_left", "valid_until", "country"}


def test_a_revoked_guarantee_has_no_sessions_left() -> None:
    validity = GuaranteeValidity.of(guarantee(sessions_used=1).revoke("Fejl", AT))
    assert (validity.status_on(AT.date()), validity.sessions_left) == ("revoked", 0)


@pytest.mark.parametrize("day", [UNTIL, date(2027, 5, 1)])
@pytest.mark.parametrize("changes", [{}, {"sessions_used": 2}, {"sessions_used": 3}, {"status": "revoked"}])
def test_a_validity_has_the_status_of_its_guarantee(changes: dict[str, Any], day: date) -> None:
    of: Guarantee = replace(guarantee(valid_until=UNTIL), **changes)
    assert GuaranteeValidity.of(of).status_on(day) == of.status_on(day)
