"""A practitioner who is away for a time (FHIR R4, ``PractitionerRole``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.errors import Fault
from helsebro_aws.network.integrators.compugroup.event_parts import MISSING, EventParts, at, referred
from helsebro_aws.network.integrators.translation import Translation

DAY = 10
"""The characters of the day in a ``dateTime``; the time of day, if there is any, is left out."""


def of_practitioner_role(sent: Mapping[str, Any]) -> Translation:
    """Returns ``practitioner.changed``: the one period in ``notAvailable`` is the pause; none ends it."""
    parts = EventParts()
    parts.put("practitionerKey", referred(at(sent, "practitioner")), "/practitioner")
    away = at(sent, "notAvailable")
    if away is MISSING or away == []:
        # JSON of FHIR has no empty arrays: a practitioner who is not away has no such element.
        parts.put("pausedFrom", None, "/notAvailable")
    elif not isinstance(away, list):
        parts.faults.append(Fault("/notAvailable", "not-an-array", ""))
    else:
        parts.faults += [Fault(f"/notAvailable/{n}", "one-pause-only", "") for n in range(1, len(away))]
        start = at(away, 0, "during", "start")
        if start is MISSING:
            parts.faults.append(Fault("/notAvailable/0/during/start", "missing", ""))
        parts.put("pausedFrom", _day(start), "/notAvailable/0/during/start")
        parts.put("pausedUntil", _day(at(away, 0, "during", "end")), "/notAvailable/0/during/end")
    return parts.event(
        "practitioner.changed", "/resourceType", at(sent, "meta", "lastUpdated"), "/meta/lastUpdated"
    )


def _day(value: Any) -> Any:
    return value[:DAY] if isinstance(value, str) else value
