from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_notice_basis_type_0 import (
    NewNoticeBasisType0,
    check_new_notice_basis_type_0,
)
from ..models.new_notice_by_type_0 import NewNoticeByType0, check_new_notice_by_type_0
from ..models.new_notice_kind import NewNoticeKind, check_new_notice_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.notice_change import NoticeChange
    from ..models.notice_fee import NoticeFee


T = TypeVar("T", bound="NewNotice")


@_attrs_define
class NewNotice:
    """A notice about a policy. Its kind decides which fields it needs and may have.

    An answer to a notice (`not-accepted`, `withdrawn`) takes effect on the day of that notice.

        Attributes:
            kind (NewNoticeKind): What it is about.
            sent_on (datetime.date): When it was sent. An employer sends it today.
            basis (NewNoticeBasisType0 | None | Unset): Why a new price or condition needs no notice.
            by (NewNoticeByType0 | None | Unset): Who sent it; absent, the party that usually sends this kind of notice.
            change (None | NoticeChange | Unset): The new values of the policy, if it changes any.
            claim_id (None | str | Unset): The id of the claim behind it.
            effective_on (datetime.date | None | Unset): The first day of its effect. Every notice but an answer needs it.
            fee (None | NoticeFee | Unset): The fee, in a notice of a fee.
            notice_id (None | str | Unset): The id of the notice that it refuses or withdraws.
            percent (float | None | Unset): How much the price rises, in percent.
            settled_on (datetime.date | None | Unset): When that claim was paid: today or earlier.
            written (bool | Unset): Whether it was sent in writing. Default: True.
    """

    kind: NewNoticeKind
    sent_on: datetime.date
    basis: NewNoticeBasisType0 | None | Unset = UNSET
    by: NewNoticeByType0 | None | Unset = UNSET
    change: None | NoticeChange | Unset = UNSET
    claim_id: None | str | Unset = UNSET
    effective_on: datetime.date | None | Unset = UNSET
    fee: None | NoticeFee | Unset = UNSET
    notice_id: None | str | Unset = UNSET
    percent: float | None | Unset = UNSET
    settled_on: datetime.date | None | Unset = UNSET
    written: bool | Unset = True

    def to_dict(self) -> dict[str, Any]:
        from ..models.notice_change import NoticeChange  # noqa: PLC0415
        from ..models.notice_fee import NoticeFee  # noqa: PLC0415

        kind: str = self.kind

        sent_on = self.sent_on.isoformat()

        basis: None | str | Unset
        if isinstance(self.basis, Unset):
            basis = UNSET
        elif isinstance(self.basis, str):
            basis = self.basis
        else:
            basis = self.basis

        by: None | str | Unset
        if isinstance(self.by, Unset):
            by = UNSET
        elif isinstance(self.by, str):
            by = self.by
        else:
            by = self.by

        change: dict[str, Any] | None | Unset
        if isinstance(self.change, Unset):
            change = UNSET
        elif isinstance(self.change, NoticeChange):
            change = self.change.to_dict()
        else:
            change = self.change

        claim_id: None | str | Unset
        if isinstance(self.claim_id, Unset):
            claim_id = UNSET
        else:
            claim_id = self.claim_id

        effective_on: None | str | Unset
        if isinstance(self.effective_on, Unset):
            effective_on = UNSET
        elif isinstance(self.effective_on, datetime.date):
            effective_on = self.effective_on.isoformat()
        else:
            effective_on = self.effective_on

        fee: dict[str, Any] | None | Unset
        if isinstance(self.fee, Unset):
            fee = UNSET
        elif isinstance(self.fee, NoticeFee):
            fee = self.fee.to_dict()
        else:
            fee = self.fee

        notice_id: None | str | Unset
        if isinstance(self.notice_id, Unset):
            notice_id = UNSET
        else:
            notice_id = self.notice_id

        percent: float | None | Unset
        if isinstance(self.percent, Unset):
            percent = UNSET
        else:
            percent = self.percent

        settled_on: None | str | Unset
        if isinstance(self.settled_on, Unset):
            settled_on = UNSET
        elif isinstance(self.settled_on, datetime.date):
            settled_on = self.settled_on.isoformat()
        else:
            settled_on = self.settled_on

        written = self.written

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "sentOn": sent_on,
            }
        )
        if basis is not UNSET:
            field_dict["basis"] = basis
        if by is not UNSET:
            field_dict["by"] = by
        if change is not UNSET:
            field_dict["change"] = change
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if effective_on is not UNSET:
            field_dict["effectiveOn"] = effective_on
        if fee is not UNSET:
            field_dict["fee"] = fee
        if notice_id is not UNSET:
            field_dict["noticeId"] = notice_id
        if percent is not UNSET:
            field_dict["percent"] = percent
        if settled_on is not UNSET:
            field_dict["settledOn"] = settled_on
        if written is not UNSET:
            field_dict["written"] = written

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.notice_change import NoticeChange  # noqa: PLC0415
        from ..models.notice_fee import NoticeFee  # noqa: PLC0415

        d = dict(src_dict)
        kind = check_new_notice_kind(d.pop("kind"))

        sent_on = datetime.date.fromisoformat(d.pop("sentOn"))

        def _parse_basis(data: object) -> NewNoticeBasisType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                basis_type_0 = check_new_notice_basis_type_0(data)

                return basis_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewNoticeBasisType0 | None | Unset, data)

        basis = _parse_basis(d.pop("basis", UNSET))

        def _parse_by(data: object) -> NewNoticeByType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                by_type_0 = check_new_notice_by_type_0(data)

                return by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewNoticeByType0 | None | Unset, data)

        by = _parse_by(d.pop("by", UNSET))

        def _parse_change(data: object) -> None | NoticeChange | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                change_type_0 = NoticeChange.from_dict(data)

                return change_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoticeChange | Unset, data)

        change = _parse_change(d.pop("change", UNSET))

        def _parse_claim_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        claim_id = _parse_claim_id(d.pop("claimId", UNSET))

        def _parse_effective_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_on_type_0 = datetime.date.fromisoformat(data)

                return effective_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        effective_on = _parse_effective_on(d.pop("effectiveOn", UNSET))

        def _parse_fee(data: object) -> None | NoticeFee | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fee_type_0 = NoticeFee.from_dict(data)

                return fee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoticeFee | Unset, data)

        fee = _parse_fee(d.pop("fee", UNSET))

        def _parse_notice_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notice_id = _parse_notice_id(d.pop("noticeId", UNSET))

        def _parse_percent(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        percent = _parse_percent(d.pop("percent", UNSET))

        def _parse_settled_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_on_type_0 = datetime.date.fromisoformat(data)

                return settled_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        settled_on = _parse_settled_on(d.pop("settledOn", UNSET))

        written = d.pop("written", UNSET)

        new_notice = cls(
            kind=kind,
            sent_on=sent_on,
            basis=basis,
            by=by,
            change=change,
            claim_id=claim_id,
            effective_on=effective_on,
            fee=fee,
            notice_id=notice_id,
            percent=percent,
            settled_on=settled_on,
            written=written,
        )

        return new_notice
