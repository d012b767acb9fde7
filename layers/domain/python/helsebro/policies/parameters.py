"""Policy parameters: a policy's values that replace those of the terms (R-001, Q10, Q13, Q15, Q27)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helsebro.errors import Fault

AMOUNT = "amount"
ParameterType = type[int] | type[bool] | str | tuple[str, ...]
"""The type of a parameter: a whole number, a flag, an amount of money, or one of several words."""

KNOWN_PARAMETERS: Mapping[str, ParameterType] = {
    "preExistingWaitMonths": int,
    "firstGrantPhysical": int,
    "firstGrantPsychology": int,
    "crisisSessions": int,
    "crisisEndsFrom": ("event", "start"),
    "subsidyDeducted": bool,
    "sumsIndexed": bool,
    "indexPrintedAmounts": bool,
    "sharedSum": ("max", "own"),
    "outOfNetworkPool": ("separate", "shared"),
    "agreedTariffPhysical": AMOUNT,
    "transportRatePerKm": AMOUNT,
    "unreportedChange": bool,
    "unreportedHeadCountPercent": int,
}
"""The parameters that the terms use, by name, with their types (api.md, coverage)."""

NAME = re.compile(r"[a-z][A-Za-z0-9]{0,63}")
AMOUNT_TEXT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
MOST, LONGEST = 1_000_000_000, 200


def parameter_faults(parameters: Mapping[str, object]) -> list[Fault]:
    """Returns a fault for each value that is not a flag, a whole number or a short text, or not of the type
    of a known parameter.
    """
    faults = []
    for name, value in parameters.items():
        if not NAME.fullmatch(name):
            faults.append(Fault("/parameters", "parameter-name", ""))
        elif not _fits(known := KNOWN_PARAMETERS.get(name), value):
            words = ", ".join(known) if isinstance(known, tuple) else ""
            at = f"/parameters/{name}"
            faults.append(Fault(at, "unknown-value" if words else "parameter-value", words))
    return faults


def _fits(type_: ParameterType | None, value: object) -> bool:
    if isinstance(value, bool):
        return type_ in (bool, None)
    if isinstance(value, int):
        return type_ in (int, AMOUNT, None) and 0 <= value <= MOST
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    if type_ == AMOUNT:
        return AMOUNT_TEXT.fullmatch(value) is not None
    return type_ is None or (isinstance(type_, tuple) and value in type_)
