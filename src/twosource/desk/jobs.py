"""Reading what was handed in, in a thread of its own, so that it can be watched."""

from __future__ import annotations

import logging
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from twosource.errors import ItemError, NotFoundError, TwosourceError
from twosource.ingest import gather
from twosource.ledger.store import Store
from twosource.model import Basis, Document, Published, Report, Unread
from twosource.pipeline import Thing, read_many

LOG = logging.getLogger("twosource.desk")

REMEMBERED = 50
"""Jobs whose outcome can still be looked at."""


@dataclass(slots=True)
class Line:
    """What became of one report: `added`, `known`, `new_version` or `skipped`."""

    origin: str
    outcome: str
    report: str | None = None
    title: str = ""
    claims: int = 0
    message: str = ""


@dataclass(slots=True)
class Job:
    """Something that was handed in; `expected` is how many files and addresses it has, at least."""

    id: str
    expected: int
    lines: list[Line] = field(default_factory=list)
    done: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """A text that was pasted, with what is known of it; files in a folder of their own; and addresses."""

    text: str = ""
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    folder: Path | None = None
    files: int = 0
    addresses: tuple[str, ...] = ()


class Jobs:
    """The jobs of a desk, one read after the other."""

    def __init__(self, store: Store, finished: Callable[[], None]) -> None:
        self._store = store
        self._finished = finished
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="desk-reader")
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Waits for the report that is being read and drops the rest."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def folder(self) -> Path:
        """A new folder for files that are handed in."""
        return Path(tempfile.mkdtemp(prefix="twosource-desk-"))

    def start(self, handed: Handed) -> Job:
        """Begins to read."""
        job = Job(secrets.token_hex(8), bool(handed.text) + handed.files + len(handed.addresses))
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > REMEMBERED:
                self._jobs.popitem(last=False)
        self._pool.submit(self._run, job, handed)
        return job

    def job(self, id_: str) -> Job:
        """A job by its id."""
        with self._lock:
            found = self._jobs.get(id_)
        if found is None:
            raise NotFoundError("what was added is read, and its page is no longer kept; see the reports")
        return found

    def _run(self, job: Job, handed: Handed) -> None:
        try:
            for thing in read_many(_things(handed), processes=1):
                job.lines.append(self._keep(thing, handed))
                self._finished()
        except TwosourceError as error:
            job.fault = str(error)
        except Exception as error:  # whoever watches must learn that it ended, whatever it was
            LOG.exception("adding failed")
            job.fault = (
                f"adding failed ({type(error).__name__}) after {len(job.lines)} of them; what is listed is in the "
                "ledger. This is a fault of twosource, please report it with the log"
            )
        finally:
            job.done = True
            if handed.folder is not None:
                shutil.rmtree(handed.folder, ignore_errors=True)

    def _keep(self, thing: Report | Unread, handed: Handed) -> Line:
        if isinstance(thing, Unread):
            return Line(_short(thing.origin, handed), "skipped", message=thing.skipped.message)
        report = thing.replace(origin=_short(thing.origin or "", handed) or None)
        try:
            added = self._store.add(report)
        except ItemError as error:
            return Line(report.origin or "pasted text", "skipped", message=error.message)
        return Line(report.origin or "pasted text", added.status, added.report, report.title or "", len(report.claims))


def _things(handed: Handed) -> Sequence[Thing]:
    found: list[Thing] = []
    if handed.text.strip():
        published = Published(handed.published, handed.published, "given") if handed.published else Published()
        basis: Basis = "given" if handed.outlet else "unknown"
        found.append(
            Document(
                None, handed.text, outlet=handed.outlet, outlet_basis=basis, url=handed.url, title=handed.title,
                published=published,
            )
        )  # fmt: skip
    if handed.folder is not None and handed.files:
        found += gather([str(handed.folder)])
    found += gather(handed.addresses)
    return found


def _short(origin: str, handed: Handed) -> str:
    """A file's name as it was handed in, without the folder that it was kept in meanwhile."""
    if handed.folder is None or not origin.startswith(str(handed.folder)):
        return origin
    return origin[len(str(handed.folder)) + 1 :]
