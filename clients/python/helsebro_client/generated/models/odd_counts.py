from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="OddCounts")


@_attrs_define
class OddCounts:
    """How many payments of the file have each oddity. One that none has is absent.

    Attributes:
        first_payment (int | Unset): How many payments have it.
        new_account (int | Unset): How many payments have it.
        same_amount_twice (int | Unset): How many payments have it.
        twice_the_usual (int | Unset): How many payments have it.
    """

    first_payment: int | Unset = UNSET
    new_account: int | Unset = UNSET
    same_amount_twice: int | Unset = UNSET
    twice_the_usual: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        first_payment = self.first_payment

        new_account = self.new_account

        same_amount_twice = self.same_amount_twice

        twice_the_usual = self.twice_the_usual

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if first_payment is not UNSET:
            field_dict["first-payment"] = first_payment
        if new_account is not UNSET:
            field_dict["new-account"] = new_account
        if same_amount_twice is not UNSET:
            field_dict["same-amount-twice"] = same_amount_twice
        if twice_the_usual is not UNSET:
            field_dict["twice-the-usual"] = twice_the_usual

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_payment = d.pop("first-payment", UNSET)

        new_account = d.pop("new-account", UNSET)

        same_amount_twice = d.pop("same-amount-twice", UNSET)

        twice_the_usual = d.pop("twice-the-usual", UNSET)

        odd_counts = cls(
            first_payment=first_payment,
            new_account=new_account,
            same_amount_twice=same_amount_twice,
            twice_the_usual=twice_the_usual,
        )

        odd_counts.additional_properties = d
        return odd_counts

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
