"""The web app of a local issuer: the provider's, with registered addresses, CORS and pages of our own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import flask
import jinja2
from flask_cors import CORS
from oidc_provider_mock import _app as provider
from oidc_provider_mock._storage import storage

from local.issuer import code_flow
from local.issuer.redirect_addresses import is_registered, registered

PAGES = Path(__file__).parent / "pages"


def made(token_seconds: int, portal_origins: tuple[str, ...], clients: tuple[str, ...]) -> flask.Flask:
    """Returns the app. Pages of these origins may call it from a browser; ``clients`` may ask for a login."""
    code_flow.install()
    app: flask.Flask = provider.app(access_token_max_age=timedelta(seconds=token_seconds))
    CORS(app, origins=list(portal_origins))
    app.jinja_loader = jinja2.ChoiceLoader(
        [jinja2.FileSystemLoader(PAGES), *filter(None, [app.jinja_loader])]
    )
    _offer_users(app)
    _advertise(app)
    app.before_request(lambda: _refusal(portal_origins, clients))
    return app


def _refusal(portal_origins: tuple[str, ...], clients: tuple[str, ...]) -> tuple[str, int] | None:
    """Returns the page that refuses a login: of an unknown address or client, or without an ID token."""
    if flask.request.path != "/oauth2/authorize":
        return None
    asked = flask.request.args
    address, client, scope = (asked.get(name, "") for name in ("redirect_uri", "client_id", "scope"))
    if address and not is_registered(address, portal_origins):
        page = flask.render_template(
            "unknown_address.html", asked=address, registered=registered(portal_origins)
        )
        return page, 400
    if client not in clients and not storage.get_client(client):
        known = " and ".join(clients)
        return _error("invalid_client", f"client_id is {client!r}. This issuer knows {known}.")
    if "openid" not in scope.split():
        return _error("invalid_scope", f"scope is {scope!r}. It must have openid: the API takes an ID token.")
    return None


def _error(name: str, description: str) -> tuple[str, int]:
    return flask.render_template("error.html", name=name, description=description), 400


def _advertise(app: flask.Flask) -> None:
    """Adds what the code flow can do to the discovery document."""
    known: Any = app.view_functions["oidc-provider-mock.openid_config"]

    def discovery() -> flask.Response:
        return flask.jsonify(
            {
                **known().get_json(),
                "issuer": code_flow.issuer(),
                "code_challenge_methods_supported": code_flow.CHALLENGE_METHODS,
                "token_endpoint_auth_methods_supported": code_flow.CLIENT_METHODS,
            }
        )

    app.view_functions["oidc-provider-mock.openid_config"] = discovery


def _offer_users(app: flask.Flask) -> None:
    """Lists the demo people, with who they are: those that ``PUT /users/{sub}?about=…`` creates."""
    offered: dict[str, str] = {}
    create: Any = app.view_functions["oidc-provider-mock.set_user"]

    def set_user(sub: str) -> Any:
        if about := flask.request.args.get("about"):
            offered[sub] = about
        return create(sub)

    app.view_functions["oidc-provider-mock.set_user"] = set_user
    app.view_functions["oidc-provider-mock.home"] = lambda: flask.render_template("start.html")
    app.jinja_env.globals["offered_users"] = offered
