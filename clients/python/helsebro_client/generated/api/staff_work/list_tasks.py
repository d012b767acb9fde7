from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_tasks_queue import ListTasksQueue
from ...models.problem import Problem
from ...models.task_page import TaskPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    queue: ListTasksQueue,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    params: dict[str, Any] = {}

    json_queue: str = queue
    params["queue"] = json_queue

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/tasks",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TaskPage | None:
    if response.status_code == 200:
        response_200 = TaskPage.from_dict(response.json())

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
) -> Response[Problem | TaskPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    queue: ListTasksQueue,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | TaskPage]:
    """Lists the open tasks of a queue, earliest due first

     Lists the open tasks of a queue, earliest due first.

    Those that wait for the member's answer (`pausedSince`) come last; once it is given, each has its
    place by
    the new due time. Each has the engine's proposal, with its texts in the caller's language, and the
    name of
    the person whom it is about. A task of the queue `onboarding` has what the clinic's application
    says, and
    who tried to sign, one of the queue `extensions` the course so far, and one of the queue `invoices`
    what
    the invoice asks for and what each decision does. One of the queue `complaints` has the complaint,
    the
    denial that it is about, and where the whole case is read.

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        queue (ListTasksQueue):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TaskPage]
    """

    kwargs = _get_kwargs(
        queue=queue,
        limit=limit,
        cursor=cursor,
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
    queue: ListTasksQueue,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | TaskPage | None:
    """Lists the open tasks of a queue, earliest due first

     Lists the open tasks of a queue, earliest due first.

    Those that wait for the member's answer (`pausedSince`) come last; once it is given, each has its
    place by
    the new due time. Each has the engine's proposal, with its texts in the caller's language, and the
    name of
    the person whom it is about. A task of the queue `onboarding` has what the clinic's application
    says, and
    who tried to sign, one of the queue `extensions` the course so far, and one of the queue `invoices`
    what
    the invoice asks for and what each decision does. One of the queue `complaints` has the complaint,
    the
    denial that it is about, and where the whole case is read.

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        queue (ListTasksQueue):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TaskPage
    """

    return sync_detailed(
        client=client,
        queue=queue,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    queue: ListTasksQueue,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Response[Problem | TaskPage]:
    """Lists the open tasks of a queue, earliest due first

     Lists the open tasks of a queue, earliest due first.

    Those that wait for the member's answer (`pausedSince`) come last; once it is given, each has its
    place by
    the new due time. Each has the engine's proposal, with its texts in the caller's language, and the
    name of
    the person whom it is about. A task of the queue `onboarding` has what the clinic's application
    says, and
    who tried to sign, one of the queue `extensions` the course so far, and one of the queue `invoices`
    what
    the invoice asks for and what each decision does. One of the queue `complaints` has the complaint,
    the
    denial that it is about, and where the whole case is read.

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        queue (ListTasksQueue):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TaskPage]
    """

    kwargs = _get_kwargs(
        queue=queue,
        limit=limit,
        cursor=cursor,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    queue: ListTasksQueue,
    limit: int | Unset = 25,
    cursor: str | Unset = UNSET,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
) -> Problem | TaskPage | None:
    """Lists the open tasks of a queue, earliest due first

     Lists the open tasks of a queue, earliest due first.

    Those that wait for the member's answer (`pausedSince`) come last; once it is given, each has its
    place by
    the new due time. Each has the engine's proposal, with its texts in the caller's language, and the
    name of
    the person whom it is about. A task of the queue `onboarding` has what the clinic's application
    says, and
    who tried to sign, one of the queue `extensions` the course so far, and one of the queue `invoices`
    what
    the invoice asks for and what each decision does. One of the queue `complaints` has the complaint,
    the
    denial that it is about, and where the whole case is read.

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        queue (ListTasksQueue):
        limit (int | Unset):  Default: 25.
        cursor (str | Unset):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TaskPage
    """

    return (
        await asyncio_detailed(
            client=client,
            queue=queue,
            limit=limit,
            cursor=cursor,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
        )
    ).parsed
