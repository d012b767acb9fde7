"""Left out: what a commit stores of a payable that no file can carry, so that a person looks at it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.payments.payable import Payable
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.tables import Operation


class LookedAt(Conflict):
    """A person has done the task of a payable since it was read."""


LeftOut: TypeAlias = "Callable[[Payable, RunLine, datetime], tuple[Operation, Event]]"
"""Returns the operation that opens the task of a payable that was left out, and its event. The tasks belong
to a context above this one, which hands it in."""
