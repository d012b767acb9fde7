from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.read_problem_language import (
    ReadProblemLanguage,
)
from ...models.read_problem_response_200 import ReadProblemResponse200
from ...types import UNSET, Response, Unset


def _get_kwargs(
    code: str,
    *,
    language: ReadProblemLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(accept_language, Unset):
        headers["Accept-Language"] = accept_language

    params: dict[str, Any] = {}

    json_language: str | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language

    params["language"] = json_language

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/problems/{code}".format(
            code=quote(str(code), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ReadProblemResponse200 | None:
    if response.status_code == 200:
        response_200 = ReadProblemResponse200.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

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
) -> Response[Problem | ReadProblemResponse200]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    code: str,
    *,
    client: AuthenticatedClient | Client,
    language: ReadProblemLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
) -> Response[Problem | ReadProblemResponse200]:
    """Returns what a code of an error means and what to do, in the language of the caller

     Returns what a code of an error means and what to do, in the language of the caller.

    A browser gets a page, every other client JSON. `language` (`da`, `nb` or `en`) is for a reader
    whose browser asks for another one.

    Who: anyone.

    Args:
        code (str):
        language (ReadProblemLanguage | Unset):
        accept_language (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReadProblemResponse200]
    """

    kwargs = _get_kwargs(
        code=code,
        language=language,
        accept_language=accept_language,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    code: str,
    *,
    client: AuthenticatedClient | Client,
    language: ReadProblemLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
) -> Problem | ReadProblemResponse200 | None:
    """Returns what a code of an error means and what to do, in the language of the caller

     Returns what a code of an error means and what to do, in the language of the caller.

    A browser gets a page, every other client JSON. `language` (`da`, `nb` or `en`) is for a reader
    whose browser asks for another one.

    Who: anyone.

    Args:
        code (str):
        language (ReadProblemLanguage | Unset):
        accept_language (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReadProblemResponse200
    """

    return sync_detailed(
        code=code,
        client=client,
        language=language,
        accept_language=accept_language,
    ).parsed


async def asyncio_detailed(
    code: str,
    *,
    client: AuthenticatedClient | Client,
    language: ReadProblemLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
) -> Response[Problem | ReadProblemResponse200]:
    """Returns what a code of an error means and what to do, in the language of the caller

     Returns what a code of an error means and what to do, in the language of the caller.

    A browser gets a page, every other client JSON. `language` (`da`, `nb` or `en`) is for a reader
    whose browser asks for another one.

    Who: anyone.

    Args:
        code (str):
        language (ReadProblemLanguage | Unset):
        accept_language (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReadProblemResponse200]
    """

    kwargs = _get_kwargs(
        code=code,
        language=language,
        accept_language=accept_language,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    code: str,
    *,
    client: AuthenticatedClient | Client,
    language: ReadProblemLanguage | Unset = UNSET,
    accept_language: str | Unset = UNSET,
) -> Problem | ReadProblemResponse200 | None:
    """Returns what a code of an error means and what to do, in the language of the caller

     Returns what a code of an error means and what to do, in the language of the caller.

    A browser gets a page, every other client JSON. `language` (`da`, `nb` or `en`) is for a reader
    whose browser asks for another one.

    Who: anyone.

    Args:
        code (str):
        language (ReadProblemLanguage | Unset):
        accept_language (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReadProblemResponse200
    """

    return (
        await asyncio_detailed(
            code=code,
            client=client,
            language=language,
            accept_language=accept_language,
        )
    ).parsed
