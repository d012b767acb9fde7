from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.changed_slot import ChangedSlot
    from ..models.kept_slot import KeptSlot
    from ..models.refused_slot import RefusedSlot


T = TypeVar("T", bound="AcceptedEvent")


@_attrs_define
class AcceptedEvent:
    """An event that was accepted. The lists are there for the events of slots only.

    Attributes:
        status (Literal['accepted']): It is stored.
        extension_id (str | Unset): The extension that was asked for; with `extension.requested` only.
        kept (list[KeptSlot] | Unset): With `slots.replaced`: the booked slots of the span that it did not name.
        published (list[ChangedSlot] | Unset): The slots that are new or have a new time.
        refused (list[RefusedSlot] | Unset): The slots that were not accepted.
        unchanged (list[str] | Unset): The keys of the slots that were known already.
        withdrawn (list[ChangedSlot] | Unset): The slots that are gone, or made way for others.
    """

    status: Literal["accepted"]
    extension_id: str | Unset = UNSET
    kept: list[KeptSlot] | Unset = UNSET
    published: list[ChangedSlot] | Unset = UNSET
    refused: list[RefusedSlot] | Unset = UNSET
    unchanged: list[str] | Unset = UNSET
    withdrawn: list[ChangedSlot] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status

        extension_id = self.extension_id

        kept: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.kept, Unset):
            kept = []
            for kept_item_data in self.kept:
                kept_item = kept_item_data.to_dict()
                kept.append(kept_item)

        published: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.published, Unset):
            published = []
            for published_item_data in self.published:
                published_item = published_item_data.to_dict()
                published.append(published_item)

        refused: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.refused, Unset):
            refused = []
            for refused_item_data in self.refused:
                refused_item = refused_item_data.to_dict()
                refused.append(refused_item)

        unchanged: list[str] | Unset = UNSET
        if not isinstance(self.unchanged, Unset):
            unchanged = self.unchanged

        withdrawn: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.withdrawn, Unset):
            withdrawn = []
            for withdrawn_item_data in self.withdrawn:
                withdrawn_item = withdrawn_item_data.to_dict()
                withdrawn.append(withdrawn_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
            }
        )
        if extension_id is not UNSET:
            field_dict["extensionId"] = extension_id
        if kept is not UNSET:
            field_dict["kept"] = kept
        if published is not UNSET:
            field_dict["published"] = published
        if refused is not UNSET:
            field_dict["refused"] = refused
        if unchanged is not UNSET:
            field_dict["unchanged"] = unchanged
        if withdrawn is not UNSET:
            field_dict["withdrawn"] = withdrawn

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.changed_slot import ChangedSlot  # noqa: PLC0415
        from ..models.kept_slot import KeptSlot  # noqa: PLC0415
        from ..models.refused_slot import RefusedSlot  # noqa: PLC0415

        d = dict(src_dict)
        status = cast(Literal["accepted"], d.pop("status"))
        if status != "accepted":
            raise ValueError(f"status must match const 'accepted', got '{status}'")

        extension_id = d.pop("extensionId", UNSET)

        _kept = d.pop("kept", UNSET)
        kept: list[KeptSlot] | Unset = UNSET
        if _kept is not UNSET:
            kept = []
            for kept_item_data in _kept:
                kept_item = KeptSlot.from_dict(kept_item_data)

                kept.append(kept_item)

        _published = d.pop("published", UNSET)
        published: list[ChangedSlot] | Unset = UNSET
        if _published is not UNSET:
            published = []
            for published_item_data in _published:
                published_item = ChangedSlot.from_dict(published_item_data)

                published.append(published_item)

        _refused = d.pop("refused", UNSET)
        refused: list[RefusedSlot] | Unset = UNSET
        if _refused is not UNSET:
            refused = []
            for refused_item_data in _refused:
                refused_item = RefusedSlot.from_dict(refused_item_data)

                refused.append(refused_item)

        unchanged = cast(list[str], d.pop("unchanged", UNSET))

        _withdrawn = d.pop("withdrawn", UNSET)
        withdrawn: list[ChangedSlot] | Unset = UNSET
        if _withdrawn is not UNSET:
            withdrawn = []
            for withdrawn_item_data in _withdrawn:
                withdrawn_item = ChangedSlot.from_dict(withdrawn_item_data)

                withdrawn.append(withdrawn_item)

        accepted_event = cls(
            status=status,
            extension_id=extension_id,
            kept=kept,
            published=published,
            refused=refused,
            unchanged=unchanged,
            withdrawn=withdrawn,
        )

        accepted_event.additional_properties = d
        return accepted_event

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
