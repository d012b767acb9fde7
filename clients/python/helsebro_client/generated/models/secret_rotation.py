from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SecretRotation")


@_attrs_define
class SecretRotation:
    """Why the secret is replaced; the body may be left out.

    Attributes:
        lost (bool | Unset): Whether the old secret is in wrong hands. It then ends at once. Default: False.
    """

    lost: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        lost = self.lost

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if lost is not UNSET:
            field_dict["lost"] = lost

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        lost = d.pop("lost", UNSET)

        secret_rotation = cls(
            lost=lost,
        )

        return secret_rotation
