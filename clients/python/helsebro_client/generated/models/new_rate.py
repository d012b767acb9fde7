from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="NewRate")


@_attrs_define
class NewRate:
    """What a session costs from a day on.

    Attributes:
        authorised (bool): Whether it is for practitioners with an authorisation.
        from_ (datetime.date): Its first day.
        per_session (Money): An amount of 0 or more, with at most two decimals.
    """

    authorised: bool
    from_: datetime.date
    per_session: Money

    def to_dict(self) -> dict[str, Any]:
        authorised = self.authorised

        from_ = self.from_.isoformat()

        per_session = self.per_session.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "authorised": authorised,
                "from": from_,
                "perSession": per_session,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        authorised = d.pop("authorised")

        from_ = datetime.date.fromisoformat(d.pop("from"))

        per_session = Money.from_dict(d.pop("perSession"))

        new_rate = cls(
            authorised=authorised,
            from_=from_,
            per_session=per_session,
        )

        return new_rate
