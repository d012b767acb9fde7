"""The clock of this process, moved: the suite may run at any instant, and long after its collection.

``HELSEBRO_TEST_AT=2028-02-29T23:30`` is when (UTC) the run begins; ``HELSEBRO_TEST_AHEAD=86400`` moves the
clock on by so many seconds once the tests are collected, so that what a file fixed at import is a day old.
``time.time`` and its kin and ``datetime.now`` are replaced before any code of ours or of AWS is imported.
Processes that a test starts keep the true time: the tests of the running stack are left out of such a run.
"""

from __future__ import annotations

import datetime as datetime_module
import os
import time
from collections.abc import Callable
from typing import Any

AT, AHEAD = "HELSEBRO_TEST_AT", "HELSEBRO_TEST_AHEAD"
TRUE_TIME, TRUE_DATETIME = time.time, datetime_module.datetime


def is_asked_for() -> bool:
    """Whether this run has another clock than the true one."""
    return bool(os.environ.get(AT) or os.environ.get(AHEAD))


class _Shift:
    """The seconds between the true time and what this process is shown."""

    seconds = 0.0


def install() -> None:
    """Replaces the functions and the class that tell the time."""
    begins = os.environ.get(AT)
    if begins:
        at = TRUE_DATETIME.fromisoformat(begins).replace(tzinfo=datetime_module.UTC)
        _Shift.seconds = at.timestamp() - TRUE_TIME()
    nanoseconds, gmtime, localtime, strftime = time.time_ns, time.gmtime, time.localtime, time.strftime

    def of(broken_down: Callable[..., Any]) -> Callable[..., Any]:
        return lambda seconds=None: broken_down(time.time() if seconds is None else seconds)

    replaced: dict[str, Callable[..., Any]] = {
        "time": lambda: TRUE_TIME() + _Shift.seconds,
        "time_ns": lambda: nanoseconds() + int(_Shift.seconds * 1e9),
        "gmtime": of(gmtime),
        "localtime": of(localtime),
        "strftime": lambda form, at=None: strftime(form, time.localtime() if at is None else at),
    }
    for name, function in replaced.items():
        setattr(time, name, function)
    datetime_module.datetime = MovedDatetime  # type: ignore[misc]


def jump() -> None:
    """Moves the clock on; called once the tests are collected."""
    _Shift.seconds += float(os.environ.get(AHEAD) or 0)


class _AnyDatetime(type):
    """Every true datetime is one of ``MovedDatetime``, so that ``isinstance`` answers as before."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, TRUE_DATETIME)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, TRUE_DATETIME)


class MovedDatetime(datetime_module.datetime, metaclass=_AnyDatetime):
    """``datetime`` whose instant is that of ``time.time``; what it makes are true datetimes."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return TRUE_DATETIME(*args, **kwargs)

    @classmethod
    def now(cls, tz: datetime_module.tzinfo | None = None) -> Any:
        """The moved instant in a time zone; without one, as the local wall clock shows it."""
        shift = datetime_module.timedelta(seconds=_Shift.seconds)
        return TRUE_DATETIME.now(tz) + shift

    @classmethod
    def today(cls) -> Any:
        """The moved instant as the local wall clock shows it."""
        return cls.now()

    @classmethod
    def utcnow(cls) -> Any:
        """The moved instant in UTC, without a time zone."""
        return cls.now(datetime_module.UTC).replace(tzinfo=None)
