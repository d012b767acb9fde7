from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewSignatory")


@_attrs_define
class NewSignatory:
    """The person who is authorised to sign for the company.

    With a `cpr` or `fnr`, this person signs the contract with a login. Without, the contract's link in the
    e-mail and the name in the login are compared with this name.

        Attributes:
            email (str): Where the contract is sent.
            name (str): The person's name.
            cpr (None | str | Unset): The Danish CPR number.
            fnr (None | str | Unset): The Norwegian fødselsnummer.
    """

    email: str
    name: str
    cpr: None | str | Unset = UNSET
    fnr: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        name = self.name

        cpr: None | str | Unset
        if isinstance(self.cpr, Unset):
            cpr = UNSET
        else:
            cpr = self.cpr

        fnr: None | str | Unset
        if isinstance(self.fnr, Unset):
            fnr = UNSET
        else:
            fnr = self.fnr

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "name": name,
            }
        )
        if cpr is not UNSET:
            field_dict["cpr"] = cpr
        if fnr is not UNSET:
            field_dict["fnr"] = fnr

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        name = d.pop("name")

        def _parse_cpr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cpr = _parse_cpr(d.pop("cpr", UNSET))

        def _parse_fnr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fnr = _parse_fnr(d.pop("fnr", UNSET))

        new_signatory = cls(
            email=email,
            name=name,
            cpr=cpr,
            fnr=fnr,
        )

        return new_signatory
