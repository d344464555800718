"""Pages by address, fetched so that no report can make us knock on a door inside the network.

A name is resolved once, every address must be a public one, and the connection goes to that very address. Each
redirect is checked again in the same way. robots.txt is honoured.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import urljoin, urlsplit

from twosource.errors import ItemError
from twosource.model import Record

AGENT = "twosource/0.1 (reads news reports; honours robots.txt)"
MOST_REDIRECTS = 5
MOST_BYTES = 10_000_000
SECONDS = 20.0
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")

Resolve = Callable[[str, int], Sequence[str]]


class Page(Record, frozen=True):
    """What came back: the address it came from in the end, its bytes, and whether it is markup."""

    url: str
    body: bytes
    markup: bool


class _Reply(Record, frozen=True):
    status: int
    location: str | None
    kind: str
    body: bytes


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host. Raises `ItemError` where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ItemError("no_such_host", f"the host {host!a} is not known or not within reach") from error
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def is_public(address: str) -> bool:
    """True of an address on the public internet; False of private, loopback, link-local and other special ones.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("93.184.216.34")
    (False, False, True)
    """
    try:
        parsed = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast


def is_address(text: str) -> bool:
    """True of a web address.

    >>> is_address("https://example.org/a"), is_address("C:/reports")
    (True, False)
    """
    return text.lower().startswith(("http://", "https://"))


class Fetcher:
    """Fetches pages; remembers each site's robots.txt for as long as it lives."""

    def __init__(self, resolve: Resolve = resolve, allowed: Callable[[str], bool] = is_public) -> None:
        self._resolve = resolve
        self._allowed = allowed
        self._robots: dict[str, object] = {}

    def fetch(self, url: str) -> Page:
        """The page at an address. Raises `ItemError` with what stood in the way."""
        for _ in range(MOST_REDIRECTS + 1):
            self._ask_robots(url)
            reply = self._request(url)
            if reply.location is not None:
                url = urljoin(url, reply.location)
                continue
            if reply.status != 200:
                raise ItemError("http_error", f"{url} answers {reply.status}; save the page and give the file")
            if reply.kind and reply.kind not in PAGES:
                raise ItemError("not_a_page", f"{url} is {reply.kind}, no page; give HTML or text")
            return Page(url, reply.body, "html" in reply.kind or "xml" in reply.kind)
        raise ItemError("too_many_redirects", f"more than {MOST_REDIRECTS} redirects; give the last address itself")

    def _ask_robots(self, url: str) -> None:
        from protego import Protego

        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            try:
                reply = self._request(f"{site}/robots.txt")
                text = reply.body.decode("utf8", "replace") if reply.status == 200 else ""
            except ItemError as error:
                if error.reason in ("private_address", "bad_address", "no_such_host"):
                    raise
                text = ""
            self._robots[site] = Protego.parse(text)
        rules = self._robots[site]
        assert isinstance(rules, Protego)
        if not rules.can_fetch(url, AGENT):
            raise ItemError("robots", f"{site}/robots.txt asks not to fetch this page; save it and give the file")

    def _request(self, url: str) -> _Reply:
        import urllib3

        parts = urlsplit(url)
        host = parts.hostname
        if parts.scheme not in ("http", "https") or not host:
            raise ItemError("bad_address", f"{url!a} is no web address; it should begin with https://")
        try:
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise ItemError("bad_address", f"{url!a} has a port that is no number") from error
        addresses = self._resolve(host, port)
        if not addresses or not all(self._allowed(address) for address in addresses):
            raise ItemError("private_address", f"{host} is inside a private network; it is not fetched")
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        headers = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, "Accept": ", ".join(PAGES)}
        timeout = urllib3.Timeout(total=SECONDS)
        pool: urllib3.HTTPConnectionPool
        if parts.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(addresses[0], port, server_hostname=host, assert_hostname=host)
        else:
            pool = urllib3.HTTPConnectionPool(addresses[0], port)
        try:
            with pool:
                answer = pool.request(
                    "GET",
                    target,
                    headers=headers,
                    redirect=False,
                    retries=False,
                    timeout=timeout,
                    preload_content=False,
                )
                try:
                    body = answer.read(MOST_BYTES + 1, decode_content=True)
                finally:
                    answer.close()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise ItemError("fetch_failed", f"{url} cannot be fetched ({type(error).__name__})") from error
        if len(body) > MOST_BYTES:
            raise ItemError("too_large", f"{url} is larger than {MOST_BYTES // 1_000_000} MB")
        location = answer.headers.get("Location") if answer.status in (301, 302, 303, 307, 308) else None
        return _Reply(
            answer.status, location, answer.headers.get("Content-Type", "").split(";")[0].strip().lower(), body
        )
