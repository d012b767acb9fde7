from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.masked_account import MaskedAccount


T = TypeVar("T", bound="PayingAccount")


@_attrs_define
class PayingAccount:
    """The account that a payer pays from, and the one that waits for a second person.

    Attributes:
        payer (str): The short name of the payer.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        in_force (MaskedAccount | Unset): An account that a payer pays from, or is to pay from.
        waiting (MaskedAccount | Unset): An account that a payer pays from, or is to pay from.
    """

    payer: str
    version: int
    in_force: MaskedAccount | Unset = UNSET
    waiting: MaskedAccount | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payer = self.payer

        version = self.version

        in_force: dict[str, Any] | Unset = UNSET
        if not isinstance(self.in_force, Unset):
            in_force = self.in_force.to_dict()

        waiting: dict[str, Any] | Unset = UNSET
        if not isinstance(self.waiting, Unset):
            waiting = self.waiting.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "payer": payer,
                "version": version,
            }
        )
        if in_force is not UNSET:
            field_dict["inForce"] = in_force
        if waiting is not UNSET:
            field_dict["waiting"] = waiting

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.masked_account import MaskedAccount  # noqa: PLC0415

        d = dict(src_dict)
        payer = d.pop("payer")

        version = d.pop("version")

        _in_force = d.pop("inForce", UNSET)
        in_force: MaskedAccount | Unset
        if isinstance(_in_force, Unset):
            in_force = UNSET
        else:
            in_force = MaskedAccount.from_dict(_in_force)

        _waiting = d.pop("waiting", UNSET)
        waiting: MaskedAccount | Unset
        if isinstance(_waiting, Unset):
            waiting = UNSET
        else:
            waiting = MaskedAccount.from_dict(_waiting)

        paying_account = cls(
            payer=payer,
            version=version,
            in_force=in_force,
            waiting=waiting,
        )

        paying_account.additional_properties = d
        return paying_account

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
