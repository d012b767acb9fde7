from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bank_report_row_page_kind import (
    BankReportRowPageKind,
    check_bank_report_row_page_kind,
)
from ..models.bank_report_row_page_state import (
    BankReportRowPageState,
    check_bank_report_row_page_state,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bank_report_row import BankReportRow


T = TypeVar("T", bound="BankReportRowPage")


@_attrs_define
class BankReportRowPage:
    """A page of a list.

    Attributes:
        applied (int): How many rows did that.
        differs (int): How many rows did that.
        digest (str): The SHA-256 of the file, in hex.
        items (list[BankReportRow]): The things of this page.
        kind (BankReportRowPageKind): `status`: pain.002. `statement`: camt.053. `notification`: camt.054. `stripe`: an
            event of Stripe's.
        next_cursor (None | str): The cursor of the next page; null on the last.
        received_at (datetime.datetime): When the file was sent to us.
        repeated (int): How many rows did that.
        report_id (str): The id of the bank report.
        rows (int): How many rows it has.
        state (BankReportRowPageState): `applied` once each row has done what it does; before `received`.
        unmatched (int): How many rows did that.
        applied_at (datetime.datetime | Unset): When all rows were applied, if so.
    """

    applied: int
    differs: int
    digest: str
    items: list[BankReportRow]
    kind: BankReportRowPageKind
    next_cursor: None | str
    received_at: datetime.datetime
    repeated: int
    report_id: str
    rows: int
    state: BankReportRowPageState
    unmatched: int
    applied_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        applied = self.applied

        differs = self.differs

        digest = self.digest

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        kind: str = self.kind

        next_cursor: None | str
        next_cursor = self.next_cursor

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
                "items": items,
                "kind": kind,
                "nextCursor": next_cursor,
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
        from ..models.bank_report_row import BankReportRow  # noqa: PLC0415

        d = dict(src_dict)
        applied = d.pop("applied")

        differs = d.pop("differs")

        digest = d.pop("digest")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = BankReportRow.from_dict(items_item_data)

            items.append(items_item)

        kind = check_bank_report_row_page_kind(d.pop("kind"))

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("nextCursor"))

        received_at = datetime.datetime.fromisoformat(d.pop("receivedAt"))

        repeated = d.pop("repeated")

        report_id = d.pop("reportId")

        rows = d.pop("rows")

        state = check_bank_report_row_page_state(d.pop("state"))

        unmatched = d.pop("unmatched")

        _applied_at = d.pop("appliedAt", UNSET)
        applied_at: datetime.datetime | Unset
        if isinstance(_applied_at, Unset):
            applied_at = UNSET
        else:
            applied_at = datetime.datetime.fromisoformat(_applied_at)

        bank_report_row_page = cls(
            applied=applied,
            differs=differs,
            digest=digest,
            items=items,
            kind=kind,
            next_cursor=next_cursor,
            received_at=received_at,
            repeated=repeated,
            report_id=report_id,
            rows=rows,
            state=state,
            unmatched=unmatched,
            applied_at=applied_at,
        )

        bank_report_row_page.additional_properties = d
        return bank_report_row_page

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
