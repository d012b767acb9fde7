"""Serves one local issuer on loopback until it is ended.

python -m local.issuer --port 9401 --origins http://localhost:5173 --clients helsebro-members
"""

from __future__ import annotations

import argparse
import os

import uvicorn

from local.issuer import provider_app
from local.issuer.broker_paths import under_brokers


def main() -> None:
    """Reads the options and serves."""
    parser = argparse.ArgumentParser(prog="python -m local.issuer", description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token-seconds", type=int, default=3600)
    parser.add_argument("--origins", default="", help="whose pages may call, with a comma between them")
    parser.add_argument("--clients", default="", help="who may ask for a login, with a comma between them")
    parser.add_argument("--brokers", default="", help="the paths of further issuers, with a comma between")
    given = parser.parse_args()
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    app = provider_app.made(given.token_seconds, _listed(given.origins), _listed(given.clients))
    uvicorn.run(
        under_brokers(app, _listed(given.brokers)),
        interface="wsgi",
        host="127.0.0.1",
        port=given.port,
        log_level="warning",
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))


if __name__ == "__main__":
    main()
