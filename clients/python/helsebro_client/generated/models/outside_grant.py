from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.outside_grant_code import OutsideGrantCode, check_outside_grant_code

T = TypeVar("T", bound="OutsideGrant")


@_attrs_define
class OutsideGrant:
    """Why a billed treatment is not one that the case was granted.

    Attributes:
        code (OutsideGrantCode): The reason.
        detail (str): The same in the caller's language.
    """

    code: OutsideGrantCode
    detail: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = check_outside_grant_code(d.pop("code"))

        detail = d.pop("detail")

        outside_grant = cls(
            code=code,
            detail=detail,
        )

        outside_grant.additional_properties = d
        return outside_grant

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
