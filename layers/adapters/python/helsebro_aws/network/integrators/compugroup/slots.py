"""The slots of one calendar (FHIR R4, ``Bundle`` of ``Slot``, with or without their ``Schedule``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro_aws.network.integrators.compugroup.event_parts import (
    MISSING,
    EventParts,
    at,
    objects,
    referred,
)
from helsebro_aws.network.integrators.translation import Translation

NOT_FREE = ("busy", "busy-unavailable", "busy-tentative", "entered-in-error")
STATES = ("free", *NOT_FREE)
"""A slot with another status is refused; what else it says is checked as that of a free one."""
SERVICE = "urn:helsebro:service"
"""The system of the coding in ``serviceType`` that is one of our services."""
FOLLOW_UP = ("http://terminology.hl7.org/CodeSystem/v2-0276", "FOLLOWUP")
"""The coding of ``appointmentType`` that FHIR has for a follow-up."""


@dataclass(frozen=True)
class Placed:
    """A resource of the bundle, and its pointer."""

    place: str
    sent: Mapping[str, Any]


def of_bundle(sent: Mapping[str, Any]) -> Translation:
    """Returns the event of a bundle: with a schedule it replaces the calendar of its span.

    Raises ``BadInput`` for a bundle with slots that are free and others that are not: without a span no event
    of ours says both.
    """
    parts = EventParts()
    schedules, slots = _sorted(sent, parts)
    may_be_free = [slot for slot in slots if slot.sent.get("status") not in NOT_FREE]
    if schedules:
        kind = "slots.replaced"
        _put_span(parts, schedules[0])
        _put_slots(parts, may_be_free, [_published(slot) for slot in may_be_free])
    elif len(may_be_free) == len(slots):
        kind = "slots.published"
        _put_slots(parts, slots, [_published(slot) for slot in slots])
    else:
        kind = "slots.withdrawn"
        mixed = [slot for slot in slots if slot.sent.get("status") == "free"]
        parts.faults += [Fault(f"{slot.place}/status", "free-and-busy", "") for slot in mixed]
        _put_slots(parts, slots, [{"key": (_key(slot), f"{slot.place}/identifier")} for slot in slots])
    _put_practitioner(parts, schedules, slots)
    return parts.event(kind, "/entry", at(sent, "timestamp"), "/timestamp")


def _sorted(sent: Mapping[str, Any], parts: EventParts) -> tuple[list[Placed], list[Placed]]:
    """Returns the schedules and the slots; notes a fault for every other resource."""
    entries = at(sent, "entry")
    if not isinstance(entries, list) or not entries:
        raise BadInput([Fault("/entry", "no-slots", "")])
    found: dict[str, list[Placed]] = {"Schedule": [], "Slot": []}
    for index, entry in enumerate(entries):
        resource = at(entry, "resource")
        kind = at(resource, "resourceType")
        if isinstance(kind, str) and kind in found:
            found[kind].append(Placed(f"/entry/{index}/resource", resource))
        else:
            fault = Fault(f"/entry/{index}/resource", "unknown-value", ", ".join(found))
            parts.faults.append(fault)
    if not found["Schedule"] and not found["Slot"]:
        raise BadInput(parts.faults)
    parts.faults += [Fault(each.place, "one-calendar-only", "") for each in found["Schedule"][1:]]
    for slot in found["Slot"]:
        if slot.sent.get("status") not in STATES:
            parts.faults.append(Fault(f"{slot.place}/status", "unknown-value", ", ".join(STATES)))
    return found["Schedule"], found["Slot"]


def _put_span(parts: EventParts, schedule: Placed) -> None:
    for name, end in (("from", "start"), ("to", "end")):
        value = at(schedule.sent, "planningHorizon", end)
        parts.put(name, value, f"{schedule.place}/planningHorizon/{end}")


def _put_practitioner(parts: EventParts, schedules: Sequence[Placed], slots: Sequence[Placed]) -> None:
    """Puts the key that all name: the id of the schedule, which is the calendar of one practitioner."""
    named = [(f"{slot.place}/schedule", referred(at(slot.sent, "schedule"))) for slot in slots]
    if schedules:
        named.insert(0, (f"{schedules[0].place}/id", at(schedules[0].sent, "id")))
    place, key = named[0]
    parts.put("practitionerKey", key, place)
    parts.faults += [Fault(where, "one-calendar-only", "") for where, other in named if other != key]


def _put_slots(
    parts: EventParts, slots: Sequence[Placed], fields: Sequence[Mapping[str, tuple[Any, str]]]
) -> None:
    rows = []
    for index, (slot, found) in enumerate(zip(slots, fields, strict=True)):
        under = f"/data/slots/{index}"
        parts.places[under] = slot.place
        parts.places |= {f"{under}/{name}": place for name, (_, place) in found.items()}
        rows.append({name: value for name, (value, _) in found.items() if value is not MISSING})
    parts.put("slots", rows, "/entry")


def _published(slot: Placed) -> Mapping[str, tuple[Any, str]]:
    sent, place = slot.sent, slot.place
    return {
        "key": (_key(slot), f"{place}/identifier" if "identifier" in sent else f"{place}/id"),
        "startsAt": (at(sent, "start"), f"{place}/start"),
        "endsAt": (at(sent, "end"), f"{place}/end"),
        "service": (_service(sent), f"{place}/serviceType"),
    }


def _key(slot: Placed) -> Any:
    named = at(slot.sent, "identifier", 0, "value")
    return at(slot.sent, "id") if named is MISSING else named


def _service(sent: Mapping[str, Any]) -> Any:
    for _, kind in objects(sent, "serviceType"):
        for _, coding in objects(kind, "coding"):
            if coding.get("system") == SERVICE:
                return at(coding, "code")
    codings = objects(at(sent, "appointmentType"), "coding")
    is_follow_up = any((row.get("system"), row.get("code")) == FOLLOW_UP for _, row in codings)
    return "follow-up" if is_follow_up else MISSING
