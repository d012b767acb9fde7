"""An address is shown so that it is recognised and cannot be used."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.notifications.outcome.masked_address import masked


@pytest.mark.parametrize(
    ("address", "channel", "shown"),
    [
        ("anna@example.org", "email", "a…@example.org"),
        ("not an address", "email", ""),
        ("", "email", ""),
        ("+4570112233", "sms", "+45…33"),
        ("", "sms", ""),
        ("Vestergade 1, 2100 København Ø, DK", "letter", "2100 København Ø"),
        ("Gården, Vestergade 1, 2100 København Ø, DK", "letter", "2100 København Ø"),
        ("", "letter", ""),
        ("per_" + "a" * 24, "digital-post", ""),
    ],
)
def test_an_address_is_masked(address: str, channel: Any, shown: str) -> None:
    assert masked(address, channel) == shown
