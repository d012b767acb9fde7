"""Policy parameters: what a policy says in place of the terms' own numbers (R-001, Q10, Q13, Q15, Q27)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helsebro.errors import Fault

AMOUNT = "amount"
Sort = type[int] | type[bool] | str | tuple[str, ...]
"""A whole number, a flag, an amount of money, or one of several words."""

KNOWN_PARAMETERS: Mapping[str, Sort] = {
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
"""Parameters that the terms know by name, and what they are (api.md, coverage)."""

NAME = re.compile(r"[a-z][A-Za-z0-9]{0,63}")
AMOUNT_TEXT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
MOST, LONGEST = 1_000_000_000, 200


def parameter_faults(parameters: Mapping[str, object]) -> list[Fault]:
    """The faults of parameters: a flag, a whole number or a short text each, a known one of its own sort."""
    faults = []
    for name, value in parameters.items():
        if not NAME.fullmatch(name):
            faults.append(Fault("/parameters", "parameter-name", ""))
        elif not _fits(KNOWN_PARAMETERS.get(name), value):
            faults.append(Fault(f"/parameters/{name}", "parameter-value", ""))
    return faults


def _fits(sort: Sort | None, value: object) -> bool:
    if isinstance(value, bool):
        return sort in (bool, None)
    if isinstance(value, int):
        return sort in (int, AMOUNT, None) and 0 <= value <= MOST
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    if sort == AMOUNT:
        return AMOUNT_TEXT.fullmatch(value) is not None
    return sort is None or (isinstance(sort, tuple) and value in sort)
