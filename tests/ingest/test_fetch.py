"""Fetching: private addresses refused, also after redirects; robots.txt honoured. The server is on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from twosource.errors import ItemError
from twosource.ingest.fetch import MOST_BYTES, Fetcher, is_public

PAGE = b"<html><head><title>Dam breaks</title></head><body><article><p>The dam broke.</p></article></body></html>"


class Handler(BaseHTTPRequestHandler):
    """A small site."""

    def do_GET(self) -> None:
        routes = {
            "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /closed"),
            "/page": (200, "text/html; charset=utf-8", PAGE),
            "/closed": (200, "text/html", PAGE),
            "/film": (200, "video/mp4", b"x"),
            "/large": (200, "text/html", b"x" * (MOST_BYTES + 10)),
        }
        moved = {
            "/moved": "/page",
            "/inside": "http://internal.test/secret",
            "/loop": "/loop",
            "/file": "file:///etc/passwd",
        }
        if self.path in moved:
            self.send_response(302)
            self.send_header("Location", moved[self.path])
            self.end_headers()
            return
        status, kind, body = routes.get(self.path, (404, "text/html", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Keeps quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://news.test:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Fetcher:
    """Takes this machine for the public host news.test, and 10.0.0.5 for what lies inside."""
    hosts = {"news.test": ["127.0.0.1"], "internal.test": ["10.0.0.5"], "both.test": ["127.0.0.1", "10.0.0.5"]}
    return Fetcher(lambda host, _: hosts[host], lambda address: address == "127.0.0.1" or is_public(address))


def test_a_page_comes_with_the_address_it_came_from(site: str, fetcher: Fetcher) -> None:
    page = fetcher.fetch(f"{site}/moved")
    assert (page.body, page.url, page.markup) == (PAGE, f"{site}/page", True)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/inside", "private_address"),
        ("/file", "bad_address"),
        ("/loop", "too_many_redirects"),
        ("/closed", "robots"),
        ("/film", "not_a_page"),
        ("/nothing", "http_error"),
        ("/large", "too_large"),
    ],
)
def test_what_is_not_fetched(site: str, fetcher: Fetcher, path: str, reason: str) -> None:
    with pytest.raises(ItemError) as caught:
        fetcher.fetch(site + path)
    assert caught.value.reason == reason


def test_a_host_with_one_private_address_is_refused(site: str, fetcher: Fetcher) -> None:
    with pytest.raises(ItemError, match="private network"):
        fetcher.fetch(site.replace("news.test", "both.test") + "/page")


PRIVATE = """
127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 ::1 fe80::1%eth0 fc00::1 ::ffff:127.0.0.1
2002:7f00:1:: 224.0.0.1 100.64.0.1 nonsense
"""


@pytest.mark.parametrize("address", [*PRIVATE.split()])
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://localhost/",
        "http://",
        "http://x:y/",
    ],
)
def test_the_ordinary_fetcher_refuses_this_machine_in_every_spelling(url: str) -> None:
    with pytest.raises(ItemError) as caught:
        Fetcher().fetch(url)
    assert caught.value.reason in ("private_address", "bad_address", "no_such_host")
