from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_paying_account_kind import (
    NewPayingAccountKind,
    check_new_paying_account_kind,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPayingAccount")


@_attrs_define
class NewPayingAccount:
    """An account of the payer, with the fields of its kind and no others. Blanks are ignored.

    Attributes:
        bic (str): The BIC of the payer's bank.
        kind (NewPayingAccountKind): `account-dk`: a Danish registration and account number. `account-no`: a Norwegian
            account. `iban`: an IBAN.
        name (str): The payer's name as its bank has it, in signs that banks carry.
        account_number (None | str | Unset): The account number: at most 10 digits of `account-dk`, 11 digits of
            `account-no`.
        agreement (str | Unset): The number of the payer's agreement with its bank about files. Leave it out when the
            bank asks for none. Default: ''.
        iban (None | str | Unset): The IBAN. Of `iban`.
        registration_number (None | str | Unset): The registration number of the bank, 4 digits. Of `account-dk`.
    """

    bic: str
    kind: NewPayingAccountKind
    name: str
    account_number: None | str | Unset = UNSET
    agreement: str | Unset = ""
    iban: None | str | Unset = UNSET
    registration_number: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        bic = self.bic

        kind: str = self.kind

        name = self.name

        account_number: None | str | Unset
        if isinstance(self.account_number, Unset):
            account_number = UNSET
        else:
            account_number = self.account_number

        agreement = self.agreement

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

        field_dict.update(
            {
                "bic": bic,
                "kind": kind,
                "name": name,
            }
        )
        if account_number is not UNSET:
            field_dict["accountNumber"] = account_number
        if agreement is not UNSET:
            field_dict["agreement"] = agreement
        if iban is not UNSET:
            field_dict["iban"] = iban
        if registration_number is not UNSET:
            field_dict["registrationNumber"] = registration_number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bic = d.pop("bic")

        kind = check_new_paying_account_kind(d.pop("kind"))

        name = d.pop("name")

        def _parse_account_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        account_number = _parse_account_number(d.pop("accountNumber", UNSET))

        agreement = d.pop("agreement", UNSET)

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

        new_paying_account = cls(
            bic=bic,
            kind=kind,
            name=name,
            account_number=account_number,
            agreement=agreement,
            iban=iban,
            registration_number=registration_number,
        )

        return new_paying_account
