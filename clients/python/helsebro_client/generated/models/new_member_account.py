from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.bank_account import BankAccount


T = TypeVar("T", bound="NewMemberAccount")


@_attrs_define
class NewMemberAccount:
    """The account that the member wants to be paid to.

    Attributes:
        pay_to (BankAccount): The account number of the payer's country, or an IBAN.
    """

    pay_to: BankAccount

    def to_dict(self) -> dict[str, Any]:
        pay_to = self.pay_to.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "payTo": pay_to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bank_account import BankAccount  # noqa: PLC0415

        d = dict(src_dict)
        pay_to = BankAccount.from_dict(d.pop("payTo"))

        new_member_account = cls(
            pay_to=pay_to,
        )

        return new_member_account
