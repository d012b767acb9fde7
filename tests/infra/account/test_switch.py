"""Variables that are on or off: one reading for all commands."""

from __future__ import annotations

import pytest

from infra.account.command import CommandFault
from infra.account.switch import is_on


@pytest.mark.parametrize(
    "value, on",
    [
        ("1", True),
        ("yes", True),
        ("TRUE", True),
        ("0", False),
        ("no", False),
        ("false", False),
        ("", False),
        (None, False),
    ],
)
def test_a_switch_is_on_or_off(value: str | None, on: bool) -> None:
    assert is_on("DRY", value) is on


@pytest.mark.parametrize("value", ["2", "dry", "on off"])
def test_another_word_for_a_switch_is_an_error(value: str) -> None:
    with pytest.raises(CommandFault, match=f"DRY is '{value}'"):
        is_on("DRY", value)
