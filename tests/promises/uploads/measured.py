"""Runs the process that writes a file anew, and says what it needed: seconds of processor time, and bytes.

    python -m tests.promises.uploads.measured application/pdf < paper.pdf

It is a small program of its own, because a process begins with the memory of the one that starts it.
"""

from __future__ import annotations

import resource
import subprocess
import sys

from helsebro_aws.documents.rewriting.bounded_process import CHILD

if __name__ == "__main__":
    command = [sys.executable, "-m", CHILD, "copy", sys.argv[1]]
    subprocess.run(command, stdin=sys.stdin.buffer, stdout=subprocess.DEVNULL, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    sys.stdout.write(f"{used.ru_utime + used.ru_stime} {used.ru_maxrss * 1024}")
