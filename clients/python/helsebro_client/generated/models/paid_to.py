from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.paid_to_confirmed_by import PaidToConfirmedBy, check_paid_to_confirmed_by
from ..types import UNSET, Unset

T = TypeVar("T", bound="PaidTo")


@_attrs_define
class PaidTo:
    """The account that a refund is paid to.

    Attributes:
        confirmed_at (datetime.datetime): When the member confirmed it.
        masked (str): The last digits of the account.
        confirmed_by (PaidToConfirmedBy | Unset): Who confirmed it: the person of the case, or who asked for the refund
            in that person's place, as a guardian or with a mandate. For staff only.
        holder (Literal['unknown'] | Unset): In whose name it is: nobody but the bank knows. For staff only.
    """

    confirmed_at: datetime.datetime
    masked: str
    confirmed_by: PaidToConfirmedBy | Unset = UNSET
    holder: Literal["unknown"] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confirmed_at = self.confirmed_at.isoformat()

        masked = self.masked

        confirmed_by: str | Unset = UNSET
        if not isinstance(self.confirmed_by, Unset):
            confirmed_by = self.confirmed_by

        holder = self.holder

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmedAt": confirmed_at,
                "masked": masked,
            }
        )
        if confirmed_by is not UNSET:
            field_dict["confirmedBy"] = confirmed_by
        if holder is not UNSET:
            field_dict["holder"] = holder

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        confirmed_at = datetime.datetime.fromisoformat(d.pop("confirmedAt"))

        masked = d.pop("masked")

        _confirmed_by = d.pop("confirmedBy", UNSET)
        confirmed_by: PaidToConfirmedBy | Unset
        if isinstance(_confirmed_by, Unset):
            confirmed_by = UNSET
        else:
            confirmed_by = check_paid_to_confirmed_by(_confirmed_by)

        holder = cast(Literal["unknown"] | Unset, d.pop("holder", UNSET))
        if holder != "unknown" and not isinstance(holder, Unset):
            raise ValueError(f"holder must match const 'unknown', got '{holder}'")

        paid_to = cls(
            confirmed_at=confirmed_at,
            masked=masked,
            confirmed_by=confirmed_by,
            holder=holder,
        )

        paid_to.additional_properties = d
        return paid_to

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
