"""Every fault of a clinic's message at once, also those that only the stored clinic knows (F0-12).

A message without a fault is read once. One with a fault is read again here, row by row and field by field, so
that a fault in one place hides none in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from helsebro.errors import BadInput, Fault, NotFound
from helsebro.guarantees.client_here import NotTreatedHere
from helsebro.network.practitioner import Practitioner
from helsebro_aws.clinic_systems import event_time
from helsebro_aws.clinic_systems.course_reports import CourseReports
from helsebro_aws.clinic_systems.practitioner_reports import PractitionerReports, reporting
from helsebro_aws.clinic_systems.session_reports import SessionReports
from helsebro_aws.http.call import Call
from helsebro_aws.platform import clock

CALENDARS = ("slots.published", "slots.replaced")
OF_A_SESSION = frozenset({"session.held", "session.missed", "session.cancelled", "session.corrected"})
OF_A_PRACTITIONER = (*CALENDARS, "slots.withdrawn", "practitioner.changed")
COMPANY_NUMBER = re.compile("[0-9]{8,9}")


@dataclass(frozen=True)
class EveryFault:
    """Completes the faults of a message."""

    reports: PractitionerReports = field(default_factory=PractitionerReports)
    sessions: SessionReports = field(default_factory=SessionReports)
    courses: CourseReports = field(default_factory=CourseReports)

    @contextmanager
    def of(self, call: Call, sent: Any) -> Iterator[None]:
        """Raises ``BadInput`` of the inner code with all other faults of the event that was sent."""
        try:
            yield
        except BadInput as bad:
            also = self._also(call, sent) if isinstance(sent, dict) else []
            every = {(fault.pointer, fault.code): fault for fault in [*also, *bad.faults]}
            raise BadInput([*every.values()], malformed=bad.malformed) from None

    def _also(self, call: Call, sent: Mapping[str, Any]) -> list[Fault]:
        kind, data = sent.get("type"), sent.get("data")
        at = _happened_at(sent)
        found = event_time.of_any(at) if at else []
        if not isinstance(kind, str) or not isinstance(data, dict):
            return found
        if kind in OF_A_PRACTITIONER:
            return [*found, *self._of_practitioner(call, kind, data)]
        if kind == "clinic.changed":
            return [*found, *self._of_clinic(call, data)]
        return [*found, *(self._of_time(call, kind, data, at) if at else [])]

    def _of_time(self, call: Call, kind: str, data: Mapping[str, Any], at: datetime) -> list[Fault]:
        from helsebro_aws.clinic_systems.event_body import DATA
        from helsebro_aws.http.bodies import readable

        named = readable(DATA[kind], data) if kind in DATA else {}
        reports = self.sessions if kind in OF_A_SESSION else self.courses
        try:
            return reports.faults_of_time(call, kind, named, at)
        except (NotFound, NotTreatedHere):
            return []

    def _of_clinic(self, call: Call, data: Mapping[str, Any]) -> list[Fault]:
        cvr = data.get("cvr")
        if not isinstance(cvr, str) or not COMPANY_NUMBER.fullmatch(cvr):
            return []
        return self.reports.company_faults(call, cvr)

    def _of_practitioner(self, call: Call, kind: str, data: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the practitioner that the data names, and of the rest beside them."""
        key = data.get("practitionerKey")
        if not isinstance(key, str) or not key:
            return []
        try:
            practitioner = reporting(self.reports.practitioners, call, key)
        except BadInput as bad:
            return [*bad.faults, *(_slot_faults(kind, data, None) if kind in CALENDARS else [])]
        if kind in CALENDARS:
            return _slot_faults(kind, data, practitioner)
        return self._of_change(practitioner, data) if kind == "practitioner.changed" else []

    def _of_change(self, practitioner: Practitioner, data: Mapping[str, Any]) -> list[Fault]:
        from helsebro_aws.clinic_systems.event_body import PractitionerChanged
        from helsebro_aws.http.bodies import readable

        fields = readable(PractitionerChanged, data)
        try:
            self.reports.changed(
                practitioner, PractitionerChanged.model_construct({*fields}, **fields), clock.now()
            )
        except BadInput as bad:
            return [*bad.faults]
        return []


def _happened_at(sent: Mapping[str, Any]) -> datetime | None:
    """Returns the timestamp of an event; None when it is none."""
    from helsebro_aws.clinic_systems.event_body import ReportedEvent
    from helsebro_aws.http.bodies import readable

    return readable(ReportedEvent, {"timestamp": sent.get("timestamp")}).get("timestamp")


def _slot_faults(kind: str, data: Mapping[str, Any], practitioner: Practitioner | None) -> list[Fault]:
    from helsebro_aws.clinic_systems.slots.sent_rows import sent_rows, span_faults
    from helsebro_aws.clinic_systems.slots.wanted_slots import read_slots

    rows = sent_rows(data, replaces=kind == "slots.replaced")
    return read_slots(rows, practitioner)[1] if practitioner else span_faults(rows)
