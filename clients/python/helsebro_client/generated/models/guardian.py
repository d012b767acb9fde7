from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.guardian_basis import GuardianBasis, check_guardian_basis

T = TypeVar("T", bound="Guardian")


@_attrs_define
class Guardian:
    """A confirmed guardian.

    Attributes:
        basis (GuardianBasis): What confirmed it: an `earlier-enrolment` from before families were kept, the `first-
            family` that the child was enrolled in, the yes of the `guardians`, or `underwriting`.
        name (None | str): The name; null where the reader may not see it.
        only_at (None | str): The payer whose cases and covers the guardian sees, when its `underwriting` confirmed it;
            null for a guardian at every payer. The yes of the guardians opens the others.
        person_id (str): The id of the person.
        since (datetime.datetime): When it was confirmed.
    """

    basis: GuardianBasis
    name: None | str
    only_at: None | str
    person_id: str
    since: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        basis: str = self.basis

        name: None | str
        name = self.name

        only_at: None | str
        only_at = self.only_at

        person_id = self.person_id

        since = self.since.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "basis": basis,
                "name": name,
                "onlyAt": only_at,
                "personId": person_id,
                "since": since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        basis = check_guardian_basis(d.pop("basis"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_only_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        only_at = _parse_only_at(d.pop("onlyAt"))

        person_id = d.pop("personId")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        guardian = cls(
            basis=basis,
            name=name,
            only_at=only_at,
            person_id=person_id,
            since=since,
        )

        guardian.additional_properties = d
        return guardian

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
