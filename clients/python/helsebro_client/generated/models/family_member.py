from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.family_member_access import FamilyMemberAccess, check_family_member_access
from ..models.family_member_place_type_0 import (
    FamilyMemberPlaceType0,
    check_family_member_place_type_0,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="FamilyMember")


@_attrs_define
class FamilyMember:
    """A spouse or child who is insured with the person, or a guardian of the person.

    Attributes:
        access (FamilyMemberAccess): What the person may see. `full`: everything, as of a child under 15. `mandate`:
            only the cases with a mandate. `none`: nothing.
        age (int | None): The age in whole years; null where the name is, and of a guardian.
        name (None | str): The name; null of a child whose guardian the person is not, by underwriting, and of a
            guardian whom no enrolment names.
        person_id (str): The id of the person.
        place (FamilyMemberPlaceType0 | None): For a child under 15, what the person is: a confirmed `guardian`;
            `proposed` by an enrolment that waits to be confirmed; `rejected` by underwriting, with the reason in `GET
            /v1/families/{personId}`. Null for anyone else.
        decides_for_you (bool | Unset): True of a confirmed guardian, who decides for the person until the 15th
            birthday; absent for anyone else.
    """

    access: FamilyMemberAccess
    age: int | None
    name: None | str
    person_id: str
    place: FamilyMemberPlaceType0 | None
    decides_for_you: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access: str = self.access

        age: int | None
        age = self.age

        name: None | str
        name = self.name

        person_id = self.person_id

        place: None | str
        if isinstance(self.place, str):
            place = self.place
        else:
            place = self.place

        decides_for_you = self.decides_for_you

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access": access,
                "age": age,
                "name": name,
                "personId": person_id,
                "place": place,
            }
        )
        if decides_for_you is not UNSET:
            field_dict["decidesForYou"] = decides_for_you

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access = check_family_member_access(d.pop("access"))

        def _parse_age(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        age = _parse_age(d.pop("age"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        person_id = d.pop("personId")

        def _parse_place(data: object) -> FamilyMemberPlaceType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                place_type_0 = check_family_member_place_type_0(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FamilyMemberPlaceType0 | None, data)

        place = _parse_place(d.pop("place"))

        decides_for_you = d.pop("decidesForYou", UNSET)

        family_member = cls(
            access=access,
            age=age,
            name=name,
            person_id=person_id,
            place=place,
            decides_for_you=decides_for_you,
        )

        family_member.additional_properties = d
        return family_member

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
