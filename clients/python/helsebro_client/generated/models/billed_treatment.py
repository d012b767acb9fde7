from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.billed_treatment_type import (
    BilledTreatmentType,
    check_billed_treatment_type,
)

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="BilledTreatment")


@_attrs_define
class BilledTreatment:
    """A treatment of the member's own bill.

    Attributes:
        cost (Money): An amount of 0 or more, with at most two decimals.
        on (datetime.date): When it was held.
        type_ (BilledTreatmentType): The kind of treatment.
    """

    cost: Money
    on: datetime.date
    type_: BilledTreatmentType

    def to_dict(self) -> dict[str, Any]:
        cost = self.cost.to_dict()

        on = self.on.isoformat()

        type_: str = self.type_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "cost": cost,
                "on": on,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        cost = Money.from_dict(d.pop("cost"))

        on = datetime.date.fromisoformat(d.pop("on"))

        type_ = check_billed_treatment_type(d.pop("type"))

        billed_treatment = cls(
            cost=cost,
            on=on,
            type_=type_,
        )

        return billed_treatment
