from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.new_replay_parameters_additional_property_type_3 import (
        NewReplayParametersAdditionalPropertyType3,
    )


T = TypeVar("T", bound="NewReplayParameters")


@_attrs_define
class NewReplayParameters:
    """Values that replace those of the terms, by name. `amounts` holds the amounts that the terms print in Danish kroner,
    by rule; a policy in another currency needs all of them.

    """

    additional_properties: dict[str, bool | int | NewReplayParametersAdditionalPropertyType3 | str] = (
        _attrs_field(init=False, factory=dict)
    )

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_replay_parameters_additional_property_type_3 import (
            NewReplayParametersAdditionalPropertyType3,  # noqa: PLC0415
        )

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, NewReplayParametersAdditionalPropertyType3):
                field_dict[prop_name] = prop.to_dict()
            else:
                field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_replay_parameters_additional_property_type_3 import (
            NewReplayParametersAdditionalPropertyType3,  # noqa: PLC0415
        )

        d = dict(src_dict)
        new_replay_parameters = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(
                data: object,
            ) -> bool | int | NewReplayParametersAdditionalPropertyType3 | str:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    additional_property_type_3 = NewReplayParametersAdditionalPropertyType3.from_dict(data)

                    return additional_property_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(bool | int | NewReplayParametersAdditionalPropertyType3 | str, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        new_replay_parameters.additional_properties = additional_properties
        return new_replay_parameters

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> bool | int | NewReplayParametersAdditionalPropertyType3 | str:
        return self.additional_properties[key]

    def __setitem__(
        self, key: str, value: bool | int | NewReplayParametersAdditionalPropertyType3 | str
    ) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
