"""The AWS endpoint of the benchmark: moto in a process of its own, so that its CPU is not counted."""

from __future__ import annotations

import signal
import sys

from moto.server import ThreadedMotoServer


def main() -> None:
    """Serves until the parent ends it; prints its address once."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    print(f"http://{host}:{port}", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.pause()


if __name__ == "__main__":
    main()
