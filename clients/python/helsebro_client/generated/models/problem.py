from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.fault import Fault
    from ..models.slot import Slot


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """What is wrong, as RFC 9457. Some codes add facts of their own.

    Attributes:
        code (str): What is wrong, for programs.
        detail (str): What to do, in the caller's language.
        instance (str): The path that was called.
        status (int): The HTTP status.
        title (str): In a few words, in the caller's language.
        type_ (str): The page that explains the code.
        correlation_id (str | Unset): The id of the call, as in `X-Correlation-Id`.
        errors (list[Fault] | Unset): Every fault of the request, all at once.
        next_slots (list[Slot] | Unset): With `slot-taken`: the next free slots of the practitioner.
    """

    code: str
    detail: str
    instance: str
    status: int
    title: str
    type_: str
    correlation_id: str | Unset = UNSET
    errors: list[Fault] | Unset = UNSET
    next_slots: list[Slot] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        detail = self.detail

        instance = self.instance

        status = self.status

        title = self.title

        type_ = self.type_

        correlation_id = self.correlation_id

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        next_slots: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.next_slots, Unset):
            next_slots = []
            for next_slots_item_data in self.next_slots:
                next_slots_item = next_slots_item_data.to_dict()
                next_slots.append(next_slots_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "instance": instance,
                "status": status,
                "title": title,
                "type": type_,
            }
        )
        if correlation_id is not UNSET:
            field_dict["correlationId"] = correlation_id
        if errors is not UNSET:
            field_dict["errors"] = errors
        if next_slots is not UNSET:
            field_dict["nextSlots"] = next_slots

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fault import Fault  # noqa: PLC0415
        from ..models.slot import Slot  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        detail = d.pop("detail")

        instance = d.pop("instance")

        status = d.pop("status")

        title = d.pop("title")

        type_ = d.pop("type")

        correlation_id = d.pop("correlationId", UNSET)

        _errors = d.pop("errors", UNSET)
        errors: list[Fault] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = Fault.from_dict(errors_item_data)

                errors.append(errors_item)

        _next_slots = d.pop("nextSlots", UNSET)
        next_slots: list[Slot] | Unset = UNSET
        if _next_slots is not UNSET:
            next_slots = []
            for next_slots_item_data in _next_slots:
                next_slots_item = Slot.from_dict(next_slots_item_data)

                next_slots.append(next_slots_item)

        problem = cls(
            code=code,
            detail=detail,
            instance=instance,
            status=status,
            title=title,
            type_=type_,
            correlation_id=correlation_id,
            errors=errors,
            next_slots=next_slots,
        )

        problem.additional_properties = d
        return problem

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
