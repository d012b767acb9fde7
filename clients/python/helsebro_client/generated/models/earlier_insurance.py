from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.earlier_insurance_product import (
    EarlierInsuranceProduct,
    check_earlier_insurance_product,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="EarlierInsurance")


@_attrs_define
class EarlierInsurance:
    """An insurance at another company, whose seniority may be taken over.

    Attributes:
        product (EarlierInsuranceProduct): What kind of insurance it was; `none` has no days.
        began_on (datetime.date | Unset): Its first day.
        ended_on (datetime.date | Unset): The day on which it ended.
    """

    product: EarlierInsuranceProduct
    began_on: datetime.date | Unset = UNSET
    ended_on: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        product: str = self.product

        began_on: str | Unset = UNSET
        if not isinstance(self.began_on, Unset):
            began_on = self.began_on.isoformat()

        ended_on: str | Unset = UNSET
        if not isinstance(self.ended_on, Unset):
            ended_on = self.ended_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "product": product,
            }
        )
        if began_on is not UNSET:
            field_dict["beganOn"] = began_on
        if ended_on is not UNSET:
            field_dict["endedOn"] = ended_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        product = check_earlier_insurance_product(d.pop("product"))

        _began_on = d.pop("beganOn", UNSET)
        began_on: datetime.date | Unset
        if isinstance(_began_on, Unset):
            began_on = UNSET
        else:
            began_on = datetime.date.fromisoformat(_began_on)

        _ended_on = d.pop("endedOn", UNSET)
        ended_on: datetime.date | Unset
        if isinstance(_ended_on, Unset):
            ended_on = UNSET
        else:
            ended_on = datetime.date.fromisoformat(_ended_on)

        earlier_insurance = cls(
            product=product,
            began_on=began_on,
            ended_on=ended_on,
        )

        earlier_insurance.additional_properties = d
        return earlier_insurance

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
