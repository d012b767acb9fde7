from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.month_of_findings import MonthOfFindings


T = TypeVar("T", bound="InvoiceFindings")


@_attrs_define
class InvoiceFindings:
    """
    Attributes:
        from_ (str): A month.
        months (list[MonthOfFindings]): The months with a rejected invoice, the first one first.
        to (str): A month.
    """

    from_: str
    months: list[MonthOfFindings]
    to: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        to = self.to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from": from_,
                "months": months,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.month_of_findings import MonthOfFindings  # noqa: PLC0415

        d = dict(src_dict)
        from_ = d.pop("from")

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = MonthOfFindings.from_dict(months_item_data)

            months.append(months_item)

        to = d.pop("to")

        invoice_findings = cls(
            from_=from_,
            months=months,
            to=to,
        )

        invoice_findings.additional_properties = d
        return invoice_findings

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
