"""A time that the member pays the clinic for, because it was missed or given up too late (F0-28)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.network.consultation import Service

WhyOwed = Literal["moved-late", "cancelled-late", "missed"]


@dataclass(frozen=True)
class OwedTime:
    """``starts_at`` is None for a time that was left before starts were kept."""

    starts_at: datetime | None
    service: Service
    because: WhyOwed
