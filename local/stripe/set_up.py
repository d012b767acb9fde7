"""Sets Stripe up in a stage of the emulator, for the demo payers, as an operator does on an account."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any


def set_up(ssm: Any, named: Callable[[str], str], url: str, payers: Iterable[str]) -> None:
    """Stores the address of Stripe and the keys of payers; ``named`` returns a parameter's name."""
    stored = {"url": url}
    for payer in payers:
        stored |= {f"{payer}-key": f"sk_test_{payer}", f"{payer}-webhook": f"whsec_{payer}"}
    value = json.dumps(stored)
    ssm.put_parameter(Name=named("stripe"), Value=value, Type="SecureString", Overwrite=True)
