from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bank_report_kind import BankReportKind, check_bank_report_kind
from ..models.bank_report_state import BankReportState, check_bank_report_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="BankReport")


@_attrs_define
class BankReport:
    """A file from the payer's bank, and how many of its rows did what so far.

    Attributes:
        applied (int): How many rows did that.
        differs (int): How many rows did that.
        digest (str): The SHA-256 of the file, in hex.
        kind (BankReportKind): `status`: pain.002. `statement`: camt.053. `notification`: camt.054. `stripe`: an event
            of Stripe's.
        received_at (datetime.datetime): When the file was sent to us.
        repeated (int): How many rows did that.
        report_id (str): The id of the bank report.
        rows (int): How many rows it has.
        state (BankReportState): `applied` once each row has done what it does; before `received`.
        unmatched (int): How many rows did that.
        applied_at (datetime.datetime | Unset): When all rows were applied, if so.
    """

    applied: int
    differs: int
    digest: str
    kind: BankReportKind
    received_at: datetime.datetime
    repeated: int
    report_id: str
    rows: int
    state: BankReportState
    unmatched: int
    applied_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        applied = self.applied

        differs = self.differs

        digest = self.digest

        kind: str = self.kind

        received_at = self.received_at.isoformat()

        repeated = self.repeated

        report_id = self.report_id

        rows = self.rows

        state: str = self.state

        unmatched = self.unmatched

        applied_at: str | Unset = UNSET
        if not isinstance(self.applied_at, Unset):
            applied_at = self.applied_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "applied": applied,
                "differs": differs,
                "digest": digest,
                "kind": kind,
                "receivedAt": received_at,
                "repeated": repeated,
                "reportId": report_id,
                "rows": rows,
                "state": state,
                "unmatched": unmatched,
            }
        )
        if applied_at is not UNSET:
            field_dict["appliedAt"] = applied_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        applied = d.pop("applied")

        differs = d.pop("differs")

        digest = d.pop("digest")

        kind = check_bank_report_kind(d.pop("kind"))

        received_at = datetime.datetime.fromisoformat(d.pop("receivedAt"))

        repeated = d.pop("repeated")

        report_id = d.pop("reportId")

        rows = d.pop("rows")

        state = check_bank_report_state(d.pop("state"))

        unmatched = d.pop("unmatched")

        _applied_at = d.pop("appliedAt", UNSET)
        applied_at: datetime.datetime | Unset
        if isinstance(_applied_at, Unset):
            applied_at = UNSET
        else:
            applied_at = datetime.datetime.fromisoformat(_applied_at)

        bank_report = cls(
            applied=applied,
            differs=differs,
            digest=digest,
            kind=kind,
            received_at=received_at,
            repeated=repeated,
            report_id=report_id,
            rows=rows,
            state=state,
            unmatched=unmatched,
            applied_at=applied_at,
        )

        bank_report.additional_properties = d
        return bank_report

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
