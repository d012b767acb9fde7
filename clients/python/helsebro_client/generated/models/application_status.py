from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.application_status_status import (
    ApplicationStatusStatus,
    check_application_status_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.application_ending import ApplicationEnding
    from ..models.checklist import Checklist
    from ..models.clinic_next_step import ClinicNextStep


T = TypeVar("T", bound="ApplicationStatus")


@_attrs_define
class ApplicationStatus:
    """Where an application stands.

    Attributes:
        checklist (Checklist): The six steps until members can find the clinic, each with the time it was done, or null.
        next_step (ClinicNextStep | None): What comes next; null once it has ended.
        status (ApplicationStatusStatus): `applied` while the clinic may still join, else `ended`.
        ending (ApplicationEnding | Unset): Why the clinic does not join.
    """

    checklist: Checklist
    next_step: ClinicNextStep | None
    status: ApplicationStatusStatus
    ending: ApplicationEnding | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.clinic_next_step import ClinicNextStep  # noqa: PLC0415

        checklist = self.checklist.to_dict()

        next_step: dict[str, Any] | None
        if isinstance(self.next_step, ClinicNextStep):
            next_step = self.next_step.to_dict()
        else:
            next_step = self.next_step

        status: str = self.status

        ending: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ending, Unset):
            ending = self.ending.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "checklist": checklist,
                "nextStep": next_step,
                "status": status,
            }
        )
        if ending is not UNSET:
            field_dict["ending"] = ending

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.application_ending import ApplicationEnding  # noqa: PLC0415
        from ..models.checklist import Checklist  # noqa: PLC0415
        from ..models.clinic_next_step import ClinicNextStep  # noqa: PLC0415

        d = dict(src_dict)
        checklist = Checklist.from_dict(d.pop("checklist"))

        def _parse_next_step(data: object) -> ClinicNextStep | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                next_step_type_0 = ClinicNextStep.from_dict(data)

                return next_step_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClinicNextStep | None, data)

        next_step = _parse_next_step(d.pop("nextStep"))

        status = check_application_status_status(d.pop("status"))

        _ending = d.pop("ending", UNSET)
        ending: ApplicationEnding | Unset
        if isinstance(_ending, Unset):
            ending = UNSET
        else:
            ending = ApplicationEnding.from_dict(_ending)

        application_status = cls(
            checklist=checklist,
            next_step=next_step,
            status=status,
            ending=ending,
        )

        application_status.additional_properties = d
        return application_status

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
