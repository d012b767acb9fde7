"""The stage of a function's tests, where their file sets no other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.network import Stage, staged


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()
