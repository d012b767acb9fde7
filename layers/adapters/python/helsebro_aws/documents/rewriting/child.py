"""The child process: limits itself, reads one file from its input, and writes the answer to its output.

    python -m helsebro_aws.documents.rewriting.child copy image/png
    python -m helsebro_aws.documents.rewriting.child hint application/pdf

It ends with ``REFUSED`` and a reason when the file cannot be written anew. No other module imports the
libraries that parse files, so that a function which serves calls never loads them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import BinaryIO

from helsebro.documents.file_content import MOST_BYTES, MOST_KEPT_BYTES
from helsebro.documents.rejection import TOO_COMPLEX
from helsebro_aws.documents.rewriting import limits
from helsebro_aws.documents.rewriting.bounded_process import REFUSED, WITH_TEXT, WITHOUT_TEXT
from helsebro_aws.documents.rewriting.unwritable import Unwritable


def copy(content: bytes, content_type: str) -> bytes:
    """Returns the file written anew, after ``WITH_TEXT`` or ``WITHOUT_TEXT``. Raises ``Unwritable``."""
    if content_type == "application/pdf":
        from helsebro_aws.documents.rewriting.pdf_copy import copy_of

        written, has_text = copy_of(content)
        return (WITH_TEXT if has_text else WITHOUT_TEXT) + written
    from helsebro_aws.documents.rewriting.picture_copy import picture_of

    return WITHOUT_TEXT + picture_of(content, content_type)


def hint(content: bytes, _: str) -> bytes:
    """Returns which parts of a referral a PDF lacks, as JSON: no word of it leaves the process."""
    from helsebro.documents.referral_hint import hint_of
    from helsebro_aws.documents.rewriting.pdf_text import text_of

    found = hint_of(text_of(content))
    return json.dumps({"readable": found.readable, "absent": found.absent, "little": found.little}).encode()


TOO_LARGE = "picture-too-large"
TASKS: Mapping[str, Callable[[bytes, str], bytes]] = {"copy": copy, "hint": hint}


def run(task: str, content_type: str, sent: BinaryIO, answer: BinaryIO) -> int:
    """Writes the answer of a task and returns the exit code."""
    try:
        written = TASKS[task](sent.read(max(MOST_BYTES, MOST_KEPT_BYTES)), content_type)
        if len(written) > MOST_KEPT_BYTES:
            raise Unwritable("file-too-large")
    except Unwritable as refused:
        answer.write(refused.reason.encode())
        return REFUSED
    except (MemoryError, RecursionError):
        answer.write((TOO_COMPLEX if content_type == "application/pdf" else TOO_LARGE).encode())
        return REFUSED
    answer.write(written)
    return 0


if __name__ == "__main__":
    limits.enforce()
    code = run(sys.argv[1], sys.argv[2], sys.stdin.buffer, sys.stdout.buffer)
    sys.stdout.flush()
    sys.exit(code)
