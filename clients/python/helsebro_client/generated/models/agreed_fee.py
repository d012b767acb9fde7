from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agreed_fee_service import AgreedFeeService, check_agreed_fee_service
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.applied_rate import AppliedRate
    from ..models.money import Money


T = TypeVar("T", bound="AgreedFee")


@_attrs_define
class AgreedFee:
    """The agreed price of one session.

    Attributes:
        amount (Money): An amount of 0 or more, with at most two decimals.
        service (AgreedFeeService): The kind of session.
        rate (AppliedRate | Unset): The rate of the tariff that a price comes from.
        tariff (Money | Unset): An amount of 0 or more, with at most two decimals.
    """

    amount: Money
    service: AgreedFeeService
    rate: AppliedRate | Unset = UNSET
    tariff: Money | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        service: str = self.service

        rate: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rate, Unset):
            rate = self.rate.to_dict()

        tariff: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tariff, Unset):
            tariff = self.tariff.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "service": service,
            }
        )
        if rate is not UNSET:
            field_dict["rate"] = rate
        if tariff is not UNSET:
            field_dict["tariff"] = tariff

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.applied_rate import AppliedRate  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        service = check_agreed_fee_service(d.pop("service"))

        _rate = d.pop("rate", UNSET)
        rate: AppliedRate | Unset
        if isinstance(_rate, Unset):
            rate = UNSET
        else:
            rate = AppliedRate.from_dict(_rate)

        _tariff = d.pop("tariff", UNSET)
        tariff: Money | Unset
        if isinstance(_tariff, Unset):
            tariff = UNSET
        else:
            tariff = Money.from_dict(_tariff)

        agreed_fee = cls(
            amount=amount,
            service=service,
            rate=rate,
            tariff=tariff,
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
