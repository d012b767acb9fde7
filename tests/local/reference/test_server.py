"""The pages on loopback have the headers that the edge gives them in an account."""

from __future__ import annotations

import threading
from pathlib import Path

import httpx
import pytest

from infra.reference.content_policy import CONTENT_POLICY
from local.reference.server import server


@pytest.mark.parametrize("path, status", [("/index.html", 200), ("/", 200), ("/none.html", 404)])
def test_a_page_may_load_only_its_own_files(tmp_path: Path, path: str, status: int) -> None:
    (tmp_path / "index.html").write_text("<h1>Start</h1>")
    with server(0, tmp_path) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        answer = httpx.get(f"http://127.0.0.1:{running.server_port}{path}")
        running.shutdown()
    assert (answer.status_code, answer.headers["content-security-policy"]) == (status, CONTENT_POLICY)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ('href="/index.html"' in answer.text) is (status == 404)
