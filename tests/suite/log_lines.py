"""The lines that functions write to their log, as a test reads them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from helsebro_aws.platform.log import done


def logger() -> logging.Logger:
    """Returns the logger of the functions, made: a test that sets its level before leaves it without one."""
    done("test.began")
    return logging.getLogger("helsebro")


@contextmanager
def log_lines() -> Iterator[io.StringIO]:
    """Yields what is logged meanwhile, one JSON object a line."""
    # Its own stream is that of the test which first logged.
    named = logger()
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(named.handlers[0].formatter)
    named.addHandler(handler)
    try:
        yield handler.stream
    finally:
        named.removeHandler(handler)
