"""The process that reads a member's file: it has limits, no credentials, and no file but the one it reads."""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryFile
from typing import IO

from helsebro.documents.file_content import MOST_KEPT_BYTES
from helsebro.documents.rejection import REASONS, TOO_COMPLEX, RejectionReason
from helsebro_aws.documents.rewriting.limits import MOST_WALL_SECONDS
from helsebro_aws.documents.rewriting.unwritable import Unwritable

CHILD = "helsebro_aws.documents.rewriting.child"
REFUSED = 3
"""The exit code of a process that wrote its reason instead of a file."""
LONGEST_REASON = 60
WITH_TEXT, WITHOUT_TEXT = b"t", b"-"
"""The first byte of a copy: whether it is worth while to look for the parts of a referral in it."""


def read(task: str, content: bytes, content_type: str) -> bytes:
    """Returns what the task makes of a file. Raises ``Unwritable``, also when a limit ended the process.

    Raises ``TimeoutExpired`` when the machine was too busy: that is no fault of the file, which comes again.
    """
    # Neither file has a name: the bytes are gone with the process, however it ends.
    with TemporaryFile() as sent, TemporaryFile() as written:
        sent.write(content)
        sent.flush()
        sent.seek(0)
        code = _run([task, content_type], sent.fileno(), written.fileno())
        return answer_in(written, code)


def answer_in(written: IO[bytes], code: int) -> bytes:
    """Returns what the process wrote before it ended with this exit code. Raises ``Unwritable``."""
    written.seek(0)
    if code == REFUSED:
        raise Unwritable(reason_in(written.read(LONGEST_REASON)))
    if code:
        raise Unwritable(TOO_COMPLEX)
    return written.read(MOST_KEPT_BYTES)


def reason_in(answer: bytes) -> RejectionReason:
    """Returns the reason that the process wrote: a file may make it write anything, so only one of ours."""
    return REASONS.get(answer.decode("ascii", "replace"), TOO_COMPLEX)


def environment() -> dict[str, str]:
    """Returns the environment of the process: nothing of our own, which holds the function's credentials."""
    known = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "MALLOC_ARENA_MAX": "1"}
    # Where Lambda's Python finds its own code.
    return {**known, **{name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}}


def _run(arguments: list[str], sent: int, written: int) -> int:
    """Returns the exit code of the process; it is not 0 when it was ended."""
    child = subprocess.Popen(
        [sys.executable, "-S", "-B", "-m", CHILD, *arguments],
        stdin=sent,
        stdout=written,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=True,
    )
    try:
        return child.wait(timeout=MOST_WALL_SECONDS)
    finally:
        child.kill()
        child.wait()
