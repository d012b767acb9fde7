from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BankAccount")


@_attrs_define
class BankAccount:
    """The account number of the payer's country, or an IBAN.

    Attributes:
        account_number (None | str | Unset): The account number: up to 10 digits in Denmark, 11 in Norway. Not with
            `iban`.
        iban (None | str | Unset): The IBAN, with or without blanks.
        registration_number (None | str | Unset): The registration number: 4 digits, in Denmark only. Not with `iban`.
    """

    account_number: None | str | Unset = UNSET
    iban: None | str | Unset = UNSET
    registration_number: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        account_number: None | str | Unset
        if isinstance(self.account_number, Unset):
            account_number = UNSET
        else:
            account_number = self.account_number

        iban: None | str | Unset
        if isinstance(self.iban, Unset):
            iban = UNSET
        else:
            iban = self.iban

        registration_number: None | str | Unset
        if isinstance(self.registration_number, Unset):
            registration_number = UNSET
        else:
            registration_number = self.registration_number

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if account_number is not UNSET:
            field_dict["accountNumber"] = account_number
        if iban is not UNSET:
            field_dict["iban"] = iban
        if registration_number is not UNSET:
            field_dict["registrationNumber"] = registration_number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_account_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        account_number = _parse_account_number(d.pop("accountNumber", UNSET))

        def _parse_iban(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        iban = _parse_iban(d.pop("iban", UNSET))

        def _parse_registration_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        registration_number = _parse_registration_number(d.pop("registrationNumber", UNSET))

        bank_account = cls(
            account_number=account_number,
            iban=iban,
            registration_number=registration_number,
        )

        return bank_account
