"""The issuers of brokers: each under a path of its own, with the users and keys of the issuer itself."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware


def under_brokers(app: Flask, brokers: tuple[str, ...]) -> Any:
    """Returns the web app, which answers under ``/{broker}`` as the issuer of that broker."""
    return DispatcherMiddleware(app, {f"/{broker}": app for broker in brokers})
