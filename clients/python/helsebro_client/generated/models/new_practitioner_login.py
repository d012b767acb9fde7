from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPractitionerLogin")


@_attrs_define
class NewPractitionerLogin:
    """Who signs in as the practitioner: a number, or a mailbox that gets an invitation. Name one of them.

    Attributes:
        cpr (None | str | Unset): The Danish CPR number.
        email (None | str | Unset): Where the invitation is sent.
        fnr (None | str | Unset): The Norwegian fødselsnummer.
    """

    cpr: None | str | Unset = UNSET
    email: None | str | Unset = UNSET
    fnr: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        cpr: None | str | Unset
        if isinstance(self.cpr, Unset):
            cpr = UNSET
        else:
            cpr = self.cpr

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        fnr: None | str | Unset
        if isinstance(self.fnr, Unset):
            fnr = UNSET
        else:
            fnr = self.fnr

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cpr is not UNSET:
            field_dict["cpr"] = cpr
        if email is not UNSET:
            field_dict["email"] = email
        if fnr is not UNSET:
            field_dict["fnr"] = fnr

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_cpr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cpr = _parse_cpr(d.pop("cpr", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_fnr(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fnr = _parse_fnr(d.pop("fnr", UNSET))

        new_practitioner_login = cls(
            cpr=cpr,
            email=email,
            fnr=fnr,
        )

        return new_practitioner_login
