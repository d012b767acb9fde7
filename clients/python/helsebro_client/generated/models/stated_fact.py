from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StatedFact")


@_attrs_define
class StatedFact:
    """One fact, by its path in the body of a simulation, and its value.

    Attributes:
        path (str): The path of the fact, as `facts` of the claim names it.
        value (Any): The answer, of the kind that the fact asks for. Null withdraws what was stated; `unknown` says that
            the member does not know, where the fact has an `unknownLabel`.
    """

    path: str
    value: Any

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "path": path,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        value = d.pop("value")

        stated_fact = cls(
            path=path,
            value=value,
        )

        return stated_fact
