from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.signer_differs_item import SignerDiffersItem, check_signer_differs_item
from ..types import UNSET, Unset

T = TypeVar("T", bound="Signer")


@_attrs_define
class Signer:
    """Who tried to sign, as the login says.

    Attributes:
        assurance (str): The assurance of the login (`acr`).
        differs (list[SignerDiffersItem]): What does not agree with the application. `name`: the login has another name.
            `name-missing`: the login has no name.
        issuer (str): The issuer of the login.
        logged_in_at (datetime.datetime): When the person logged in.
        tried_at (datetime.datetime): When the person tried to sign.
        name (str | Unset): The name in the login; absent when it has none.
    """

    assurance: str
    differs: list[SignerDiffersItem]
    issuer: str
    logged_in_at: datetime.datetime
    tried_at: datetime.datetime
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assurance = self.assurance

        differs = []
        for differs_item_data in self.differs:
            differs_item: str = differs_item_data
            differs.append(differs_item)

        issuer = self.issuer

        logged_in_at = self.logged_in_at.isoformat()

        tried_at = self.tried_at.isoformat()

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assurance": assurance,
                "differs": differs,
                "issuer": issuer,
                "loggedInAt": logged_in_at,
                "triedAt": tried_at,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assurance = d.pop("assurance")

        differs = []
        _differs = d.pop("differs")
        for differs_item_data in _differs:
            differs_item = check_signer_differs_item(differs_item_data)

            differs.append(differs_item)

        issuer = d.pop("issuer")

        logged_in_at = datetime.datetime.fromisoformat(d.pop("loggedInAt"))

        tried_at = datetime.datetime.fromisoformat(d.pop("triedAt"))

        name = d.pop("name", UNSET)

        signer = cls(
            assurance=assurance,
            differs=differs,
            issuer=issuer,
            logged_in_at=logged_in_at,
            tried_at=tried_at,
            name=name,
        )

        signer.additional_properties = d
        return signer

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
