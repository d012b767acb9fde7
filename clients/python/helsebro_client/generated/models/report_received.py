from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_received_state import (
    ReportReceivedState,
    check_report_received_state,
)

T = TypeVar("T", bound="ReportReceived")


@_attrs_define
class ReportReceived:
    """A bank report that was received. Read it until its state is `applied`.

    Attributes:
        report_id (str): The id of the bank report.
        state (ReportReceivedState): `repeated`: the same file came before; this is its report, and nothing happens.
    """

    report_id: str
    state: ReportReceivedState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        report_id = self.report_id

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reportId": report_id,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        report_id = d.pop("reportId")

        state = check_report_received_state(d.pop("state"))

        report_received = cls(
            report_id=report_id,
            state=state,
        )

        report_received.additional_properties = d
        return report_received

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
