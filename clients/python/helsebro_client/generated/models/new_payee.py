from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_payee_kind import NewPayeeKind, check_new_payee_kind
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPayee")


@_attrs_define
class NewPayee:
    """An account, with the fields of its kind and no others. Blanks are ignored, dots and dashes are not.

    Attributes:
        kind (NewPayeeKind): `account-dk`: a Danish registration and account number. `fi`: a Danish FI creditor.
            `account-no`: a Norwegian account. `iban`: an IBAN of any country. `stripe`: an account at Stripe that is
            connected to the payer's; only sessions without an invoice are paid to it.
        account_number (None | str | Unset): The account number: at most 10 digits of `account-dk`, 11 digits of
            `account-no`.
        connected_account (None | str | Unset): The id of the account at Stripe. Of `stripe`.
        creditor_number (None | str | Unset): The creditor number: 8 digits, of which the first is 8. Of `fi`.
        iban (None | str | Unset): The IBAN. Of `iban`.
        registration_number (None | str | Unset): The registration number of the bank, 4 digits. Of `account-dk`.
    """

    kind: NewPayeeKind
    account_number: None | str | Unset = UNSET
    connected_account: None | str | Unset = UNSET
    creditor_number: None | str | Unset = UNSET
    iban: None | str | Unset = UNSET
    registration_number: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        account_number: None | str | Unset
        if isinstance(self.account_number, Unset):
            account_number = UNSET
        else:
            account_number = self.account_number

        connected_account: None | str | Unset
        if isinstance(self.connected_account, Unset):
            connected_account = UNSET
        else:
            connected_account = self.connected_account

        creditor_number: None | str | Unset
        if isinstance(self.creditor_number, Unset):
            creditor_number = UNSET
        else:
            creditor_number = self.creditor_number

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
                "kind": kind,
            }
        )
        if account_number is not UNSET:
            field_dict["accountNumber"] = account_number
        if connected_account is not UNSET:
            field_dict["connectedAccount"] = connected_account
        if creditor_number is not UNSET:
            field_dict["creditorNumber"] = creditor_number
        if iban is not UNSET:
            field_dict["iban"] = iban
        if registration_number is not UNSET:
            field_dict["registrationNumber"] = registration_number

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_new_payee_kind(d.pop("kind"))

        def _parse_account_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        account_number = _parse_account_number(d.pop("accountNumber", UNSET))

        def _parse_connected_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        connected_account = _parse_connected_account(d.pop("connectedAccount", UNSET))

        def _parse_creditor_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        creditor_number = _parse_creditor_number(d.pop("creditorNumber", UNSET))

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

        new_payee = cls(
            kind=kind,
            account_number=account_number,
            connected_account=connected_account,
            creditor_number=creditor_number,
            iban=iban,
            registration_number=registration_number,
        )

        return new_payee
