"""CompuGroup Medical: resources of HL7 FHIR R4, or our own events.

CompuGroup publishes no interface of its Danish systems. Public pages show other products of the group with
FHIR R4 (slots of CGM Medico, appointments of CGM Huisarts), so this dialect is that standard: what it takes
comes from the pages of FHIR R4, and the README of the fixtures names them. The bounds of our own events stay.

| message | event |
|---|---|
| ``Bundle`` with a ``Schedule`` that has a ``planningHorizon``, and its ``Slot`` | ``slots.replaced`` |
| ``Bundle`` of free ``Slot`` | ``slots.published`` |
| ``Bundle`` of ``Slot`` that are not free | ``slots.withdrawn`` |
| ``Appointment`` with ``fulfilled``, ``noshow`` or ``cancelled`` | ``session.held`` and so on |
| ``PractitionerRole`` with or without ``notAvailable`` | ``practitioner.changed``: a pause, or its end |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro_aws.network.integrators.compugroup.appointment import of_appointment
from helsebro_aws.network.integrators.compugroup.practitioner_role import of_practitioner_role
from helsebro_aws.network.integrators.compugroup.slots import of_bundle
from helsebro_aws.network.integrators.dialect import Dialect
from helsebro_aws.network.integrators.translation import Translation

RESOURCES: Mapping[str, Callable[[Mapping[str, Any]], Translation]] = {
    "Bundle": of_bundle,
    "Appointment": of_appointment,
    "PractitionerRole": of_practitioner_role,
}


def translated(sent: Any) -> Translation:
    """Returns the event of a resource. Raises ``BadInput`` for another resource."""
    kind = sent.get("resourceType") if isinstance(sent, dict) else None
    if not isinstance(kind, str) or kind not in RESOURCES:
        raise BadInput([Fault("/resourceType", "unknown-value", ", ".join(RESOURCES))])
    return RESOURCES[kind](sent)


SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "description": "A resource of HL7 FHIR R4 (https://hl7.org/fhir/R4): a `Bundle` of `Slot`, an "
    "`Appointment` or a `PractitionerRole`.",
    "properties": {
        "resourceType": {"type": "string", "enum": [*RESOURCES], "description": "The kind of resource."}
    },
    "required": ["resourceType"],
    "additionalProperties": True,
    "examples": [
        {
            "resourceType": "Appointment",
            "identifier": [{"system": "urn:helsebro:booking", "value": "bkg_a2zt5pxlrqsc3dmkow7vyb4g"}],
            "meta": {"lastUpdated": "2026-11-29T12:00:00Z"},
            "status": "fulfilled",
        }
    ],
}
DIALECT = Dialect("application/fhir+json", translated, SCHEMA)
