"""The limits within which a file is read: in a process of its own, which ends when it exceeds one.

Each is a count or a size, so that the same file always has the same outcome, however busy the machine is.
"""

from __future__ import annotations

import resource
import sys

from helsebro.documents.file_content import MOST_KEPT_BYTES

MEGABYTE = 1024 * 1024
MOST_WRITABLE = 240 * MEGABYTE
"""Memory that the process may write to: with the code of the libraries it stays below 256 MB."""
MOST_ADDRESSES = 768 * MEGABYTE
MOST_CPU_SECONDS = 10
"""A photo of 24 million pixels takes two; only what passes every count below comes near it."""
MOST_WALL_SECONDS = 50
"""Less than the function's own minute. Only a machine that is far too busy gets there."""

MOST_PIXELS = 60_000_000
"""More than a phone's camera makes in a photo of 10 MB; a larger picture is a decompression bomb."""
MOST_PIXELS_OF_HEIC = 25_000_000
"""A phone's photo of 24 million pixels. The library has no smaller decoding, and needs 9 bytes a pixel."""
MOST_DECODED = 25_000_000
"""Pixels of a JPEG that are decoded as they are; a larger one is decoded at a half or less."""
BYTES_A_PIXEL = 4
MOST_FOR_DECODING = 205 * MEGABYTE
"""Of a progressive JPEG, whose waves are all kept until the last is read, beside the decoded pixels."""
MOST_PIXELS_IN_PDF = 120_000_000
"""Of one picture in a PDF, which may be a scan in two colours and a high resolution."""
LONGEST_SIDE = 4032
"""Pixels: a page with 340 dots an inch, and the size of a phone's usual photo."""
MOST_PAGES = 300
MOST_OBJECTS = 100_000
MOST_NOTES = 5_000
"""Form fields, links and comments."""
MOST_UNPACKED = 48 * MEGABYTE
"""Of everything in a PDF that is no picture: its text, its lines and its fonts."""
MOST_PAGES_READ = 30
MOST_LETTERS = 200_000


def enforce() -> None:
    """Limits this process: its memory, its processor time, and how much it writes."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_KEPT_BYTES, MOST_KEPT_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Other systems than Linux, where developers run the stack, do not know these.
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_WRITABLE, MOST_WRITABLE))
