from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_replay import NewReplay
from ...models.problem import Problem
from ...models.replayed_decisions import ReplayedDecisions
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewReplay,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/coverage/replay",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ReplayedDecisions | None:
    if response.status_code == 200:
        response_200 = ReplayedDecisions.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | ReplayedDecisions]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewReplay,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | ReplayedDecisions]:
    """Decides past decisions again, under other terms or parameters

     Decides past decisions again, under other terms or parameters.

    Each is decided as of its own day. The answer lists those of the page that would change, and by
    which
    rules. It reads and changes nothing. Only staff who may read cases see the person and the treatment.

    Who: quality, underwriting.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewReplay): The terms and parameters under which past decisions are decided again.

            Without any of them the answer lists the decisions that would now be decided differently.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReplayedDecisions]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewReplay,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | ReplayedDecisions | None:
    """Decides past decisions again, under other terms or parameters

     Decides past decisions again, under other terms or parameters.

    Each is decided as of its own day. The answer lists those of the page that would change, and by
    which
    rules. It reads and changes nothing. Only staff who may read cases see the person and the treatment.

    Who: quality, underwriting.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewReplay): The terms and parameters under which past decisions are decided again.

            Without any of them the answer lists the decisions that would now be decided differently.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReplayedDecisions
    """

    return sync_detailed(
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewReplay,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | ReplayedDecisions]:
    """Decides past decisions again, under other terms or parameters

     Decides past decisions again, under other terms or parameters.

    Each is decided as of its own day. The answer lists those of the page that would change, and by
    which
    rules. It reads and changes nothing. Only staff who may read cases see the person and the treatment.

    Who: quality, underwriting.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewReplay): The terms and parameters under which past decisions are decided again.

            Without any of them the answer lists the decisions that would now be decided differently.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReplayedDecisions]
    """

    kwargs = _get_kwargs(
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewReplay,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | ReplayedDecisions | None:
    """Decides past decisions again, under other terms or parameters

     Decides past decisions again, under other terms or parameters.

    Each is decided as of its own day. The answer lists those of the page that would change, and by
    which
    rules. It reads and changes nothing. Only staff who may read cases see the person and the treatment.

    Who: quality, underwriting.

    Args:
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        body (NewReplay): The terms and parameters under which past decisions are decided again.

            Without any of them the answer lists the decisions that would now be decided differently.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReplayedDecisions
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
