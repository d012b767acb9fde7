from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.former_insurance_product import (
    FormerInsuranceProduct,
    check_former_insurance_product,
)

T = TypeVar("T", bound="FormerInsurance")


@_attrs_define
class FormerInsurance:
    """The insurance that a person had before.

    Attributes:
        began_on (datetime.date): Its first day.
        ended_on (datetime.date): The day on which it ended.
        product (FormerInsuranceProduct): What kind of insurance it was.
    """

    began_on: datetime.date
    ended_on: datetime.date
    product: FormerInsuranceProduct

    def to_dict(self) -> dict[str, Any]:
        began_on = self.began_on.isoformat()

        ended_on = self.ended_on.isoformat()

        product: str = self.product

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "beganOn": began_on,
                "endedOn": ended_on,
                "product": product,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        began_on = datetime.date.fromisoformat(d.pop("beganOn"))

        ended_on = datetime.date.fromisoformat(d.pop("endedOn"))

        product = check_former_insurance_product(d.pop("product"))

        former_insurance = cls(
            began_on=began_on,
            ended_on=ended_on,
            product=product,
        )

        return former_insurance
