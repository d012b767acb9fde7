from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Resemblance")


@_attrs_define
class Resemblance:
    """A treatment of another refund of the person, of the same day and amount.

    Attributes:
        refund_id (str): The id of the refund.
        same_clinic (bool): Whether both bills name the same clinic; false when one names none.
        treatment (int): Its place in that refund.
    """

    refund_id: str
    same_clinic: bool
    treatment: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        refund_id = self.refund_id

        same_clinic = self.same_clinic

        treatment = self.treatment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "refundId": refund_id,
                "sameClinic": same_clinic,
                "treatment": treatment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        refund_id = d.pop("refundId")

        same_clinic = d.pop("sameClinic")

        treatment = d.pop("treatment")

        resemblance = cls(
            refund_id=refund_id,
            same_clinic=same_clinic,
            treatment=treatment,
        )

        resemblance.additional_properties = d
        return resemblance

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
