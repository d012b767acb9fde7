from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ClientMatch")


@_attrs_define
class ClientMatch:
    """The clinic, and perhaps the practitioner, that the client is matched to.

    Attributes:
        clinic_id (str): The id of the clinic.
        again (bool | Unset): Matches also a clinic or practitioner who declined this client before. Without it such a
            match is refused with `match-declined-before`, which says when and why they declined. A practitioner's own no
            ends only when `practitionerId` names that practitioner. Default: False.
        practitioner_id (None | str | Unset): One practitioner of the clinic; without it the clinic chooses.
        problem (None | str | Unset): The word by which practitioners list the client's problem. Then only those who
            take it are accepted.
    """

    clinic_id: str
    again: bool | Unset = False
    practitioner_id: None | str | Unset = UNSET
    problem: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        clinic_id = self.clinic_id

        again = self.again

        practitioner_id: None | str | Unset
        if isinstance(self.practitioner_id, Unset):
            practitioner_id = UNSET
        else:
            practitioner_id = self.practitioner_id

        problem: None | str | Unset
        if isinstance(self.problem, Unset):
            problem = UNSET
        else:
            problem = self.problem

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "clinicId": clinic_id,
            }
        )
        if again is not UNSET:
            field_dict["again"] = again
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if problem is not UNSET:
            field_dict["problem"] = problem

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        clinic_id = d.pop("clinicId")

        again = d.pop("again", UNSET)

        def _parse_practitioner_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        practitioner_id = _parse_practitioner_id(d.pop("practitionerId", UNSET))

        def _parse_problem(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        problem = _parse_problem(d.pop("problem", UNSET))

        client_match = cls(
            clinic_id=clinic_id,
            again=again,
            practitioner_id=practitioner_id,
            problem=problem,
        )

        return client_match
