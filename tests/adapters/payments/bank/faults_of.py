"""The faults of a bank's report, as the tests compare them."""

from __future__ import annotations

import pytest

from helsebro.errors import BadInput
from helsebro_aws.payments.bank.read_report import read_report


def faults_of(body: bytes) -> list[str]:
    """Returns the place and the code of every fault of a report that is refused."""
    with pytest.raises(BadInput) as raised:
        read_report(body)
    return [f"{fault.facts.get('path', '')} {fault.code}".strip() for fault in raised.value.faults]
