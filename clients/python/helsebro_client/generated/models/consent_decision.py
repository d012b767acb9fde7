from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ConsentDecision")


@_attrs_define
class ConsentDecision:
    """A yes or a no to obtaining and passing on information in a case.

    Attributes:
        given (bool): True to give the consent, false to refuse or withdraw it.
    """

    given: bool

    def to_dict(self) -> dict[str, Any]:
        given = self.given

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "given": given,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        given = d.pop("given")

        consent_decision = cls(
            given=given,
        )

        return consent_decision
