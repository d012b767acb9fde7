"""Who may send digital post follows from the payer's country and kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helsebro.notifications.digital_post import may_send_digital_post
from helsebro.payer import Contact, Payer

PAYER = Payer("tryg", "Tryg", "insurer", "DK", "DKK", Contact("a@example.org", "112", ""), "5790000000005")


@pytest.mark.parametrize(
    ("changes", "may"),
    [
        ({}, False),
        ({"kind": "municipality"}, True),
        ({"country": "NO", "currency": "NOK"}, True),
    ],
)
def test_in_denmark_only_public_senders_send_digital_post(changes: dict[str, Any], may: bool) -> None:
    assert may_send_digital_post(replace(PAYER, **changes)) is may
