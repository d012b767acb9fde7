from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reported_claim_missing_item import (
    ReportedClaimMissingItem,
    check_reported_claim_missing_item,
)
from ..models.reported_claim_status import (
    ReportedClaimStatus,
    check_reported_claim_status,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.acute_safety import AcuteSafety


T = TypeVar("T", bound="ReportedClaim")


@_attrs_define
class ReportedClaim:
    """A claim that was just reported.

    Attributes:
        claim_id (str): The id of the claim.
        missing (list[ReportedClaimMissingItem]): What the member still has to give.
        status (ReportedClaimStatus): Where the claim stands.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        safety (AcuteSafety | Unset): What to do now, since what was stated or written cannot wait. Show it before all
            else.
    """

    claim_id: str
    missing: list[ReportedClaimMissingItem]
    status: ReportedClaimStatus
    version: int
    safety: AcuteSafety | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        claim_id = self.claim_id

        missing = []
        for missing_item_data in self.missing:
            missing_item: str = missing_item_data
            missing.append(missing_item)

        status: str = self.status

        version = self.version

        safety: dict[str, Any] | Unset = UNSET
        if not isinstance(self.safety, Unset):
            safety = self.safety.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "claimId": claim_id,
                "missing": missing,
                "status": status,
                "version": version,
            }
        )
        if safety is not UNSET:
            field_dict["safety"] = safety

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.acute_safety import AcuteSafety  # noqa: PLC0415

        d = dict(src_dict)
        claim_id = d.pop("claimId")

        missing = []
        _missing = d.pop("missing")
        for missing_item_data in _missing:
            missing_item = check_reported_claim_missing_item(missing_item_data)

            missing.append(missing_item)

        status = check_reported_claim_status(d.pop("status"))

        version = d.pop("version")

        _safety = d.pop("safety", UNSET)
        safety: AcuteSafety | Unset
        if isinstance(_safety, Unset):
            safety = UNSET
        else:
            safety = AcuteSafety.from_dict(_safety)

        reported_claim = cls(
            claim_id=claim_id,
            missing=missing,
            status=status,
            version=version,
            safety=safety,
        )

        reported_claim.additional_properties = d
        return reported_claim

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
