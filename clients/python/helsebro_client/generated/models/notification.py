from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.notification_channel import (
    NotificationChannel,
    check_notification_channel,
)
from ..models.notification_letter import NotificationLetter, check_notification_letter
from ..models.notification_state import NotificationState, check_notification_state
from ..types import UNSET, Unset

T = TypeVar("T", bound="Notification")


@_attrs_define
class Notification:
    """A notification, and the proof that it was sent.

    Attributes:
        address (str): The address, masked; empty for digital post and when there is none.
        attempts (int): How often it was tried on this channel.
        channel (NotificationChannel): The channel on which it is sent.
        kind (str): What it is about.
        notification_id (str): The id of the notification.
        planned_at (datetime.datetime): When it was planned.
        state (NotificationState): `planned`, `sending`: on its way. `sent`: the provider has taken it. `delivered`: it
            is in the mailbox. `bounced`: it came back, and another channel is tried. `complained`: the recipient called it
            spam. `failed`: no channel reaches the recipient. `withdrawn`: it no longer held before it was sent.
        digest (str | Unset): The SHA-256 of what was sent, in hexadecimal.
        fault (str | Unset): Why the last attempt was refused, a code of the provider or ours.
        instead_of (str | Unset): The notification that it repeats, because that came back or staff asked.
        letter (NotificationLetter | Unset): How far the letter is.
        provider_id (str | Unset): The provider's id of the message.
        sent_at (datetime.datetime | Unset): When the provider took it.
    """

    address: str
    attempts: int
    channel: NotificationChannel
    kind: str
    notification_id: str
    planned_at: datetime.datetime
    state: NotificationState
    digest: str | Unset = UNSET
    fault: str | Unset = UNSET
    instead_of: str | Unset = UNSET
    letter: NotificationLetter | Unset = UNSET
    provider_id: str | Unset = UNSET
    sent_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        attempts = self.attempts

        channel: str = self.channel

        kind = self.kind

        notification_id = self.notification_id

        planned_at = self.planned_at.isoformat()

        state: str = self.state

        digest = self.digest

        fault = self.fault

        instead_of = self.instead_of

        letter: str | Unset = UNSET
        if not isinstance(self.letter, Unset):
            letter = self.letter

        provider_id = self.provider_id

        sent_at: str | Unset = UNSET
        if not isinstance(self.sent_at, Unset):
            sent_at = self.sent_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "attempts": attempts,
                "channel": channel,
                "kind": kind,
                "notificationId": notification_id,
                "plannedAt": planned_at,
                "state": state,
            }
        )
        if digest is not UNSET:
            field_dict["digest"] = digest
        if fault is not UNSET:
            field_dict["fault"] = fault
        if instead_of is not UNSET:
            field_dict["insteadOf"] = instead_of
        if letter is not UNSET:
            field_dict["letter"] = letter
        if provider_id is not UNSET:
            field_dict["providerId"] = provider_id
        if sent_at is not UNSET:
            field_dict["sentAt"] = sent_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        attempts = d.pop("attempts")

        channel = check_notification_channel(d.pop("channel"))

        kind = d.pop("kind")

        notification_id = d.pop("notificationId")

        planned_at = datetime.datetime.fromisoformat(d.pop("plannedAt"))

        state = check_notification_state(d.pop("state"))

        digest = d.pop("digest", UNSET)

        fault = d.pop("fault", UNSET)

        instead_of = d.pop("insteadOf", UNSET)

        _letter = d.pop("letter", UNSET)
        letter: NotificationLetter | Unset
        if isinstance(_letter, Unset):
            letter = UNSET
        else:
            letter = check_notification_letter(_letter)

        provider_id = d.pop("providerId", UNSET)

        _sent_at = d.pop("sentAt", UNSET)
        sent_at: datetime.datetime | Unset
        if isinstance(_sent_at, Unset):
            sent_at = UNSET
        else:
            sent_at = datetime.datetime.fromisoformat(_sent_at)

        notification = cls(
            address=address,
            attempts=attempts,
            channel=channel,
            kind=kind,
            notification_id=notification_id,
            planned_at=planned_at,
            state=state,
            digest=digest,
            fault=fault,
            instead_of=instead_of,
            letter=letter,
            provider_id=provider_id,
            sent_at=sent_at,
        )

        notification.additional_properties = d
        return notification

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
