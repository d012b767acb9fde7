from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.past_match_declined_for import (
    PastMatchDeclinedFor,
    check_past_match_declined_for,
)
from ..models.past_match_reason import PastMatchReason, check_past_match_reason
from ..models.past_match_status import PastMatchStatus, check_past_match_status
from ..types import UNSET, Unset

T = TypeVar("T", bound="PastMatch")


@_attrs_define
class PastMatch:
    """A match that a clinic declined, as the payer's staff see it.

    Attributes:
        again (bool): Whether staff matched the client again to who had declined before.
        clinic_id (str): The id of the clinic.
        matched_at (datetime.datetime): When staff chose it.
        status (PastMatchStatus): `declined` once the clinic has declined the client, and `ended` once the practitioner
            has left or lost the authorisation.
        declined_at (datetime.datetime | Unset): When the clinic declined, if it did.
        declined_for (PastMatchDeclinedFor | Unset): Whom the decline holds for: the whole `clinic`, or only the
            `practitioner`, who declined by the own login.
        practitioner_id (str | Unset): The practitioner; absent when the clinic chooses.
        problem (str | Unset): The problem that the match was made for, if named.
        reason (PastMatchReason | Unset): Why the clinic declined, if it did.
        text (str | Unset): What the clinic wrote about it, if anything.
    """

    again: bool
    clinic_id: str
    matched_at: datetime.datetime
    status: PastMatchStatus
    declined_at: datetime.datetime | Unset = UNSET
    declined_for: PastMatchDeclinedFor | Unset = UNSET
    practitioner_id: str | Unset = UNSET
    problem: str | Unset = UNSET
    reason: PastMatchReason | Unset = UNSET
    text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        again = self.again

        clinic_id = self.clinic_id

        matched_at = self.matched_at.isoformat()

        status: str = self.status

        declined_at: str | Unset = UNSET
        if not isinstance(self.declined_at, Unset):
            declined_at = self.declined_at.isoformat()

        declined_for: str | Unset = UNSET
        if not isinstance(self.declined_for, Unset):
            declined_for = self.declined_for

        practitioner_id = self.practitioner_id

        problem = self.problem

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "again": again,
                "clinicId": clinic_id,
                "matchedAt": matched_at,
                "status": status,
            }
        )
        if declined_at is not UNSET:
            field_dict["declinedAt"] = declined_at
        if declined_for is not UNSET:
            field_dict["declinedFor"] = declined_for
        if practitioner_id is not UNSET:
            field_dict["practitionerId"] = practitioner_id
        if problem is not UNSET:
            field_dict["problem"] = problem
        if reason is not UNSET:
            field_dict["reason"] = reason
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        again = d.pop("again")

        clinic_id = d.pop("clinicId")

        matched_at = datetime.datetime.fromisoformat(d.pop("matchedAt"))

        status = check_past_match_status(d.pop("status"))

        _declined_at = d.pop("declinedAt", UNSET)
        declined_at: datetime.datetime | Unset
        if isinstance(_declined_at, Unset):
            declined_at = UNSET
        else:
            declined_at = datetime.datetime.fromisoformat(_declined_at)

        _declined_for = d.pop("declinedFor", UNSET)
        declined_for: PastMatchDeclinedFor | Unset
        if isinstance(_declined_for, Unset):
            declined_for = UNSET
        else:
            declined_for = check_past_match_declined_for(_declined_for)

        practitioner_id = d.pop("practitionerId", UNSET)

        problem = d.pop("problem", UNSET)

        _reason = d.pop("reason", UNSET)
        reason: PastMatchReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_past_match_reason(_reason)

        text = d.pop("text", UNSET)

        past_match = cls(
            again=again,
            clinic_id=clinic_id,
            matched_at=matched_at,
            status=status,
            declined_at=declined_at,
            declined_for=declined_for,
            practitioner_id=practitioner_id,
            problem=problem,
            reason=reason,
            text=text,
        )

        past_match.additional_properties = d
        return past_match

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
