from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="NewGrant")


@_attrs_define
class NewGrant:
    """What an approval grants.

    Attributes:
        sessions (int): How many sessions, from 1 to 24. For an extension, how many more. For a refund, how many
            treatments are paid, earliest first.
        clinic_id (None | str | Unset): The clinic to go to; any when absent.
        per_session (Money | None | Unset): For a claim, the price of a session agreed for this case; else the proposed
            or usual price. For an extension, that of each new session, if the guarantee has one price for all.
        practitioner_id (None | str | Unset): The practitioner to go to; any when absent.
        valid_until (datetime.date | None | Unset): The last day of the sessions. A claim needs one; an extension keeps
            that of the guarantee without one.
    """

    sessions: int
    clinic_id: None | str | Unset = UNSET
    per_session: Money | None | Unset = UNSET
    practitioner_id: None | str | Unset = UNSET
    valid_until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        sessions = self.sessions

        clinic_id: None | str | Unset
        if isinstance(self.clinic_id, Unset):
            clinic_id = UNSET
        else:
            clinic_id = self.clinic_id

        per_session: dict[str, Any] | None | Unset
        if isinstance(self.per_session, Unset):
            per_session = UNSET
        elif isinstance(self.per_session, Money):
            per_session = self.per_session.to_dict()
        else:
            per_session = self.per_session

        practitioner_id: None | str | Unset
        if isinstance(self.practitioner_id, Unset):
            practitioner_id = UNSET
        else:
            practitioner_id = self.practitioner_id

        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sessions": sessions,
            }
        )
        if clinic_id is not UNSET:
            field_dict["clinicId"] = clinic_id
        if per_session is not UNSET:
            field_dict["perSession"] = per_session
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if valid_until is not UNSET:
            field_dict["validUntil"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        sessions = d.pop("sessions")

        def _parse_clinic_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        clinic_id = _parse_clinic_id(d.pop("clinicId", UNSET))

        def _parse_per_session(data: object) -> Money | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                per_session_type_0 = Money.from_dict(data)

                return per_session_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None | Unset, data)

        per_session = _parse_per_session(d.pop("perSession", UNSET))

        def _parse_practitioner_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        practitioner_id = _parse_practitioner_id(d.pop("practitionerId", UNSET))

        def _parse_valid_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("validUntil", UNSET))

        new_grant = cls(
            sessions=sessions,
            clinic_id=clinic_id,
            per_session=per_session,
            practitioner_id=practitioner_id,
            valid_until=valid_until,
        )

        return new_grant
