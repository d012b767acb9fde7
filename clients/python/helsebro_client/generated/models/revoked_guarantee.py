from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.revoked_guarantee_status import (
    RevokedGuaranteeStatus,
    check_revoked_guarantee_status,
)

T = TypeVar("T", bound="RevokedGuarantee")


@_attrs_define
class RevokedGuarantee:
    """A guarantee that was just revoked.

    Attributes:
        guarantee_id (str): The id of the guarantee.
        revoked_on (datetime.date): The last day on which a session is covered.
        status (RevokedGuaranteeStatus): `used` when no session is left, `expired` after its last day, `revoked` by
            staff.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
    """

    guarantee_id: str
    revoked_on: datetime.date
    status: RevokedGuaranteeStatus
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        guarantee_id = self.guarantee_id

        revoked_on = self.revoked_on.isoformat()

        status: str = self.status

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "guaranteeId": guarantee_id,
                "revokedOn": revoked_on,
                "status": status,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        guarantee_id = d.pop("guaranteeId")

        revoked_on = datetime.date.fromisoformat(d.pop("revokedOn"))

        status = check_revoked_guarantee_status(d.pop("status"))

        version = d.pop("version")

        revoked_guarantee = cls(
            guarantee_id=guarantee_id,
            revoked_on=revoked_on,
            status=status,
            version=version,
        )

        revoked_guarantee.additional_properties = d
        return revoked_guarantee

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
