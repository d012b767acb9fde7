from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_client_status import ClinicClientStatus, check_clinic_client_status
from ..models.clinic_client_treatment import (
    ClinicClientTreatment,
    check_clinic_client_treatment,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.insurer import Insurer
    from ..models.match import Match
    from ..models.match_warning import MatchWarning
    from ..models.matched_client import MatchedClient
    from ..models.next_booking import NextBooking


T = TypeVar("T", bound="ClinicClient")


@_attrs_define
class ClinicClient:
    """A guarantee that is for the clinic or was, with its client as the clinic may read them today.

    Attributes:
        case_reference (str): The case reference, which identifies the guarantee and no person.
        guarantee_id (str): The id of the guarantee.
        last_day (datetime.date): The last day that it covers: `validUntil`, or when it was revoked.
        number (str): Its number, for people and invoices.
        practitioner_id (None | str): The practitioner it is for; null until the clinic or a booking chooses one.
        sessions_booked (int): How many of them are booked or held.
        sessions_granted (int): How many sessions the payer promises to pay.
        sessions_left (int): How many sessions are granted and not held; 0 once the course has ended. What was booked
            before can still be held.
        sessions_used (int): How many of them are held.
        status (ClinicClientStatus): `used` when no session is left, `expired` after its last day, `revoked` by staff.
            `ended`, for a clinic only: the client is no longer treated there. A course that the clinic reported as ended
            has `courseEndedAt`.
        treatment (ClinicClientTreatment): The kind of treatment.
        valid_from (datetime.date): The first day on which a session is covered.
        valid_until (datetime.date): The last day on which a session is covered, in the country of the case.
        client (MatchedClient | Unset): The client of a match: whom the clinic contacts, and what is treated.
        course_ended_at (datetime.datetime | Unset): When the clinic reported the treatment as finished: no session is
            booked or moved any more. Absent while it goes on; an extension and a new match go on with it.
        insurer (Insurer | Unset): The payer that the session is invoiced to.
        match (Match | Unset): The clinic that staff chose, and whether it declined.
        next_booking (NextBooking | Unset): The next session that is booked.
        warnings (list[MatchWarning] | Unset): What keeps the clinic from contacting the matched client; may be empty.
    """

    case_reference: str
    guarantee_id: str
    last_day: datetime.date
    number: str
    practitioner_id: None | str
    sessions_booked: int
    sessions_granted: int
    sessions_left: int
    sessions_used: int
    status: ClinicClientStatus
    treatment: ClinicClientTreatment
    valid_from: datetime.date
    valid_until: datetime.date
    client: MatchedClient | Unset = UNSET
    course_ended_at: datetime.datetime | Unset = UNSET
    insurer: Insurer | Unset = UNSET
    match: Match | Unset = UNSET
    next_booking: NextBooking | Unset = UNSET
    warnings: list[MatchWarning] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case_reference = self.case_reference

        guarantee_id = self.guarantee_id

        last_day = self.last_day.isoformat()

        number = self.number

        practitioner_id: None | str
        practitioner_id = self.practitioner_id

        sessions_booked = self.sessions_booked

        sessions_granted = self.sessions_granted

        sessions_left = self.sessions_left

        sessions_used = self.sessions_used

        status: str = self.status

        treatment: str = self.treatment

        valid_from = self.valid_from.isoformat()

        valid_until = self.valid_until.isoformat()

        client: dict[str, Any] | Unset = UNSET
        if not isinstance(self.client, Unset):
            client = self.client.to_dict()

        course_ended_at: str | Unset = UNSET
        if not isinstance(self.course_ended_at, Unset):
            course_ended_at = self.course_ended_at.isoformat()

        insurer: dict[str, Any] | Unset = UNSET
        if not isinstance(self.insurer, Unset):
            insurer = self.insurer.to_dict()

        match: dict[str, Any] | Unset = UNSET
        if not isinstance(self.match, Unset):
            match = self.match.to_dict()

        next_booking: dict[str, Any] | Unset = UNSET
        if not isinstance(self.next_booking, Unset):
            next_booking = self.next_booking.to_dict()

        warnings: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.warnings, Unset):
            warnings = []
            for warnings_item_data in self.warnings:
                warnings_item = warnings_item_data.to_dict()
                warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caseReference": case_reference,
                "guaranteeId": guarantee_id,
                "lastDay": last_day,
                "number": number,
                "practitionerId": practitioner_id,
                "sessionsBooked": sessions_booked,
                "sessionsGranted": sessions_granted,
                "sessionsLeft": sessions_left,
                "sessionsUsed": sessions_used,
                "status": status,
                "treatment": treatment,
                "validFrom": valid_from,
                "validUntil": valid_until,
            }
        )
        if client is not UNSET:
            field_dict["client"] = client
        if course_ended_at is not UNSET:
            field_dict["courseEndedAt"] = course_ended_at
        if insurer is not UNSET:
            field_dict["insurer"] = insurer
        if match is not UNSET:
            field_dict["match"] = match
        if next_booking is not UNSET:
            field_dict["nextBooking"] = next_booking
        if warnings is not UNSET:
            field_dict["warnings"] = warnings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.insurer import Insurer  # noqa: PLC0415
        from ..models.match import Match  # noqa: PLC0415
        from ..models.match_warning import MatchWarning  # noqa: PLC0415
        from ..models.matched_client import MatchedClient  # noqa: PLC0415
        from ..models.next_booking import NextBooking  # noqa: PLC0415

        d = dict(src_dict)
        case_reference = d.pop("caseReference")

        guarantee_id = d.pop("guaranteeId")

        last_day = datetime.date.fromisoformat(d.pop("lastDay"))

        number = d.pop("number")

        def _parse_practitioner_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        practitioner_id = _parse_practitioner_id(d.pop("practitionerId"))

        sessions_booked = d.pop("sessionsBooked")

        sessions_granted = d.pop("sessionsGranted")

        sessions_left = d.pop("sessionsLeft")

        sessions_used = d.pop("sessionsUsed")

        status = check_clinic_client_status(d.pop("status"))

        treatment = check_clinic_client_treatment(d.pop("treatment"))

        valid_from = datetime.date.fromisoformat(d.pop("validFrom"))

        valid_until = datetime.date.fromisoformat(d.pop("validUntil"))

        _client = d.pop("client", UNSET)
        client: MatchedClient | Unset
        if isinstance(_client, Unset):
            client = UNSET
        else:
            client = MatchedClient.from_dict(_client)

        _course_ended_at = d.pop("courseEndedAt", UNSET)
        course_ended_at: datetime.datetime | Unset
        if isinstance(_course_ended_at, Unset):
            course_ended_at = UNSET
        else:
            course_ended_at = datetime.datetime.fromisoformat(_course_ended_at)

        _insurer = d.pop("insurer", UNSET)
        insurer: Insurer | Unset
        if isinstance(_insurer, Unset):
            insurer = UNSET
        else:
            insurer = Insurer.from_dict(_insurer)

        _match = d.pop("match", UNSET)
        match: Match | Unset
        if isinstance(_match, Unset):
            match = UNSET
        else:
            match = Match.from_dict(_match)

        _next_booking = d.pop("nextBooking", UNSET)
        next_booking: NextBooking | Unset
        if isinstance(_next_booking, Unset):
            next_booking = UNSET
        else:
            next_booking = NextBooking.from_dict(_next_booking)

        _warnings = d.pop("warnings", UNSET)
        warnings: list[MatchWarning] | Unset = UNSET
        if _warnings is not UNSET:
            warnings = []
            for warnings_item_data in _warnings:
                warnings_item = MatchWarning.from_dict(warnings_item_data)

                warnings.append(warnings_item)

        clinic_client = cls(
            case_reference=case_reference,
            guarantee_id=guarantee_id,
            last_day=last_day,
            number=number,
            practitioner_id=practitioner_id,
            sessions_booked=sessions_booked,
            sessions_granted=sessions_granted,
            sessions_left=sessions_left,
            sessions_used=sessions_used,
            status=status,
            treatment=treatment,
            valid_from=valid_from,
            valid_until=valid_until,
            client=client,
            course_ended_at=course_ended_at,
            insurer=insurer,
            match=match,
            next_booking=next_booking,
            warnings=warnings,
        )

        clinic_client.additional_properties = d
        return clinic_client

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
