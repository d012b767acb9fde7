"""What staff and the clinic read of a check (F0-21)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.network.registers.register_check import RegisterCheck, RegisterFinding, after_look
from helsebro_aws.network.registers.register_view import shown
from tests.builders.domain.practitioners import practitioner

AT = datetime(2026, 11, 30, 9, tzinfo=UTC)
ANNA = practitioner(authorisation_id="0ABC1")
DIFFERS = after_look(None, ANNA, RegisterFinding("mismatch", ("name",)), AT)


@pytest.mark.parametrize(
    "known, changes, expected",
    [
        (
            DIFFERS,
            {},
            {"state": "mismatch", "differs": ["name"], "checkedAt": "2026-11-30T09:00:00Z"},
        ),
        (DIFFERS, {"name": "Anna Lund"}, {"state": "not-checked", "differs": []}),
        (DIFFERS, {"authorised": False}, {"state": "not-needed", "differs": []}),
        (None, {}, {"state": "not-checked", "differs": []}),
    ],
)
def test_a_check_is_shown_while_it_is_about_what_the_clinic_states(
    known: RegisterCheck | None, changes: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert shown(known, replace(ANNA, **changes)) == expected
