"""The shape of a subscription of a practitioner's own calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt

from helsebro.calendars.subscriptions.working_time import WorkingTime, working_faults
from helsebro.errors import Fault
from helsebro.network.clinic_details import Weekday
from helsebro.network.consultation import Consultation
from helsebro_aws.http.bodies import Body
from helsebro_aws.network.clinic_details_body import LocalTime
from helsebro_aws.webhooks import safe_address
from helsebro_aws.webhooks.safe_address import AddressRefused

MOST_TIMES = 40
WEBCAL = re.compile("^webcals?://", re.IGNORECASE)


class NewWorkingTimeShape(Body):
    """The hours of a weekday in which there are sessions, one after the other."""

    weekday: Annotated[Weekday, Field(description="The weekday.", examples=["monday"])]
    opens: Annotated[LocalTime, Field(description="When the first one starts.", examples=["09:00"])]
    closes: Annotated[
        LocalTime, Field(description="When the last one has ended, on the same day.", examples=["12:00"])
    ]
    minutes: Annotated[StrictInt, Field(ge=5, le=720, description="How long each lasts.", examples=[45])]
    service: Annotated[Consultation, Field(description="The kind of session.", examples=["follow-up"])]
    address_key: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=100,
            description="The key of the practitioner's address where they are; absent for the first address.",
            examples=["aarhus"],
        ),
    ] = None


def _as_https(url: Any) -> Any:
    # Calendars of Apple are given as ``webcal://``, which says what to open them with.
    return WEBCAL.sub("https://", url) if isinstance(url, str) else url


class NewCalendarSubscriptionShape(Body):
    """The address of the calendar, and when there are sessions."""

    ics_url: Annotated[
        str | None,
        Field(
            repr=False,
            min_length=1,
            max_length=safe_address.LONGEST_URL,
            description="The private address of the calendar in the format iCalendar: https, with a public "
            "name; `webcal:` is read as https. It is never shown again. Absent keeps the address that is "
            "stored.",
            examples=["https://calendar.klinik.example/private-3f1c/basic.ics"],
        ),
        # Last, so that the bounds are those of the text and not of an absent address.
        BeforeValidator(_as_https),
    ] = None
    times: Annotated[
        tuple[NewWorkingTimeShape, ...],
        Field(
            min_length=1,
            max_length=MOST_TIMES,
            description="When there are sessions, by the practitioner's local time. A session that meets an "
            "event of the calendar is not offered.",
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the address and those between the times."""
        url, times = _as_https(sent.get("icsUrl")), sent.get("times")
        rows = times if isinstance(times, list) and all(isinstance(row, dict) for row in times) else []
        fields = [tuple(row.get(name) for name in ("weekday", "opens", "closes", "minutes")) for row in rows]
        is_text = isinstance(url, str) and 0 < len(url) <= safe_address.LONGEST_URL
        return [*(_faults_of(str(url)) if is_text else []), *working_faults(fields)]

    def working_times(self) -> tuple[WorkingTime, ...]:
        """Returns the times."""
        return tuple(WorkingTime(**row.model_dump()) for row in self.times)


def _faults_of(url: str) -> list[Fault]:
    try:
        safe_address.as_written(url, local=safe_address.is_local())
    except AddressRefused as refused:
        return [Fault("/icsUrl", f"address-{refused.facts['reason']}", "")]
    return []
