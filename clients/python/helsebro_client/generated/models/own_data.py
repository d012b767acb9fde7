from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OwnData")


@_attrs_define
class OwnData:
    """The person who is logged in.

    Attributes:
        age (int | None): The age in whole years; null without a date of birth.
        born_on (datetime.date | None): The date of birth; null when the login does not hold it.
        email (None | str): The e-mail address; null when we have none.
        name (None | str): The name; null without a policy.
        person_id (str): The id of the person.
        phone (None | str): The phone number; null when we have none.
    """

    age: int | None
    born_on: datetime.date | None
    email: None | str
    name: None | str
    person_id: str
    phone: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        age: int | None
        age = self.age

        born_on: None | str
        if isinstance(self.born_on, datetime.date):
            born_on = self.born_on.isoformat()
        else:
            born_on = self.born_on

        email: None | str
        email = self.email

        name: None | str
        name = self.name

        person_id = self.person_id

        phone: None | str
        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "age": age,
                "bornOn": born_on,
                "email": email,
                "name": name,
                "personId": person_id,
                "phone": phone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_age(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        age = _parse_age(d.pop("age"))

        def _parse_born_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                born_on_type_0 = datetime.date.fromisoformat(data)

                return born_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        born_on = _parse_born_on(d.pop("bornOn"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        person_id = d.pop("personId")

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        own_data = cls(
            age=age,
            born_on=born_on,
            email=email,
            name=name,
            person_id=person_id,
            phone=phone,
        )

        own_data.additional_properties = d
        return own_data

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
