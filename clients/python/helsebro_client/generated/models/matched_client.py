from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.matched_client_language import (
    MatchedClientLanguage,
    check_matched_client_language,
)
from ..models.matched_client_phone_of import (
    MatchedClientPhoneOf,
    check_matched_client_phone_of,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.treated_problem import TreatedProblem


T = TypeVar("T", bound="MatchedClient")


@_attrs_define
class MatchedClient:
    """The client of a match: whom the clinic contacts, and what is treated.

    Attributes:
        language (MatchedClientLanguage): The language that the client, or the guardian, is written to in.
        name (str): The client's name.
        problem (TreatedProblem): What the person reported.
        phone (str | Unset): The phone number, if known.
        phone_of (MatchedClientPhoneOf | Unset): Whom the clinic reaches so: `guardian` for a child under 15 whose
            guardian we know a phone number of; absent where nothing is known.
    """

    language: MatchedClientLanguage
    name: str
    problem: TreatedProblem
    phone: str | Unset = UNSET
    phone_of: MatchedClientPhoneOf | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language: str = self.language

        name = self.name

        problem = self.problem.to_dict()

        phone = self.phone

        phone_of: str | Unset = UNSET
        if not isinstance(self.phone_of, Unset):
            phone_of = self.phone_of

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "name": name,
                "problem": problem,
            }
        )
        if phone is not UNSET:
            field_dict["phone"] = phone
        if phone_of is not UNSET:
            field_dict["phoneOf"] = phone_of

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.treated_problem import TreatedProblem  # noqa: PLC0415

        d = dict(src_dict)
        language = check_matched_client_language(d.pop("language"))

        name = d.pop("name")

        problem = TreatedProblem.from_dict(d.pop("problem"))

        phone = d.pop("phone", UNSET)

        _phone_of = d.pop("phoneOf", UNSET)
        phone_of: MatchedClientPhoneOf | Unset
        if isinstance(_phone_of, Unset):
            phone_of = UNSET
        else:
            phone_of = check_matched_client_phone_of(_phone_of)

        matched_client = cls(
            language=language,
            name=name,
            problem=problem,
            phone=phone,
            phone_of=phone_of,
        )

        matched_client.additional_properties = d
        return matched_client

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
