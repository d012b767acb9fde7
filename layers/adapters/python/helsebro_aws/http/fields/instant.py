"""An instant in a body: RFC 3339 with its time zone, never a number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator
from pydantic_core import PydanticCustomError

from helsebro.local_day import YEARS


def _written(value: Any) -> Any:
    # pydantic alone would also accept seconds since 1970.
    if isinstance(value, str) and len(value) >= len("2026-11-21T10:15Z") and value[10] in "Tt":
        return value
    raise PydanticCustomError("not-an-instant", "")


def _in_utc(value: datetime) -> datetime:
    # Whole seconds and four-digit years: texts of instants sort by time, and sums with them stay valid dates.
    if value.year not in YEARS:
        raise PydanticCustomError("date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}")
    return value.astimezone(UTC).replace(microsecond=0)


Instant = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_in_utc)]
