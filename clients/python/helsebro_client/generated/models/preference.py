from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.channels import Channels
    from ..models.reachable import Reachable


T = TypeVar("T", bound="Preference")


@_attrs_define
class Preference:
    """What a person has chosen for one kind.

    Attributes:
        channels (Channels): The channels that a kind is wanted on.
        kind (str): The kind of notification.
        may_be_off (bool): Whether every channel may be turned off; other kinds need at least one.
        reachable (Reachable): The channels that have an address which works.
        title (str): The kind in the reader's language.
    """

    channels: Channels
    kind: str
    may_be_off: bool
    reachable: Reachable
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        channels = self.channels.to_dict()

        kind = self.kind

        may_be_off = self.may_be_off

        reachable = self.reachable.to_dict()

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "channels": channels,
                "kind": kind,
                "mayBeOff": may_be_off,
                "reachable": reachable,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channels import Channels  # noqa: PLC0415
        from ..models.reachable import Reachable  # noqa: PLC0415

        d = dict(src_dict)
        channels = Channels.from_dict(d.pop("channels"))

        kind = d.pop("kind")

        may_be_off = d.pop("mayBeOff")

        reachable = Reachable.from_dict(d.pop("reachable"))

        title = d.pop("title")

        preference = cls(
            channels=channels,
            kind=kind,
            may_be_off=may_be_off,
            reachable=reachable,
            title=title,
        )

        preference.additional_properties = d
        return preference

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
