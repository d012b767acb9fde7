"""What commands on the running stack share: a fault is a text that says what to do, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.error import URLError

import httpx

from infra.account import command as operators
from infra.account.command import CommandFault
from local.demo.code_flow import LoginRefused
from local.journey.steps import StepFailed, unexpected

P = ParamSpec("P")

NO_ANSWER = (
    "The stack does not answer{where}. See whether `make run` is still up; `make stop` ends what is left."
)


def command(main: Callable[P, int]) -> Callable[P, int]:
    """Returns ``main`` with its faults printed to stderr; the exit code is then 2."""

    @operators.command
    @wraps(main)
    def run(*arguments: P.args, **options: P.kwargs) -> int:
        try:
            return main(*arguments, **options)
        except httpx.HTTPStatusError as refusal:
            raise CommandFault(refusal_of(refusal.response.status_code, refusal.response.text)) from None
        except httpx.TransportError as fault:
            raise CommandFault(NO_ANSWER.format(where=f" at {fault.request.url.netloc.decode()}")) from None
        except URLError:
            raise CommandFault(NO_ANSWER.format(where="")) from None
        except (StepFailed, LoginRefused) as fault:
            raise CommandFault(str(fault)) from None
        except AssertionError as fault:
            raise CommandFault(str(unexpected(fault))) from None

    return run


def refusal_of(status: int, answer: object) -> str:
    """Returns what a refusal of the API says."""
    return f"The API refused with {status}: {answer}"
