"""Reads JSON that can be stored and written again; every value that cannot is a fault with its pointer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from math import isfinite, isnan, nan
from typing import Any

from helsebro.errors import BadInput, Fault, escaped

INTEGER_DIGITS = 18
DIGITS = 38
SMALLEST, LARGEST = 1e-130, 1e126
"""The range of a number in DynamoDB, besides 0; it has at most 38 digits."""
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
"""Control characters except tab and line breaks, half characters, and the character that replaces unreadable
bytes: a text in ISO-8859-1 arrives with it when a gateway has decoded it as UTF-8."""
MAY_BE_UNREADABLE = re.compile(rb"\\[ubf]|\x7f|\xc2[\x80-\x9f]|\xef\xbf[\xbd-\xbf]")
"""Bytes without which no text of a body has such a character."""


def read(raw: bytes) -> Any:
    """Returns the JSON of a body.

    Raises ``BadInput``: 400 for bytes that are not UTF-8 or not JSON, with the line and column where reading
    stopped; 422 for numbers and texts that cannot be stored, all at once.
    """
    numbers = _Numbers()
    try:
        value = json.loads(
            raw.decode(),
            parse_float=numbers.decimal,
            parse_int=numbers.integer,
            parse_constant=numbers.refused,
        )
        suspect = numbers.were_refused or MAY_BE_UNREADABLE.search(raw)
        faults = [*_faults(value, "")] if suspect else []
    except UnicodeDecodeError:
        raise _malformed("not-utf8") from None
    except json.JSONDecodeError as fault:
        raise _malformed("not-json", line=fault.lineno, column=fault.colno) from None
    except RecursionError:
        raise _malformed("json-too-deep") from None
    if faults:
        raise BadInput(faults)
    return value


class _Numbers:
    """Reads numbers; one that cannot be stored becomes NaN, which no other number is."""

    were_refused = False

    def refused(self, _text: str) -> float:
        self.were_refused = True
        return nan

    def integer(self, text: str) -> float:
        return int(text) if len(text.lstrip("-")) <= INTEGER_DIGITS else self.refused(text)

    def decimal(self, text: str) -> float:
        number = float(text)
        digits = text.lower().partition("e")[0].replace(".", "").strip("-0")
        fits = isfinite(number) and (SMALLEST <= abs(number) < LARGEST or not digits)
        return number if fits and len(digits) <= DIGITS else self.refused(text)


def _faults(value: Any, pointer: str) -> Iterator[Fault]:
    if isinstance(value, str):
        if UNREADABLE.search(value):
            yield Fault(pointer, "unreadable-character", "")
    elif isinstance(value, float) and isnan(value):
        yield Fault(pointer, "number-not-storable", "")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _faults(item, f"{pointer}/{index}")
    elif isinstance(value, dict):
        for name, item in value.items():
            if UNREADABLE.search(name):
                yield Fault(pointer, "unreadable-character", "")
            else:
                yield from _faults(item, f"{pointer}/{escaped(name)}")


def _malformed(code: str, **facts: int) -> BadInput:
    return BadInput([Fault("", code, "", facts)], malformed=True)
