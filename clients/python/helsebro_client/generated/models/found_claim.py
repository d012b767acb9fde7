from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.found_claim_status import FoundClaimStatus, check_found_claim_status

T = TypeVar("T", bound="FoundClaim")


@_attrs_define
class FoundClaim:
    """A claim of a person who was found.

    Attributes:
        case_number (str): The case number that letters carry. It is the claim's only at this payer.
        claim_id (str): The id of the claim.
        reported_at (datetime.datetime): When it was reported.
        status (FoundClaimStatus): How far the claim is.
    """

    case_number: str
    claim_id: str
    reported_at: datetime.datetime
    status: FoundClaimStatus
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        case_number = self.case_number

        claim_id = self.claim_id

        reported_at = self.reported_at.isoformat()

        status: str = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caseNumber": case_number,
                "claimId": claim_id,
                "reportedAt": reported_at,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        case_number = d.pop("caseNumber")

        claim_id = d.pop("claimId")

        reported_at = datetime.datetime.fromisoformat(d.pop("reportedAt"))

        status = check_found_claim_status(d.pop("status"))

        found_claim = cls(
            case_number=case_number,
            claim_id=claim_id,
            reported_at=reported_at,
            status=status,
        )

        found_claim.additional_properties = d
        return found_claim

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
