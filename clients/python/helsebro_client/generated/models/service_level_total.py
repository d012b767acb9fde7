from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.service_level_total_queue import (
    ServiceLevelTotalQueue,
    check_service_level_total_queue,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="ServiceLevelTotal")


@_attrs_define
class ServiceLevelTotal:
    """The service level of a kind of deadline in all these weeks.

    Attributes:
        answers (int): How many answers were given, in time or late.
        count (int): How many of these deadlines were kept or missed.
        kind (str): The kind of deadline.
        median_seconds (int | None): The median time of these answers in seconds, without pauses, within 5 %; null when
            there were none.
        payer (str): The short name of the payer.
        percent (float | None): The share that was kept, rounded down to a tenth of a percent; null when there were
            none. Pauses do not count: for `first-answer` it is the share of reviews that were decided, or asked about,
            within 24 hours of completeness.
        percentile_95_seconds (int | None): The 95th percentile of the same times, within 5 %; null when there were
            none.
        queue (ServiceLevelTotalQueue): The queue of the staff who keep the deadline.
        within (int): How many of them were kept.
        target_percent (int | Unset): The share that was promised. Absent when none was.
    """

    answers: int
    count: int
    kind: str
    median_seconds: int | None
    payer: str
    percent: float | None
    percentile_95_seconds: int | None
    queue: ServiceLevelTotalQueue
    within: int
    target_percent: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answers = self.answers

        count = self.count

        kind = self.kind

        median_seconds: int | None
        median_seconds = self.median_seconds

        payer = self.payer

        percent: float | None
        percent = self.percent

        percentile_95_seconds: int | None
        percentile_95_seconds = self.percentile_95_seconds

        queue: str = self.queue

        within = self.within

        target_percent = self.target_percent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answers": answers,
                "count": count,
                "kind": kind,
                "medianSeconds": median_seconds,
                "payer": payer,
                "percent": percent,
                "percentile95Seconds": percentile_95_seconds,
                "queue": queue,
                "within": within,
            }
        )
        if target_percent is not UNSET:
            field_dict["targetPercent"] = target_percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answers = d.pop("answers")

        count = d.pop("count")

        kind = d.pop("kind")

        def _parse_median_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        median_seconds = _parse_median_seconds(d.pop("medianSeconds"))

        payer = d.pop("payer")

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_percentile_95_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        percentile_95_seconds = _parse_percentile_95_seconds(d.pop("percentile95Seconds"))

        queue = check_service_level_total_queue(d.pop("queue"))

        within = d.pop("within")

        target_percent = d.pop("targetPercent", UNSET)

        service_level_total = cls(
            answers=answers,
            count=count,
            kind=kind,
            median_seconds=median_seconds,
            payer=payer,
            percent=percent,
            percentile_95_seconds=percentile_95_seconds,
            queue=queue,
            within=within,
            target_percent=target_percent,
        )

        service_level_total.additional_properties = d
        return service_level_total

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
