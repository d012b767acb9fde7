"""Writes many files anew, each in a process of its own that is forked from this one, and measures each.

    python -S -m tests.promises.uploads.forking

The libraries are loaded once, where the function loads them for each file: that is most of the time of a
small file. A process has the same limits and does the same, and counts what was loaded before it as its own
memory. A line of the input names a type and two files; the line of its answer has the exit code, the seconds
of processor time, and the most bytes of memory.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pillow_heif
from PIL import Image

from helsebro_aws.documents.rewriting import child, limits, pdf_copy, picture_copy

LOADED = (pillow_heif, pdf_copy, picture_copy)
FAILED = 1


def write_anew(content_type: str, sent: str, answer: str) -> None:
    """Ends this process as the child of the function ends."""
    code = FAILED
    try:
        limits.enforce()
        with Path(sent).open("rb") as content, Path(answer).open("wb") as written:
            code = child.run("copy", content_type, content, written)
    finally:
        os._exit(code)


if __name__ == "__main__":
    Image.preinit()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            write_anew(*line.split())
        _, status, used = os.wait4(process, 0)
        seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)} {seconds} {memory}\n")
        sys.stdout.flush()
