from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_state import DeliveryState, check_delivery_state
from ..models.delivery_type import DeliveryType, check_delivery_type

if TYPE_CHECKING:
    from ..models.attempt import Attempt


T = TypeVar("T", bound="Delivery")


@_attrs_define
class Delivery:
    """A message to one endpoint, with every attempt.

    Attributes:
        attempts (list[Attempt]): The attempts so far, oldest first.
        created_at (datetime.datetime): When it was created.
        delivery_id (str): The id of the delivery.
        endpoint_id (str): The id of the webhook endpoint.
        message_id (str): The `webhook-id` of the message: the event's id, the same on every attempt.
        next_attempt_at (datetime.datetime | None): When the next attempt is due; null when none is.
        replay_of (None | str): The delivery that this one repeats; null unless a replay was asked for.
        state (DeliveryState): `pending`: an attempt is to come. `exhausted`: the last attempt failed. `cancelled`: the
            endpoint is gone, disabled or deleted.
        type_ (DeliveryType): The type of the event.
    """

    attempts: list[Attempt]
    created_at: datetime.datetime
    delivery_id: str
    endpoint_id: str
    message_id: str
    next_attempt_at: datetime.datetime | None
    replay_of: None | str
    state: DeliveryState
    type_: DeliveryType
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

        created_at = self.created_at.isoformat()

        delivery_id = self.delivery_id

        endpoint_id = self.endpoint_id

        message_id = self.message_id

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        replay_of: None | str
        replay_of = self.replay_of

        state: str = self.state

        type_: str = self.type_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attempts": attempts,
                "createdAt": created_at,
                "deliveryId": delivery_id,
                "endpointId": endpoint_id,
                "messageId": message_id,
                "nextAttemptAt": next_attempt_at,
                "replayOf": replay_of,
                "state": state,
                "type": type_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt import Attempt  # noqa: PLC0415

        d = dict(src_dict)
        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = Attempt.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        delivery_id = d.pop("deliveryId")

        endpoint_id = d.pop("endpointId")

        message_id = d.pop("messageId")

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("nextAttemptAt"))

        def _parse_replay_of(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        replay_of = _parse_replay_of(d.pop("replayOf"))

        state = check_delivery_state(d.pop("state"))

        type_ = check_delivery_type(d.pop("type"))

        delivery = cls(
            attempts=attempts,
            created_at=created_at,
            delivery_id=delivery_id,
            endpoint_id=endpoint_id,
            message_id=message_id,
            next_attempt_at=next_attempt_at,
            replay_of=replay_of,
            state=state,
            type_=type_,
        )

        delivery.additional_properties = d
        return delivery

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
