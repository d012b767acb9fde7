from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.queue_emails import QueueEmails


T = TypeVar("T", bound="StaffContact")


@_attrs_define
class StaffContact:
    """Where the payer's staff read about deadlines.

    Attributes:
        email (str): The e-mail address for every queue without one of its own.
        queues (QueueEmails): The e-mail addresses of queues. A queue without one of its own is absent.
    """

    email: str
    queues: QueueEmails
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        queues = self.queues.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "queues": queues,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.queue_emails import QueueEmails  # noqa: PLC0415

        d = dict(src_dict)
        email = d.pop("email")

        queues = QueueEmails.from_dict(d.pop("queues"))

        staff_contact = cls(
            email=email,
            queues=queues,
        )

        staff_contact.additional_properties = d
        return staff_contact

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
