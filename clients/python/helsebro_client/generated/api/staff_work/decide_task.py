from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.decided_task import DecidedTask
from ...models.problem import Problem
from ...models.task_decision import TaskDecision
from ...types import UNSET, Response, Unset


def _get_kwargs(
    task_id: str,
    *,
    body: TaskDecision,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    if not isinstance(x_correlation_id, Unset):
        headers["X-Correlation-Id"] = x_correlation_id

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/tasks/{task_id}/decision".format(
            task_id=quote(str(task_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DecidedTask | Problem | None:
    if response.status_code == 200:
        response_200 = DecidedTask.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 428:
        response_428 = Problem.from_dict(response.json())

        return response_428

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
) -> Response[DecidedTask | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    task_id: str,
    *,
    client: AuthenticatedClient,
    body: TaskDecision,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str,
) -> Response[DecidedTask | Problem]:
    """Decides a task: approves, denies or asks the member

     Decides a task: approves, denies or asks the member.

    Only the first decision counts. An approval needs a consent in force. To
    approve a task with `retryOf` is to carry out that task's decision again; nothing else is accepted.
    The approval of a refund or an invoice, and a decision that names an amount (`approved`,
    `grant.perSession`), need a login of at most 5 minutes; other decisions do not. To approve a
    complaint
    is to overturn the denial: it needs a grant as a claim does. To deny it is to let the denial stand,
    with
    `clause` and `reason`. Who decided on the claim, or answered an earlier step, cannot answer it
    (`complaint-decided-before`).

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        task_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        if_match (str):
        body (TaskDecision): A decision on a task.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DecidedTask | Problem]
    """

    kwargs = _get_kwargs(
        task_id=task_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    task_id: str,
    *,
    client: AuthenticatedClient,
    body: TaskDecision,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str,
) -> DecidedTask | Problem | None:
    """Decides a task: approves, denies or asks the member

     Decides a task: approves, denies or asks the member.

    Only the first decision counts. An approval needs a consent in force. To
    approve a task with `retryOf` is to carry out that task's decision again; nothing else is accepted.
    The approval of a refund or an invoice, and a decision that names an amount (`approved`,
    `grant.perSession`), need a login of at most 5 minutes; other decisions do not. To approve a
    complaint
    is to overturn the denial: it needs a grant as a claim does. To deny it is to let the denial stand,
    with
    `clause` and `reason`. Who decided on the claim, or answered an earlier step, cannot answer it
    (`complaint-decided-before`).

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        task_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        if_match (str):
        body (TaskDecision): A decision on a task.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DecidedTask | Problem
    """

    return sync_detailed(
        task_id=task_id,
        client=client,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    task_id: str,
    *,
    client: AuthenticatedClient,
    body: TaskDecision,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str,
) -> Response[DecidedTask | Problem]:
    """Decides a task: approves, denies or asks the member

     Decides a task: approves, denies or asks the member.

    Only the first decision counts. An approval needs a consent in force. To
    approve a task with `retryOf` is to carry out that task's decision again; nothing else is accepted.
    The approval of a refund or an invoice, and a decision that names an amount (`approved`,
    `grant.perSession`), need a login of at most 5 minutes; other decisions do not. To approve a
    complaint
    is to overturn the denial: it needs a grant as a claim does. To deny it is to let the denial stand,
    with
    `clause` and `reason`. Who decided on the claim, or answered an earlier step, cannot answer it
    (`complaint-decided-before`).

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        task_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        if_match (str):
        body (TaskDecision): A decision on a task.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DecidedTask | Problem]
    """

    kwargs = _get_kwargs(
        task_id=task_id,
        body=body,
        accept_language=accept_language,
        x_correlation_id=x_correlation_id,
        idempotency_key=idempotency_key,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    task_id: str,
    *,
    client: AuthenticatedClient,
    body: TaskDecision,
    accept_language: str | Unset = UNSET,
    x_correlation_id: UUID | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    if_match: str,
) -> DecidedTask | Problem | None:
    """Decides a task: approves, denies or asks the member

     Decides a task: approves, denies or asks the member.

    Only the first decision counts. An approval needs a consent in force. To
    approve a task with `retryOf` is to carry out that task's decision again; nothing else is accepted.
    The approval of a refund or an invoice, and a decision that names an amount (`approved`,
    `grant.perSession`), need a login of at most 5 minutes; other decisions do not. To approve a
    complaint
    is to overturn the denial: it needs a grant as a claim does. To deny it is to let the denial stand,
    with
    `clause` and `reason`. Who decided on the claim, or answered an earlier step, cannot answer it
    (`complaint-decided-before`).

    Who: caseworker, finance, network, quality, underwriting.

    Args:
        task_id (str):
        accept_language (str | Unset):
        x_correlation_id (UUID | Unset):
        idempotency_key (str | Unset):
        if_match (str):
        body (TaskDecision): A decision on a task.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DecidedTask | Problem
    """

    return (
        await asyncio_detailed(
            task_id=task_id,
            client=client,
            body=body,
            accept_language=accept_language,
            x_correlation_id=x_correlation_id,
            idempotency_key=idempotency_key,
            if_match=if_match,
        )
    ).parsed
