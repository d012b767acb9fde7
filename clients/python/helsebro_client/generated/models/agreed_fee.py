from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agreed_fee_service import AgreedFeeService, check_agreed_fee_service

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="AgreedFee")


@_attrs_define
class AgreedFee:
    """The agreed price of one session.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        service (AgreedFeeService): The kind of session.
    """

    amount: Money
    service: AgreedFeeService
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        service: str = self.service

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "service": service,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        service = check_agreed_fee_service(d.pop("service"))

        agreed_fee = cls(
            amount=amount,
            service=service,
        )

        agreed_fee.additional_properties = d
        return agreed_fee

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
