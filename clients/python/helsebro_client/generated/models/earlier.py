from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.earlier_condition_key import (
    EarlierConditionKey,
    check_earlier_condition_key,
)
from ..models.earlier_treatment_type import (
    EarlierTreatmentType,
    check_earlier_treatment_type,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Earlier")


@_attrs_define
class Earlier:
    """An earlier treatment.

    Attributes:
        on (datetime.date): When.
        treatment_type (EarlierTreatmentType): The kind of treatment.
        condition_key (EarlierConditionKey | Unset): Whether it was for the same illness or injury.
        cost (Money | Unset): An amount of 0 or more, with at most two decimals.
        course_ended_on (datetime.date | Unset): When that course ended.
        hours (float | Unset): How many hours.
        in_network (bool | Unset): Whether it was in the network.
        product (str | Unset): The terms that paid it.
        reserved (bool | Unset): Whether it is reserved and not yet used.
        sessions (int | Unset): How many sessions.
    """

    on: datetime.date
    treatment_type: EarlierTreatmentType
    condition_key: EarlierConditionKey | Unset = UNSET
    cost: Money | Unset = UNSET
    course_ended_on: datetime.date | Unset = UNSET
    hours: float | Unset = UNSET
    in_network: bool | Unset = UNSET
    product: str | Unset = UNSET
    reserved: bool | Unset = UNSET
    sessions: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        treatment_type: str = self.treatment_type

        condition_key: str | Unset = UNSET
        if not isinstance(self.condition_key, Unset):
            condition_key = self.condition_key

        cost: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cost, Unset):
            cost = self.cost.to_dict()

        course_ended_on: str | Unset = UNSET
        if not isinstance(self.course_ended_on, Unset):
            course_ended_on = self.course_ended_on.isoformat()

        hours = self.hours

        in_network = self.in_network

        product = self.product

        reserved = self.reserved

        sessions = self.sessions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "treatmentType": treatment_type,
            }
        )
        if condition_key is not UNSET:
            field_dict["conditionKey"] = condition_key
        if cost is not UNSET:
            field_dict["cost"] = cost
        if course_ended_on is not UNSET:
            field_dict["courseEndedOn"] = course_ended_on
        if hours is not UNSET:
            field_dict["hours"] = hours
        if in_network is not UNSET:
            field_dict["inNetwork"] = in_network
        if product is not UNSET:
            field_dict["product"] = product
        if reserved is not UNSET:
            field_dict["reserved"] = reserved
        if sessions is not UNSET:
            field_dict["sessions"] = sessions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        treatment_type = check_earlier_treatment_type(d.pop("treatmentType"))

        _condition_key = d.pop("conditionKey", UNSET)
        condition_key: EarlierConditionKey | Unset
        if isinstance(_condition_key, Unset):
            condition_key = UNSET
        else:
            condition_key = check_earlier_condition_key(_condition_key)

        _cost = d.pop("cost", UNSET)
        cost: Money | Unset
        if isinstance(_cost, Unset):
            cost = UNSET
        else:
            cost = Money.from_dict(_cost)

        _course_ended_on = d.pop("courseEndedOn", UNSET)
        course_ended_on: datetime.date | Unset
        if isinstance(_course_ended_on, Unset):
            course_ended_on = UNSET
        else:
            course_ended_on = datetime.date.fromisoformat(_course_ended_on)

        hours = d.pop("hours", UNSET)

        in_network = d.pop("inNetwork", UNSET)

        product = d.pop("product", UNSET)

        reserved = d.pop("reserved", UNSET)

        sessions = d.pop("sessions", UNSET)

        earlier = cls(
            on=on,
            treatment_type=treatment_type,
            condition_key=condition_key,
            cost=cost,
            course_ended_on=course_ended_on,
            hours=hours,
            in_network=in_network,
            product=product,
            reserved=reserved,
            sessions=sessions,
        )

        earlier.additional_properties = d
        return earlier

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
