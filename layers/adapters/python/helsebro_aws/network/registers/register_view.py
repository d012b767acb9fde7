"""Register view: shows what the authorisation register said about practitioners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.network.practitioner import Practitioner
from helsebro.network.registers.register_check import RegisterCheck, finding_now
from helsebro_aws.dynamodb.record import instant

if TYPE_CHECKING:
    from helsebro_aws.network.registers.register_answer import RegisterAnswer


def shown(known: RegisterCheck | None, practitioner: Practitioner) -> RegisterAnswer:
    """Returns what the last check says about the practitioner as the clinic describes them now."""
    finding = finding_now(known, practitioner)
    found: RegisterAnswer = {"state": finding.state, "differs": [*finding.differs]}
    if known and finding == known.finding:
        found["checkedAt"] = instant(known.checked_at)
    return found
