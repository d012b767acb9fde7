"""Policy parameters: a policy's values that replace those of the terms (R-001, Q10, Q13, Q15, Q27)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from helsebro.errors import Fault, nearest

AMOUNT, AMOUNTS = "amount", "amounts"
ParameterType = type[int] | type[bool] | str | tuple[str, ...] | re.Pattern[str]
"""The type of a parameter: a whole number, a flag, an amount of money, amounts by rule, one of several words,
or a text of a form.
"""
INDUSTRY_CODE, POSTCODE = re.compile("[0-9]{5,6}"), re.compile("[0-9]{4}")
"""The codes of DB07 in Denmark have six digits, those of SN2007 in Norway five."""

KNOWN_PARAMETERS: Mapping[str, ParameterType] = {
    "preExistingWaitMonths": int,
    "firstGrantPhysical": int,
    "firstGrantPsychology": int,
    "crisisSessions": int,
    "crisisEndsFrom": ("event", "start"),
    "subsidyDeducted": bool,
    "seniorityHelpsChronic": bool,
    "sumsIndexed": bool,
    "indexPrintedAmounts": bool,
    "sharedSum": ("max", "own"),
    "outOfNetworkPool": ("separate", "shared"),
    "agreedTariffPhysical": AMOUNT,
    "transportRatePerKm": AMOUNT,
    "amounts": AMOUNTS,
    "pricedAverageAge": int,
    "pricedIndustryCode": INDUSTRY_CODE,
    "pricedPostcode": POSTCODE,
    "pricedEmployees": int,
    "unreportedChange": bool,
    "unreportedHeadCountPercent": int,
}
"""The parameters that the terms use, by name, with their types (api.md, coverage)."""

NAME = re.compile(r"[a-z][A-Za-z0-9]{0,63}")
AMOUNT_TEXT = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
RULE = re.compile(r"R-[0-9]{1,6}")
MOST, LONGEST, MOST_AMOUNTS = 1_000_000_000, 200, 50


def parameter_faults(parameters: Mapping[str, object]) -> list[Fault]:
    """Returns a fault for each value that is not a flag, a whole number or a short text, or not of the type
    of a known parameter.
    """
    faults = []
    for name, value in parameters.items():
        if not NAME.fullmatch(name):
            faults.append(Fault("/parameters", "parameter-name", ""))
        elif name == AMOUNTS:
            faults += _amounts_faults(value)
        elif not _fits(known := KNOWN_PARAMETERS.get(name), value):
            faults.append(_wrong(f"/parameters/{name}", known))
    return faults


def _wrong(at: str, type_: ParameterType | None) -> Fault:
    if isinstance(type_, tuple):
        return Fault(at, "unknown-value", ", ".join(type_))
    return Fault(at, "parameter-amount" if type_ == AMOUNT else "parameter-value", "")


def _amounts_faults(amounts: object) -> list[Fault]:
    at = f"/parameters/{AMOUNTS}"
    if not isinstance(amounts, Mapping) or len(amounts) > MOST_AMOUNTS:
        return [Fault(at, "parameter-value", "")]
    faults = []
    for rule, amount in amounts.items():
        if not isinstance(rule, str) or not RULE.fullmatch(rule):
            faults.append(Fault(at, "parameter-value", ""))
        elif not isinstance(amount, str) or not AMOUNT_TEXT.fullmatch(amount):
            faults.append(Fault(f"{at}/{rule}", "parameter-amount", ""))
    return faults


def new_parameter_faults(parameters: Mapping[str, object], also: Collection[str] = ()) -> list[Fault]:
    """Returns the faults of parameters that are sent now: those of their values, and each unknown name.

    A stored policy may still have a name that no terms use. ``also`` are the names of terms that are not in
    force yet.
    """
    known = {*KNOWN_PARAMETERS, *also}
    unknown = [name for name in parameters if name not in known and NAME.fullmatch(name)]
    faults = [Fault(f"/parameters/{name}", "unknown-field", nearest(name, known)) for name in unknown]
    rest = {name: value for name, value in parameters.items() if name not in unknown}
    return [*parameter_faults(rest), *faults]


def _fits(type_: ParameterType | None, value: object) -> bool:
    if isinstance(value, bool):
        return type_ in (bool, None)
    if isinstance(value, int):
        return type_ in (int, AMOUNT, None) and 0 <= value <= MOST
    if not isinstance(value, str) or len(value) > LONGEST:
        return False
    if isinstance(type_, re.Pattern):
        return type_.fullmatch(value) is not None
    if type_ == AMOUNT:
        return AMOUNT_TEXT.fullmatch(value) is not None
    return type_ is None or (isinstance(type_, tuple) and value in type_)
