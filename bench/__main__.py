"""``make bench``: measures the coverage engine, invoices, and three routes as ratios to a bare boto3 handler.

Every figure is the CPU (user and system) of its own process, the median of several runs. The endpoint runs in
another process, so that only the handler is measured. Compare ratios of one run, not milliseconds.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from typing import Any

from bench.prepared import Prepared

ROOT = Path(__file__).resolve().parent.parent
ROUTES = ("read", "book", "report")
PEERS = ("helsebro", "fastapi", "chalice")
BUDGET = {"cold": {"read": 0.8, "book": 1.1, "report": 1.1}, "warm": {"read": 0.4}}
RUNS, WARM_RUNS, WARM_CALLS = 7, 3, 150


def main() -> int:
    """Measures and prints; returns 1 when a figure is over its budget."""
    parts = [_part(name) for name in ("bench.coverage", "bench.einvoice")]
    with endpoint() as url:
        environment = {"AWS_ENDPOINT_URL": url}
        prepared = Prepared(environment)
        return show(measure(prepared, {**os.environ, **prepared.environment})) or max(parts)


def _part(name: str) -> int:
    """Runs a benchmark that needs no endpoint; returns 1 when a figure of it is over its budget."""
    return subprocess.run([sys.executable, "-m", name], cwd=ROOT, check=False).returncode


@contextmanager
def endpoint() -> Iterator[str]:
    """Runs the emulator in its own process, without the stack, and yields its URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {"GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1", "IOT_MTLS_ENABLED": "0"}
    emulator = subprocess.Popen(
        [sys.executable, "-m", "ministack"],
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        emulator.terminate()
        emulator.wait()


def measure(prepared: Prepared, environment: dict[str, str]) -> dict[tuple[str, str, str], float]:
    """Returns milliseconds of CPU by peer, route and ``cold`` or ``warm``."""
    found: dict[tuple[str, str, str], float] = {}
    for peer, route in [("bare", "read"), *((peer, route) for route in ROUTES for peer in PEERS)]:
        print(f"  {peer} {route} …", file=sys.stderr)
        colds = [_run(peer, route, prepared.events(route, 1), environment)["cold"] for _ in range(RUNS)]
        warms = [
            _run(peer, route, prepared.events(route, WARM_CALLS), environment)["warm"]
            for _ in range(WARM_RUNS)
        ]
        found[peer, route, "cold"], found[peer, route, "warm"] = median(colds), median(warms)
    return found


def _run(peer: str, route: str, events: list[dict[str, Any]], environment: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.one", peer, route],
        input=json.dumps(events),
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{peer} {route} failed:\n{done.stderr[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if not set(result["statuses"]) <= {200, 201}:
        raise SystemExit(f"{peer} {route} answered {result['statuses']}")
    return result


def show(found: dict[tuple[str, str, str], float]) -> int:
    """Prints the table; returns 1 when a figure is over its budget or over half of FastAPI + Mangum."""
    over = []
    for kind in ("cold", "warm"):
        bare = found["bare", "read", kind]
        print(f"\n{kind}: B is {bare:.2f} ms of CPU (a bare boto3 handler, one GetItem)\n")
        print(f"  {'route':<8}{'Helsebro':>12}{'FastAPI+Mangum':>18}{'Chalice':>12}{'budget':>10}")
        for route in ROUTES:
            ratios = [found[peer, route, kind] / bare for peer in PEERS]
            budget = BUDGET[kind].get(route)
            limit = f"{budget:.1f}" if budget else "-"
            print(f"  {route:<8}{ratios[0]:>10.2f} B{ratios[1]:>16.2f} B{ratios[2]:>10.2f} B{limit:>10}")
            if (budget and ratios[0] > budget) or ratios[0] > ratios[1] / 2:
                over.append(f"{kind} {route}")
    print(f"\nover the budget: {', '.join(over) or 'nothing'}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
