"""Checks practitioners again: those whose register did not answer, and all others from time to time.

Trigger: a schedule, every hour. Input: nothing. Result: ``checked`` and ``unavailable`` → how many.
What there was no time for is done by the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.onboarding.registers.connected_registers import registers_of_function
from helsebro_aws.onboarding.registers.register_look import RegisterLook
from helsebro_aws.onboarding.registers.register_rounds import RegisterRounds
from helsebro_aws.platform import clock

rounds = RegisterRounds(RegisterLook(registers_of_function()))
TIME_TO_STOP = 30_000
"""In the last 30,000 milliseconds of the function's time no further practitioner is checked."""


def handler(event: Mapping[str, Any], context: Any) -> Mapping[str, int]:
    """Returns how many were checked, and of how many the register did not answer."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    return rounds.run(clock.now(), has_time)
