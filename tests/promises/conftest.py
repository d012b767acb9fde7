"""Shared by the proofs: how long a call may try again is no matter of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from helsebro_aws.dynamodb import retry


@pytest.fixture(autouse=True)
def patient_commits() -> Iterator[None]:
    """Lets a commit try again for a minute: many callers at once wait for one server of one process.

    How long a function may try is proved in tests/adapters/dynamodb.
    """
    with patch.object(retry, "SECONDS", 60.0):
        yield
