from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SoughtPerson")


@_attrs_define
class SoughtPerson:
    """Whom to look for: exactly one of `cpr`, `fnr`, `phone`, `name` and `caseNumber`.

    Attributes:
        born_on (datetime.date | None | Unset): Leaves out everyone who was born on another day.
        case_number (None | str | Unset): The case number in a letter, or the id of the claim.
        cpr (None | str | Unset): The Danish CPR number.
        fnr (None | str | Unset): The Norwegian fødselsnummer.
        name (None | str | Unset): Words of the name, or at least the first three letters of each. Accents, capitals and
            the order do not matter; `å` and `aa`, `æ` and `ae`, `ø` and `oe`, `ü` and `ue` are the same.
        phone (None | str | Unset): A phone number of the person. The country code may be left out; with one, only
            numbers of that country are found.
    """

    born_on: datetime.date | None | Unset = UNSET
    case_number: None | str | Unset = UNSET
    cpr: None | str | Unset = UNSET
    fnr: None | str | Unset = UNSET
    name: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        born_on: None | str | Unset
        if isinstance(self.born_on, Unset):
            born_on = UNSET
        elif isinstance(self.born_on, datetime.date):
            born_on = self.born_on.isoformat()
        else:
            born_on = self.born_on

        case_number: None | str | Unset
        if isinstance(self.case_number, Unset):
            case_number = UNSET
        else:
            case_number = self.case_number

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

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if born_on is not UNSET:
            field_dict["bornOn"] = born_on
        if case_number is not UNSET:
            field_dict["caseNumber"] = case_number
        if cpr is not UNSET:
            field_dict["cpr"] = cpr
        if fnr is not UNSET:
            field_dict["fnr"] = fnr
        if name is not UNSET:
            field_dict["name"] = name
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_born_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                born_on_type_0 = datetime.date.fromisoformat(data)

                return born_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        born_on = _parse_born_on(d.pop("bornOn", UNSET))

        def _parse_case_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        case_number = _parse_case_number(d.pop("caseNumber", UNSET))

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

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        sought_person = cls(
            born_on=born_on,
            case_number=case_number,
            cpr=cpr,
            fnr=fnr,
            name=name,
            phone=phone,
        )

        return sought_person
