from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeclinedContract")


@_attrs_define
class DeclinedContract:
    """A contract that was declined.

    Attributes:
        clinic_id (str): The id of the clinic.
        status (Literal['declined']): Always `declined`.
    """

    clinic_id: str
    status: Literal["declined"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "clinicId": clinic_id,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        status = cast(Literal["declined"], d.pop("status"))
        if status != "declined":
            raise ValueError(f"status must match const 'declined', got '{status}'")

        declined_contract = cls(
            clinic_id=clinic_id,
            status=status,
        )

        declined_contract.additional_properties = d
        return declined_contract

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
