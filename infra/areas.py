"""Areas: the functions and workflows of several contexts, deployed as one stack.

CloudFormation holds 500 resources a stack, and a function has about six. A context file names its area.
"""

from __future__ import annotations

from enum import Enum


class Area(Enum):
    """The name of the area's stack in its stage, such as ``helsebro-dev-cases``."""

    INSURANCE = "insurance"
    """Policies and what they insure: terms, benefits, notices."""
    CASES = "cases"
    """Claims, their documents and decisions, and what follows: guarantees and refunds."""
    CLINICS = "clinics"
    """The network, its calendars and bookings, and the clinics' own systems."""
    MONEY = "money"
    """Invoices and payments."""
    PLATFORM = "platform"
    """What every other area needs: callers, help, the outbox."""
