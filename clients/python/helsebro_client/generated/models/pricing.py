from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="Pricing")


@_attrs_define
class Pricing:
    """What the price of a policy follows, in a period.

    Attributes:
        from_ (datetime.date): The first day on which the price follows them.
        until (datetime.date | None): The last day; null while no change of them is agreed.
        average_age (int | Unset): The average age of the insured.
        employees (int | Unset): The number of its employees.
        industry_code (str | Unset): The industry code of the policyholder.
        postcode (str | Unset): The postcode of its location.
    """

    from_: datetime.date
    until: datetime.date | None
    average_age: int | Unset = UNSET
    employees: int | Unset = UNSET
    industry_code: str | Unset = UNSET
    postcode: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_.isoformat()

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        average_age = self.average_age

        employees = self.employees

        industry_code = self.industry_code

        postcode = self.postcode

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "until": until,
            }
        )
        if average_age is not UNSET:
            field_dict["averageAge"] = average_age
        if employees is not UNSET:
            field_dict["employees"] = employees
        if industry_code is not UNSET:
            field_dict["industryCode"] = industry_code
        if postcode is not UNSET:
            field_dict["postcode"] = postcode

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_ = datetime.date.fromisoformat(d.pop("from"))

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        average_age = d.pop("averageAge", UNSET)

        employees = d.pop("employees", UNSET)

        industry_code = d.pop("industryCode", UNSET)

        postcode = d.pop("postcode", UNSET)

        pricing = cls(
            from_=from_,
            until=until,
            average_age=average_age,
            employees=employees,
            industry_code=industry_code,
            postcode=postcode,
        )

        pricing.additional_properties = d
        return pricing

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
