from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.guarantee_validity_settlement import (
    GuaranteeValiditySettlement,
    check_guarantee_validity_settlement,
)
from ..models.guarantee_validity_status import (
    GuaranteeValidityStatus,
    check_guarantee_validity_status,
)
from ..models.guarantee_validity_treatment import (
    GuaranteeValidityTreatment,
    check_guarantee_validity_treatment,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="GuaranteeValidity")


@_attrs_define
class GuaranteeValidity:
    """Whether a guarantee is valid and for what; nothing about the person, the payer or the clinic.

    Attributes:
        sessions_left (int): How many sessions are not yet held; 0 once the course has ended. What was booked before is
            still covered.
        settlement (GuaranteeValiditySettlement): Who is paid: `direct` for the clinic, `refund` when the member pays
            first and then asks for a refund.
        status (GuaranteeValidityStatus): `used` when no session is left, `expired` after its last day, `revoked` by
            staff.
        treatment (GuaranteeValidityTreatment): The kind of treatment.
        valid_until (datetime.date): The last day on which a session is covered, in the country of the case.
        begin_by (datetime.date | Unset): The last day of the first session. After it the guarantee has expired. Absent
            when there is no such day, and once a session is booked.
    """

    sessions_left: int
    settlement: GuaranteeValiditySettlement
    status: GuaranteeValidityStatus
    treatment: GuaranteeValidityTreatment
    valid_until: datetime.date
    begin_by: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sessions_left = self.sessions_left

        settlement: str = self.settlement

        status: str = self.status

        treatment: str = self.treatment

        valid_until = self.valid_until.isoformat()

        begin_by: str | Unset = UNSET
        if not isinstance(self.begin_by, Unset):
            begin_by = self.begin_by.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sessionsLeft": sessions_left,
                "settlement": settlement,
                "status": status,
                "treatment": treatment,
                "validUntil": valid_until,
            }
        )
        if begin_by is not UNSET:
            field_dict["beginBy"] = begin_by

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sessions_left = d.pop("sessionsLeft")

        settlement = check_guarantee_validity_settlement(d.pop("settlement"))

        status = check_guarantee_validity_status(d.pop("status"))

        treatment = check_guarantee_validity_treatment(d.pop("treatment"))

        valid_until = datetime.date.fromisoformat(d.pop("validUntil"))

        _begin_by = d.pop("beginBy", UNSET)
        begin_by: datetime.date | Unset
        if isinstance(_begin_by, Unset):
            begin_by = UNSET
        else:
            begin_by = datetime.date.fromisoformat(_begin_by)

        guarantee_validity = cls(
            sessions_left=sessions_left,
            settlement=settlement,
            status=status,
            treatment=treatment,
            valid_until=valid_until,
            begin_by=begin_by,
        )

        guarantee_validity.additional_properties = d
        return guarantee_validity

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
