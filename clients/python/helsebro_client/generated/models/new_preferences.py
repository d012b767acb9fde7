from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_preferences_kinds import NewPreferencesKinds


T = TypeVar("T", bound="NewPreferences")


@_attrs_define
class NewPreferences:
    """What a person chooses; kinds that are left out stay as they are.

    Attributes:
        kinds (NewPreferencesKinds): The channels of each kind, by the kind.
    """

    kinds: NewPreferencesKinds

    def to_dict(self) -> dict[str, Any]:
        kinds = self.kinds.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kinds": kinds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_preferences_kinds import NewPreferencesKinds  # noqa: PLC0415

        d = dict(src_dict)
        kinds = NewPreferencesKinds.from_dict(d.pop("kinds"))

        new_preferences = cls(
            kinds=kinds,
        )

        return new_preferences
