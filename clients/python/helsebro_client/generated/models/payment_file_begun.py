from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_file_begun_state import (
    PaymentFileBegunState,
    check_payment_file_begun_state,
)

T = TypeVar("T", bound="PaymentFileBegun")


@_attrs_define
class PaymentFileBegun:
    """A payment file that is being drafted or called off. Read it until its state is another.

    Attributes:
        file_id (str): The id of the payment file.
        state (PaymentFileBegunState): `drafting`: its payables are being put together. `drafted`: it waits for a second
            person to release it. `released`: it is written for the bank. `sent`: the bank has it. `settled`: the bank has
            answered for each payment. `cancelling`, `cancelled`: its payables are approved again, or it found none.
    """

    file_id: str
    state: PaymentFileBegunState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file_id = self.file_id

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fileId": file_id,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file_id = d.pop("fileId")

        state = check_payment_file_begun_state(d.pop("state"))

        payment_file_begun = cls(
            file_id=file_id,
            state=state,
        )

        payment_file_begun.additional_properties = d
        return payment_file_begun

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
