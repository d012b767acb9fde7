from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attempt_outcome import AttemptOutcome, check_attempt_outcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="Attempt")


@_attrs_define
class Attempt:
    """One attempt to deliver a message.

    Attributes:
        at (datetime.datetime): When it was made.
        duration_ms (int): How long it took, in milliseconds.
        outcome (AttemptOutcome): `delivered` after a 2xx, `gone` after a 410, else `failed`.
        fault (str | Unset): Why there was no status: `timeout`, `unreachable`, `certificate`, `answer-malformed` or
            `address-refused`; absent otherwise.
        status (int | Unset): The status of the receiver; absent without one.
    """

    at: datetime.datetime
    duration_ms: int
    outcome: AttemptOutcome
    fault: str | Unset = UNSET
    status: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        duration_ms = self.duration_ms

        outcome: str = self.outcome

        fault = self.fault

        status = self.status

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "durationMs": duration_ms,
                "outcome": outcome,
            }
        )
        if fault is not UNSET:
            field_dict["fault"] = fault
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        duration_ms = d.pop("durationMs")

        outcome = check_attempt_outcome(d.pop("outcome"))

        fault = d.pop("fault", UNSET)

        status = d.pop("status", UNSET)

        attempt = cls(
            at=at,
            duration_ms=duration_ms,
            outcome=outcome,
            fault=fault,
            status=status,
        )

        attempt.additional_properties = d
        return attempt

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
