from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.clinic_next_step_step import (
    ClinicNextStepStep,
    check_clinic_next_step_step,
)

T = TypeVar("T", bound="ClinicNextStep")


@_attrs_define
class ClinicNextStep:
    """What the clinic does next until members can find it.

    Attributes:
        step (ClinicNextStepStep): The step of the checklist.
        text (str): What to do, in the reader's language.
    """

    step: ClinicNextStepStep
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        step: str = self.step

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "step": step,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        step = check_clinic_next_step_step(d.pop("step"))

        text = d.pop("text")

        clinic_next_step = cls(
            step=step,
            text=text,
        )

        clinic_next_step.additional_properties = d
        return clinic_next_step

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
