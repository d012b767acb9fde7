"""HTTP: routes, callers, bodies, keys and problem+json; a handler is parse, rule, store, answer."""

from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Routes

__all__ = ["Answer", "Call", "Routes"]
