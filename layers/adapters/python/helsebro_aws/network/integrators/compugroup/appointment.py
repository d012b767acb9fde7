"""The appointment of a session that was held, missed or cancelled (FHIR R4, ``Appointment``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.errors import Fault
from helsebro_aws.network.integrators.compugroup.event_parts import MISSING, EventParts, at, objects
from helsebro_aws.network.integrators.translation import Translation

BOOKING = "urn:helsebro:booking"
"""The system of the ``identifier`` that is the id of our booking."""
EVENTS: Mapping[str, str] = {
    "fulfilled": "session.held",
    "noshow": "session.missed",
    "cancelled": "session.cancelled",
}
BY_PATIENT = "pat"
"""How the codes of ``appointment-cancellation-reason`` begin when the patient cancelled."""


def of_appointment(sent: Mapping[str, Any]) -> Translation:
    """Returns the event of an appointment, with the fault of a status that reports nothing."""
    parts = EventParts()
    index, booking_id = _booking(sent)
    parts.put("bookingId", booking_id, f"/identifier/{index}/value" if index is not None else "/identifier")
    status = at(sent, "status")
    if not isinstance(status, str) or status not in EVENTS:
        parts.faults.append(Fault("/status", "unknown-value", ", ".join(EVENTS)))
        # Refused; the rest is checked as that of any of these events.
        status = "fulfilled"
    if status == "cancelled":
        parts.put("by", "client" if _by_patient(sent) else "clinic", "/cancelationReason")
    return parts.event(EVENTS[status], "/status", at(sent, "meta", "lastUpdated"), "/meta/lastUpdated")


def _booking(sent: Mapping[str, Any]) -> tuple[int | None, Any]:
    for index, identifier in objects(sent, "identifier"):
        if identifier.get("system") == BOOKING:
            return index, at(identifier, "value")
    return None, MISSING


def _by_patient(sent: Mapping[str, Any]) -> bool:
    codes = (str(coding.get("code")) for _, coding in objects(at(sent, "cancelationReason"), "coding"))
    return any(code == BY_PATIENT or code.startswith(f"{BY_PATIENT}-") for code in codes)
