from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Policyholder")


@_attrs_define
class Policyholder:
    """The employer or association that holds the policy.

    Attributes:
        cvr (str): Its company number: 8 digits in Denmark, 9 in Norway.
        name (str): Its name.
    """

    cvr: str
    name: str

    def to_dict(self) -> dict[str, Any]:
        cvr = self.cvr

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cvr": cvr,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cvr = d.pop("cvr")

        name = d.pop("name")

        policyholder = cls(
            cvr=cvr,
            name=name,
        )

        return policyholder
