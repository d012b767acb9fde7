from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.notice_basis import NoticeBasis, check_notice_basis
from ..models.notice_by import NoticeBy, check_notice_by
from ..models.notice_kind import NoticeKind, check_notice_kind
from ..models.notice_state import NoticeState, check_notice_state
from ..models.notice_undone import NoticeUndone, check_notice_undone
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.payer_fee import PayerFee
    from ..models.policy_change import PolicyChange


T = TypeVar("T", bound="Notice")


@_attrs_define
class Notice:
    """A notice about a policy. Its kind decides which fields it has.

    Attributes:
        by (NoticeBy): Who sent it.
        effective_on (datetime.date): The first day of its effect.
        kind (NoticeKind): What it is about.
        notice_id (str): The id of the notice.
        refuse_by (datetime.date | None): The last day to refuse it; null when it cannot be refused.
        sent_on (datetime.date): When it was sent.
        state (NoticeState): Where it stands today. `noticed`: it can be refused. `accepted`: it can no longer be
            refused, and takes effect later.
        written (bool): Whether it was sent in writing.
        answers (str | Unset): The id of the notice that it refuses or withdraws.
        basis (NoticeBasis | Unset): Why the change needs no notice. Absent when it needs one.
        change (PolicyChange | Unset): A change of the policy by a notice. A field that is absent stays as it was.
        claim_id (str | Unset): The id of the claim behind it. Employers do not see it.
        fee (PayerFee | Unset): A fee of the payer.
        index_version (int | Unset): The version of your index of that year by which the price rises. Absent for any
            other notice.
        percent (float | Unset): How much the price rises, in percent. Absent without a new price.
        settled_on (datetime.date | Unset): When that claim was paid. Employers do not see it.
        undone (NoticeUndone | Unset): What another notice did to it. Absent while it stands.
    """

    by: NoticeBy
    effective_on: datetime.date
    kind: NoticeKind
    notice_id: str
    refuse_by: datetime.date | None
    sent_on: datetime.date
    state: NoticeState
    written: bool
    answers: str | Unset = UNSET
    basis: NoticeBasis | Unset = UNSET
    change: PolicyChange | Unset = UNSET
    claim_id: str | Unset = UNSET
    fee: PayerFee | Unset = UNSET
    index_version: int | Unset = UNSET
    percent: float | Unset = UNSET
    settled_on: datetime.date | Unset = UNSET
    undone: NoticeUndone | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by: str = self.by

        effective_on = self.effective_on.isoformat()

        kind: str = self.kind

        notice_id = self.notice_id

        refuse_by: None | str
        if isinstance(self.refuse_by, datetime.date):
            refuse_by = self.refuse_by.isoformat()
        else:
            refuse_by = self.refuse_by

        sent_on = self.sent_on.isoformat()

        state: str = self.state

        written = self.written

        answers = self.answers

        basis: str | Unset = UNSET
        if not isinstance(self.basis, Unset):
            basis = self.basis

        change: dict[str, Any] | Unset = UNSET
        if not isinstance(self.change, Unset):
            change = self.change.to_dict()

        claim_id = self.claim_id

        fee: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fee, Unset):
            fee = self.fee.to_dict()

        index_version = self.index_version

        percent = self.percent

        settled_on: str | Unset = UNSET
        if not isinstance(self.settled_on, Unset):
            settled_on = self.settled_on.isoformat()

        undone: str | Unset = UNSET
        if not isinstance(self.undone, Unset):
            undone = self.undone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by": by,
                "effectiveOn": effective_on,
                "kind": kind,
                "noticeId": notice_id,
                "refuseBy": refuse_by,
                "sentOn": sent_on,
                "state": state,
                "written": written,
            }
        )
        if answers is not UNSET:
            field_dict["answers"] = answers
        if basis is not UNSET:
            field_dict["basis"] = basis
        if change is not UNSET:
            field_dict["change"] = change
        if claim_id is not UNSET:
            field_dict["claimId"] = claim_id
        if fee is not UNSET:
            field_dict["fee"] = fee
        if index_version is not UNSET:
            field_dict["indexVersion"] = index_version
        if percent is not UNSET:
            field_dict["percent"] = percent
        if settled_on is not UNSET:
            field_dict["settledOn"] = settled_on
        if undone is not UNSET:
            field_dict["undone"] = undone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.payer_fee import PayerFee  # noqa: PLC0415
        from ..models.policy_change import PolicyChange  # noqa: PLC0415

        d = dict(src_dict)
        by = check_notice_by(d.pop("by"))

        effective_on = datetime.date.fromisoformat(d.pop("effectiveOn"))

        kind = check_notice_kind(d.pop("kind"))

        notice_id = d.pop("noticeId")

        def _parse_refuse_by(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refuse_by_type_0 = datetime.date.fromisoformat(data)

                return refuse_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        refuse_by = _parse_refuse_by(d.pop("refuseBy"))

        sent_on = datetime.date.fromisoformat(d.pop("sentOn"))

        state = check_notice_state(d.pop("state"))

        written = d.pop("written")

        answers = d.pop("answers", UNSET)

        _basis = d.pop("basis", UNSET)
        basis: NoticeBasis | Unset
        if isinstance(_basis, Unset):
            basis = UNSET
        else:
            basis = check_notice_basis(_basis)

        _change = d.pop("change", UNSET)
        change: PolicyChange | Unset
        if isinstance(_change, Unset):
            change = UNSET
        else:
            change = PolicyChange.from_dict(_change)

        claim_id = d.pop("claimId", UNSET)

        _fee = d.pop("fee", UNSET)
        fee: PayerFee | Unset
        if isinstance(_fee, Unset):
            fee = UNSET
        else:
            fee = PayerFee.from_dict(_fee)

        index_version = d.pop("indexVersion", UNSET)

        percent = d.pop("percent", UNSET)

        _settled_on = d.pop("settledOn", UNSET)
        settled_on: datetime.date | Unset
        if isinstance(_settled_on, Unset):
            settled_on = UNSET
        else:
            settled_on = datetime.date.fromisoformat(_settled_on)

        _undone = d.pop("undone", UNSET)
        undone: NoticeUndone | Unset
        if isinstance(_undone, Unset):
            undone = UNSET
        else:
            undone = check_notice_undone(_undone)

        notice = cls(
            by=by,
            effective_on=effective_on,
            kind=kind,
            notice_id=notice_id,
            refuse_by=refuse_by,
            sent_on=sent_on,
            state=state,
            written=written,
            answers=answers,
            basis=basis,
            change=change,
            claim_id=claim_id,
            fee=fee,
            index_version=index_version,
            percent=percent,
            settled_on=settled_on,
            undone=undone,
        )

        notice.additional_properties = d
        return notice

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
