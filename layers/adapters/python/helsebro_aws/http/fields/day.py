"""A day in a body: ``YYYY-MM-DD``, never a number or an instant."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from helsebro.local_day import YEARS


def _written_as_a_day(value: Any) -> Any:
    # pydantic alone would also accept seconds since 1970 and midnight instants.
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return value
    raise PydanticCustomError("not-a-date", "")


def _in_range(day: date) -> date:
    if day.year not in YEARS:
        raise PydanticCustomError("date-out-of-range", f"{YEARS[0]}–{YEARS[-1]}")
    return day


Day = Annotated[date, BeforeValidator(_written_as_a_day), AfterValidator(_in_range)]
