"""The message of a clinic's system: one of our events, or one in the dialect of its integrator (F0-12)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from helsebro_aws.http.call import Call
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.integrators.dialect import OURS

if TYPE_CHECKING:
    from helsebro_aws.clinic_systems.event_body import ReportedEvent
    from helsebro_aws.clinic_systems.every_fault import EveryFault
    from helsebro_aws.network.integrators.translation import Translation


@dataclass(frozen=True)
class ReportedMessage:
    """The event that a message reports, as JSON, and the translation of a message that is not ours."""

    sent: Any
    translation: Translation | None = None

    @contextmanager
    def faults_as_sent(self, call: Call, every: EveryFault) -> Iterator[None]:
        """Raises ``BadInput`` of the inner code with every fault, with the pointers of the message."""
        in_message = self.translation.faults_in_message() if self.translation else nullcontext()
        with in_message, every.of(call, self.sent):
            yield

    def event(self) -> ReportedEvent:
        """Returns the event. Raises ``BadInput`` with the faults of the message."""
        from helsebro_aws.clinic_systems.event_body import ReportedEvent
        from helsebro_aws.http.bodies import parse

        own = self.translation.faults if self.translation else ()
        return parse(ReportedEvent, self.sent, lambda _: own)


def reported_message(call: Call, clinics: DynamoClinics) -> ReportedMessage:
    """Returns the message of a call; its media type says whether it is one of ours.

    Raises ``BadInput`` for a message that cannot be read, and ``UnsupportedMedia`` for another dialect than
    that of the clinic's own integrator.
    """
    media_type = call.headers.get("content-type", OURS).partition(";")[0].strip().lower()
    if media_type == OURS:
        return ReportedMessage(call.json())
    # Here, so that our own events load no dialect.
    from helsebro_aws.http.fields import json_body
    from helsebro_aws.network.integrators.installed import INSTALLED

    dialect = INSTALLED.dialect_of(clinics.system_of(call.caller.clinic_id))
    call.must_be(OURS, dialect.media_type)
    translation = dialect.translated(json_body.read(call.raw_body))
    return ReportedMessage(translation.event, translation)
