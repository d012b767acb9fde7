from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.made_complaint_status import (
    MadeComplaintStatus,
    check_made_complaint_status,
)
from ..models.made_complaint_step import MadeComplaintStep, check_made_complaint_step
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety


T = TypeVar("T", bound="MadeComplaint")


@_attrs_define
class MadeComplaint:
    """A complaint that was just made.

    Attributes:
        complaint_id (str): The id of the complaint.
        status (MadeComplaintStatus): Where it stands. `upheld`: the denial stands. `overturned`: the case was decided
            anew.
        step (MadeComplaintStep): To whom the member complains.
        due_at (datetime.datetime | Unset): By when it is answered. Absent for the board, which takes its own time.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    complaint_id: str
    status: MadeComplaintStatus
    step: MadeComplaintStep
    due_at: datetime.datetime | Unset = UNSET
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        complaint_id = self.complaint_id

        status: str = self.status

        step: str = self.step

        due_at: str | Unset = UNSET
        if not isinstance(self.due_at, Unset):
            due_at = self.due_at.isoformat()

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "complaintId": complaint_id,
                "status": status,
                "step": step,
            }
        )
        if due_at is not UNSET:
            field_dict["dueAt"] = due_at
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415

        d = dict(src_dict)
        complaint_id = d.pop("complaintId")

        status = check_made_complaint_status(d.pop("status"))

        step = check_made_complaint_step(d.pop("step"))

        _due_at = d.pop("dueAt", UNSET)
        due_at: datetime.datetime | Unset
        if isinstance(_due_at, Unset):
            due_at = UNSET
        else:
            due_at = datetime.datetime.fromisoformat(_due_at)

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        made_complaint = cls(
            complaint_id=complaint_id,
            status=status,
            step=step,
            due_at=due_at,
            safety=safety,
        )

        made_complaint.additional_properties = d
        return made_complaint

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
