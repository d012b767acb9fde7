"""What the service levels answer as JSON."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.deadlines.clock_row import ClockQueue
from helsebro_aws.http.fields.shown import DayShown, PayerSlug

ClockQueueShown = Annotated[
    ClockQueue, Field(description="The queue of the staff who keep the deadline.", examples=["claims"])
]
ClockShown = Annotated[str, Field(description="The kind of deadline.", examples=["first-answer"])]
CountShown = Annotated[
    int,
    Field(ge=0, description="How many of these deadlines were kept or missed.", examples=[120]),
]
WithinShown = Annotated[int, Field(ge=0, description="How many of them were kept.", examples=[118])]
PercentShown = Annotated[
    float | None,
    Field(
        ge=0,
        le=100,
        description="The share that was kept, rounded down to a tenth of a percent; null when there were "
        "none. Pauses do not count: for `first-answer` it is the share of reviews that were decided, or "
        "asked about, within 24 hours of completeness.",
        examples=[98.3],
    ),
]
AnswersShown = Annotated[
    int,
    Field(ge=0, description="How many answers were given, in time or late.", examples=[119]),
]
MedianShown = Annotated[
    int | None,
    Field(
        description="The median time of these answers in seconds, without pauses, within 5 %; null when "
        "there were none.",
        examples=[28800],
    ),
]
Percentile95Shown = Annotated[
    int | None,
    Field(
        description="The 95th percentile of the same times, within 5 %; null when there were none.",
        examples=[75600],
    ),
]
TargetShown = Annotated[
    int,
    Field(ge=0, le=100, description="The share that was promised. Absent when none was.", examples=[98]),
]


class ServiceLevelTotalAnswer(TypedDict):
    """The service level of a kind of deadline in all these weeks."""

    queue: ClockQueueShown
    kind: ClockShown
    payer: PayerSlug
    count: CountShown
    within: WithinShown
    percent: PercentShown
    answers: AnswersShown
    medianSeconds: MedianShown
    percentile95Seconds: Percentile95Shown
    targetPercent: NotRequired[TargetShown]


# ``from`` is a word of Python, so these are no classes.
ServiceLevelAnswer = TypedDict(
    "ServiceLevelAnswer",
    {
        "week": Annotated[str, Field(description="The ISO week.", examples=["2026-W48"])],
        "from": Annotated[DayShown, Field(description="Its Monday.")],
        "to": Annotated[DayShown, Field(description="Its Sunday.")],
        "queue": ClockQueueShown,
        "kind": ClockShown,
        "payer": PayerSlug,
        "count": CountShown,
        "within": WithinShown,
        "percent": PercentShown,
        "answers": AnswersShown,
        "medianSeconds": MedianShown,
        "percentile95Seconds": Percentile95Shown,
        "targetPercent": NotRequired[TargetShown],
    },
)
ServiceLevelAnswer.__doc__ = "The service level of a kind of deadline in a week."
ServiceLevelsAnswer = TypedDict(
    "ServiceLevelsAnswer",
    {
        "from": Annotated[DayShown, Field(description="The Monday of the first week.")],
        "to": Annotated[DayShown, Field(description="The Sunday of the last week.")],
        "items": Annotated[
            list[ServiceLevelAnswer],
            Field(
                description="A row for each week and kind, the first week first. A kind that was counted in "
                "any of these weeks has a row for every week; others have none."
            ),
        ],
        "totals": Annotated[
            list[ServiceLevelTotalAnswer], Field(description="A row for each kind, of all these weeks.")
        ],
    },
)
ServiceLevelsAnswer.__doc__ = "How well the payer's deadlines were kept."
