from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_file_state import PaymentFileState, check_payment_file_state
from ..models.payment_file_way import PaymentFileWay, check_payment_file_way
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.odd_counts import OddCounts


T = TypeVar("T", bound="PaymentFile")


@_attrs_define
class PaymentFile:
    """A payment file: what one file for the bank pays.

    Attributes:
        begun_at (datetime.datetime): When it was asked for.
        file_id (str): The id of the payment file.
        odd (OddCounts): How many payments of the file have each oddity. One that none has is absent.
        paid (int): How many payments the bank has made.
        paid_from (str): The last digits of the account that it is paid from.
        payables (int): How many payments it has.
        returned (int): How many were rejected, or came back.
        state (PaymentFileState): `drafting`: its payables are being put together. `drafted`: it waits for a second
            person to release it. `released`: it is written for the bank. `sent`: the bank has it. `settled`: the bank has
            answered for each payment. `cancelling`, `cancelled`: its payables are approved again, or it found none.
        total (Money): An amount of 0 or more, with at most two decimals.
        version (int): Its version, as in the `ETag`. Send it in `If-Match`.
        way (PaymentFileWay): `bank`: it is a file for the payer's bank. `stripe`: each payment is a transfer at Stripe,
            which begins when it is released; there is no file to fetch.
        cancelled_at (datetime.datetime | Unset): When it was called off, if it was.
        digest (str | Unset): The SHA-256 of the file for the bank, in hex, once it is ready.
        drafted_at (datetime.datetime | Unset): When it was drafted, if it is.
        due_before (datetime.date | Unset): It has only what is due before this day. Absent without.
        released_at (datetime.datetime | Unset): When it was released, if it is.
        sent_at (datetime.datetime | Unset): When it was said to be with the bank, if it was.
        settled_at (datetime.datetime | Unset): When the bank had answered for each, if it has.
        written_at (datetime.datetime | Unset): When the file for the bank was ready, if it is.
    """

    begun_at: datetime.datetime
    file_id: str
    odd: OddCounts
    paid: int
    paid_from: str
    payables: int
    returned: int
    state: PaymentFileState
    total: Money
    version: int
    way: PaymentFileWay
    cancelled_at: datetime.datetime | Unset = UNSET
    digest: str | Unset = UNSET
    drafted_at: datetime.datetime | Unset = UNSET
    due_before: datetime.date | Unset = UNSET
    released_at: datetime.datetime | Unset = UNSET
    sent_at: datetime.datetime | Unset = UNSET
    settled_at: datetime.datetime | Unset = UNSET
    written_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        begun_at = self.begun_at.isoformat()

        file_id = self.file_id

        odd = self.odd.to_dict()

        paid = self.paid

        paid_from = self.paid_from

        payables = self.payables

        returned = self.returned

        state: str = self.state

        total = self.total.to_dict()

        version = self.version

        way: str = self.way

        cancelled_at: str | Unset = UNSET
        if not isinstance(self.cancelled_at, Unset):
            cancelled_at = self.cancelled_at.isoformat()

        digest = self.digest

        drafted_at: str | Unset = UNSET
        if not isinstance(self.drafted_at, Unset):
            drafted_at = self.drafted_at.isoformat()

        due_before: str | Unset = UNSET
        if not isinstance(self.due_before, Unset):
            due_before = self.due_before.isoformat()

        released_at: str | Unset = UNSET
        if not isinstance(self.released_at, Unset):
            released_at = self.released_at.isoformat()

        sent_at: str | Unset = UNSET
        if not isinstance(self.sent_at, Unset):
            sent_at = self.sent_at.isoformat()

        settled_at: str | Unset = UNSET
        if not isinstance(self.settled_at, Unset):
            settled_at = self.settled_at.isoformat()

        written_at: str | Unset = UNSET
        if not isinstance(self.written_at, Unset):
            written_at = self.written_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "begunAt": begun_at,
                "fileId": file_id,
                "odd": odd,
                "paid": paid,
                "paidFrom": paid_from,
                "payables": payables,
                "returned": returned,
                "state": state,
                "total": total,
                "version": version,
                "way": way,
            }
        )
        if cancelled_at is not UNSET:
            field_dict["cancelledAt"] = cancelled_at
        if digest is not UNSET:
            field_dict["digest"] = digest
        if drafted_at is not UNSET:
            field_dict["draftedAt"] = drafted_at
        if due_before is not UNSET:
            field_dict["dueBefore"] = due_before
        if released_at is not UNSET:
            field_dict["releasedAt"] = released_at
        if sent_at is not UNSET:
            field_dict["sentAt"] = sent_at
        if settled_at is not UNSET:
            field_dict["settledAt"] = settled_at
        if written_at is not UNSET:
            field_dict["writtenAt"] = written_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.odd_counts import OddCounts  # noqa: PLC0415

        d = dict(src_dict)
        begun_at = datetime.datetime.fromisoformat(d.pop("begunAt"))

        file_id = d.pop("fileId")

        odd = OddCounts.from_dict(d.pop("odd"))

        paid = d.pop("paid")

        paid_from = d.pop("paidFrom")

        payables = d.pop("payables")

        returned = d.pop("returned")

        state = check_payment_file_state(d.pop("state"))

        total = Money.from_dict(d.pop("total"))

        version = d.pop("version")

        way = check_payment_file_way(d.pop("way"))

        _cancelled_at = d.pop("cancelledAt", UNSET)
        cancelled_at: datetime.datetime | Unset
        if isinstance(_cancelled_at, Unset):
            cancelled_at = UNSET
        else:
            cancelled_at = datetime.datetime.fromisoformat(_cancelled_at)

        digest = d.pop("digest", UNSET)

        _drafted_at = d.pop("draftedAt", UNSET)
        drafted_at: datetime.datetime | Unset
        if isinstance(_drafted_at, Unset):
            drafted_at = UNSET
        else:
            drafted_at = datetime.datetime.fromisoformat(_drafted_at)

        _due_before = d.pop("dueBefore", UNSET)
        due_before: datetime.date | Unset
        if isinstance(_due_before, Unset):
            due_before = UNSET
        else:
            due_before = datetime.date.fromisoformat(_due_before)

        _released_at = d.pop("releasedAt", UNSET)
        released_at: datetime.datetime | Unset
        if isinstance(_released_at, Unset):
            released_at = UNSET
        else:
            released_at = datetime.datetime.fromisoformat(_released_at)

        _sent_at = d.pop("sentAt", UNSET)
        sent_at: datetime.datetime | Unset
        if isinstance(_sent_at, Unset):
            sent_at = UNSET
        else:
            sent_at = datetime.datetime.fromisoformat(_sent_at)

        _settled_at = d.pop("settledAt", UNSET)
        settled_at: datetime.datetime | Unset
        if isinstance(_settled_at, Unset):
            settled_at = UNSET
        else:
            settled_at = datetime.datetime.fromisoformat(_settled_at)

        _written_at = d.pop("writtenAt", UNSET)
        written_at: datetime.datetime | Unset
        if isinstance(_written_at, Unset):
            written_at = UNSET
        else:
            written_at = datetime.datetime.fromisoformat(_written_at)

        payment_file = cls(
            begun_at=begun_at,
            file_id=file_id,
            odd=odd,
            paid=paid,
            paid_from=paid_from,
            payables=payables,
            returned=returned,
            state=state,
            total=total,
            version=version,
            way=way,
            cancelled_at=cancelled_at,
            digest=digest,
            drafted_at=drafted_at,
            due_before=due_before,
            released_at=released_at,
            sent_at=sent_at,
            settled_at=settled_at,
            written_at=written_at,
        )

        payment_file.additional_properties = d
        return payment_file

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
