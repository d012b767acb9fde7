from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.policy_insured_relation import (
    PolicyInsuredRelation,
    check_policy_insured_relation,
)
from ..models.policy_insured_scheme import (
    PolicyInsuredScheme,
    check_policy_insured_scheme,
)

T = TypeVar("T", bound="PolicyInsured")


@_attrs_define
class PolicyInsured:
    """A person whom a policy insures, or insured.

    Attributes:
        enrolled_on (datetime.date): The first day of the enrolment.
        left_on (datetime.date | None): The last day of insurance; null while no end is known.
        main_insured_person_id (None | str): The employee to whose family the person belongs; null for an employee.
        name (str): The name, as it was enrolled.
        person_id (str): The id of the person.
        relation (PolicyInsuredRelation): Why the person is insured.
        scheme (PolicyInsuredScheme): Whether the company pays for everyone, or the person joined voluntarily.
    """

    enrolled_on: datetime.date
    left_on: datetime.date | None
    main_insured_person_id: None | str
    name: str
    person_id: str
    relation: PolicyInsuredRelation
    scheme: PolicyInsuredScheme
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        enrolled_on = self.enrolled_on.isoformat()

        left_on: None | str
        if isinstance(self.left_on, datetime.date):
            left_on = self.left_on.isoformat()
        else:
            left_on = self.left_on

        main_insured_person_id: None | str
        main_insured_person_id = self.main_insured_person_id

        name = self.name

        person_id = self.person_id

        relation: str = self.relation

        scheme: str = self.scheme

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "enrolledOn": enrolled_on,
                "leftOn": left_on,
                "mainInsuredPersonId": main_insured_person_id,
                "name": name,
                "personId": person_id,
                "relation": relation,
                "scheme": scheme,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        enrolled_on = datetime.date.fromisoformat(d.pop("enrolledOn"))

        def _parse_left_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_on_type_0 = datetime.date.fromisoformat(data)

                return left_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        left_on = _parse_left_on(d.pop("leftOn"))

        def _parse_main_insured_person_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        main_insured_person_id = _parse_main_insured_person_id(d.pop("mainInsuredPersonId"))

        name = d.pop("name")

        person_id = d.pop("personId")

        relation = check_policy_insured_relation(d.pop("relation"))

        scheme = check_policy_insured_scheme(d.pop("scheme"))

        policy_insured = cls(
            enrolled_on=enrolled_on,
            left_on=left_on,
            main_insured_person_id=main_insured_person_id,
            name=name,
            person_id=person_id,
            relation=relation,
            scheme=scheme,
        )

        policy_insured.additional_properties = d
        return policy_insured

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
