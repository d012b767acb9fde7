from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_queue_emails import NewQueueEmails


T = TypeVar("T", bound="NewStaffContact")


@_attrs_define
class NewStaffContact:
    """Where the payer's staff read about deadlines.

    Attributes:
        email (str): The e-mail address for every queue without one of its own.
        queues (NewQueueEmails | Unset): The e-mail addresses of queues.
    """

    email: str
    queues: NewQueueEmails | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        queues: dict[str, Any] | Unset = UNSET
        if not isinstance(self.queues, Unset):
            queues = self.queues.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )
        if queues is not UNSET:
            field_dict["queues"] = queues

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_queue_emails import NewQueueEmails  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email")

        _queues = d.pop("queues", UNSET)
        queues: NewQueueEmails | Unset
        if isinstance(_queues, Unset):
            queues = UNSET
        else:
            queues = NewQueueEmails.from_dict(_queues)

        new_staff_contact = cls(
            email=email,
            queues=queues,
        )

        return new_staff_contact
