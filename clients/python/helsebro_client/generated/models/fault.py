from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Fault")


@_attrs_define
class Fault:
    """One fault of the request.

    Attributes:
        code (str): What is wrong, for programs.
        detail (str): What is wrong, for people, in the caller's language.
        pointer (str): Where: a JSON pointer into the body, or `/` and the name of a parameter.
        booking_id (str | Unset): The booking that has the slot; only where a slot is booked.
        path (str | Unset): The fact of a case that it is about; only where facts are stated.
    """

    code: str
    detail: str
    pointer: str
    booking_id: str | Unset = UNSET
    path: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        detail = self.detail

        pointer = self.pointer

        booking_id = self.booking_id

        path = self.path

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "pointer": pointer,
            }
        )
        if booking_id is not UNSET:
            field_dict["bookingId"] = booking_id
        if path is not UNSET:
            field_dict["path"] = path

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        detail = d.pop("detail")

        pointer = d.pop("pointer")

        booking_id = d.pop("bookingId", UNSET)

        path = d.pop("path", UNSET)

        fault = cls(
            code=code,
            detail=detail,
            pointer=pointer,
            booking_id=booking_id,
            path=path,
        )

        fault.additional_properties = d
        return fault

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
