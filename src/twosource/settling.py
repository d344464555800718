"""Keeps the account of a ledger true to its reports, a piece at a time.

Reports that were put in, read anew, taken out or judged are pending. They are taken in first: their items are found by
what they share with others and labelled by what they hang together with. Then each unit that was touched is set anew,
and in it each thread whose reports, readings or judgements are others than before. Every step is one transaction, so
that several programs may settle at once and whoever is killed leaves the rest for the next. The answer depends on the
set of reports and judgements, not on the order or the steps in which they came.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from twosource.model import Judgement
from twosource.pipeline import told
from twosource.reconcile import RECONCILER, copies, judged, stories
from twosource.reconcile.account import Indexed, indexed, stories_of, threads_in
from twosource.reconcile.stories import ItemGist, Thread, Unit

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twosource.ledger import Store
    from twosource.ledger.index import KeptItem

BATCH = 200
"""Pending reports that one transaction takes in: about a second, so that other writers need not wait long."""

KEPT_READY = 300
"""Reports kept ready in memory: a story of a thousand claims is told by some fifty, and settled again with each."""


def settle(store: Store) -> None:
    """Brings the account up to the reports; returns when nothing is pending."""
    if store.is_settled(RECONCILER):
        return
    settler = Settler()
    more = True
    while more:
        with store.writing() as connection:
            more = settler.step(connection)


class Settler:
    """One run of settling; holds what was made ready of reports."""

    def __init__(self) -> None:
        self._ready: OrderedDict[tuple[str, str], Indexed] = OrderedDict()

    def step(self, connection: Connection) -> bool:
        """Takes in some pending reports or sets one unit anew; False where there is nothing left to do."""
        from twosource.ledger import index, pending

        pending.renew(connection, RECONCILER, datetime.now(UTC))
        moment = pending.moment(connection)
        batch = pending.batch(connection, BATCH)
        stale = index.next_stale(connection)
        later = bool(batch) and moment is not None and batch[0].at.date() > moment.date()
        if stale is not None and (later or not batch):
            self._set_unit(connection, stale, moment or datetime.now(UTC))
        elif batch:
            at = max(one.at for one in batch)
            _TakingIn(connection, self, at if moment is None else max(at, moment)).all(batch)
        return bool(batch) or stale is not None

    def ready(self, connection: Connection, ids: Iterable[str]) -> dict[str, Indexed]:
        """Reports made ready to be set beside others, as they are read now."""
        from twosource.ledger import reports

        wanted = reports.reading_digests(connection, ids)
        missing = [key for key in wanted.items() if key not in self._ready]
        for report in reports.by_ids(connection, [id_ for id_, _ in missing]):
            self._ready[report.id, wanted[report.id]] = indexed(report)
        found = {}
        for key in wanted.items():
            self._ready.move_to_end(key)
            found[key[0]] = self._ready[key]
        while len(self._ready) > KEPT_READY:
            self._ready.popitem(last=False)
        return found

    def _set_unit(self, connection: Connection, row: int, at: datetime) -> None:
        """Sets the unit of an item anew."""
        from twosource.ledger import index, judgements

        found = _unit(connection, row)
        if found is None:
            index.clear_stale(connection, [row])
            return
        rows, unit = found
        hold = judged.active(judgements.about(connection, {item.report for item in unit.items}))
        for thread in threads_in(unit, hold):
            self._set_thread(connection, thread, hold, at)
        index.clear_stale(connection, rows)

    def _set_thread(self, connection: Connection, thread: Thread, hold: Sequence[Judgement], at: datetime) -> None:
        from twosource.ledger import accounts, judgements, reports

        items = [(item.report, item.item) for story in thread.stories for item in story]
        ids = sorted({report for report, _ in items})
        digests = reports.reading_digests(connection, ids)
        mine = [one.number for one in hold if judgements.reports_of(one) & digests.keys()]
        grouped = [[(item.report, item.item) for item in story] for story in thread.stories]
        inputs = accounts.print_of([RECONCILER, sorted(digests.items()), grouped, mine])
        if accounts.made_from(connection, items, len(thread.stories), inputs):
            return
        held = self.ready(connection, ids)
        texts = {id_: held[id_].report for id_ in ids}
        made = [told(story, texts) for story in stories_of(thread, held, hold)]
        accounts.replace(connection, made, at, made_by=RECONCILER, inputs=inputs, stale=set())


def _unit(connection: Connection, row: int) -> tuple[list[int], Unit] | None:
    """The unit that an item is in, with the rows of its items; None where the item is gone."""
    from twosource.ledger import index

    labels = index.labels(connection, [row]).get(row)
    if labels is None:
        return None
    most = stories.MOST_ITEMS + 1
    level = stories.level_of([index.size(connection, n, label, most) for n, label in enumerate(labels)])
    rows = sorted(index.members(connection, level, labels[level]))
    items = tuple(ItemGist.from_dict(body) for body in index.bodies(connection, rows).values())
    return rows, Unit(level, items)


class _Tie(NamedTuple):
    one: int
    other: int
    levels: int


class _TakingIn:
    """Takes some pending reports in: out with their items as they were, in with the items as they are."""

    def __init__(self, connection: Connection, settler: Settler, at: datetime) -> None:
        self.connection = connection
        self.settler = settler
        self.at = at

    def all(self, batch: Sequence[Any]) -> None:
        """Takes a batch in."""
        from twosource.ledger import index, judgements, pending, reports

        ids = sorted({one.report for one in batch})
        freed = [label for id_ in ids for label in index.drop(self.connection, index.rows_of(self.connection, id_))]
        numbers = reports.numbers_at(self.connection, ids, self.at)
        links = judged.links(judged.active(judgements.about(self.connection, set(ids))))
        self._split(freed)
        added: list[tuple[int, ItemGist]] = []
        bands: dict[tuple[str, int], tuple[str, ...]] = {}
        for part in _parts(sorted(numbers)):
            for id_, ready in sorted(self.settler.ready(self.connection, part).items()):
                added += [(reports.item_row(numbers[id_], item.item), item) for item in ready.items]
                found = copies.bands(ready.report.text)
                bands.update({(item.report, item.item): found for item in ready.items[:1]})
        ties: list[_Tie] = []
        for row, item in added:
            kept = kept_item(row, item, bands.get((item.report, item.item), ()))
            index.put(self.connection, kept)
            ties += self._ties(kept, item)
        ties += self._links(links)
        self._join(ties)
        index.mark_stale(self.connection, [row for row, _ in added])
        self._leave(ids, {(item.report, item.item) for _, item in added})
        pending.done(self.connection, batch, self.at)

    def _ties(self, kept: KeptItem, item: ItemGist) -> list[_Tie]:
        from twosource.ledger import index

        near = index.near(self.connection, kept, stories.WEEKS, stories.SHARED)
        bodies = index.bodies(self.connection, near)
        found = []
        for row, by_words in sorted(near.items()):
            levels = stories.tie(ItemGist.from_dict(bodies[row]), item, by_words)
            if levels:
                found.append(_Tie(kept.row, row, levels))
        return found

    def _links(self, links: Iterable[tuple[tuple[str, int], tuple[str, int]]]) -> list[_Tie]:
        """Ties that a judgement makes, between items that are both there."""
        from twosource.ledger import index, reports

        pairs = list(links)
        numbers = reports.numbers_at(self.connection, {key[0] for pair in pairs for key in pair}, self.at)
        rows = [
            tuple(reports.item_row(numbers[report], item) for report, item in pair)
            for pair in pairs
            if all(report in numbers for report, _ in pair)
        ]
        there = index.labels(self.connection, {row for pair in rows for row in pair})
        return [_Tie(a, b, stories.LEVELS) for a, b in rows if a in there and b in there]

    def _split(self, freed: Iterable[tuple[int, int]]) -> None:
        """Labels anew what hung together with items that were taken out, as far as it was no larger than a unit."""
        from twosource.ledger import index, judgements

        done: set[int] = set()
        for level, label in sorted(freed):
            rows = index.members(self.connection, level, label, stories.MOST_ITEMS + 1)
            if len(rows) > stories.MOST_ITEMS:
                index.relabel(self.connection, level, {label: rows[0]})  # a label is the row of an item that is there
            if not rows or len(rows) > stories.MOST_ITEMS or done.issuperset(rows):
                continue
            done.update(rows)
            ordered = sorted(rows)
            items = [ItemGist.from_dict(body) for body in index.bodies(self.connection, ordered).values()]
            place = {(item.report, item.item): n for n, item in enumerate(items)}
            ties = list(stories.tied_pairs(items))
            hold = judged.active(judgements.about(self.connection, {item.report for item in items}))
            ties += [(place[a], place[b], stories.LEVELS) for a, b in judged.links(hold) if a in place and b in place]
            for finer in range(level, stories.LEVELS):
                of = stories.components(len(items), ((a, b) for a, b, levels in ties if levels > finer))
                index.label_rows(self.connection, finer, {ordered[n]: ordered[head] for n, head in enumerate(of)})
            index.mark_stale(self.connection, rows)

    def _join(self, ties: Sequence[_Tie]) -> None:
        """Gives what hangs together by new ties one label, on every level that the ties are of."""
        from twosource.ledger import index

        of = index.labels(self.connection, {row for tie in ties for row in (tie.one, tie.other)})
        for level in range(stories.LEVELS):
            pairs = [(of[tie.one][level], of[tie.other][level]) for tie in ties if tie.levels > level]
            names = sorted({label for pair in pairs for label in pair})
            place = {label: n for n, label in enumerate(names)}
            groups: dict[int, list[int]] = {}
            for n, head in enumerate(stories.components(len(names), ((place[a], place[b]) for a, b in pairs))):
                groups.setdefault(head, []).append(names[n])
            for labels in groups.values():
                self._one_label(level, labels)

    def _one_label(self, level: int, labels: Sequence[int]) -> None:
        from twosource.ledger import index

        if len(labels) == 1:
            return
        most = stories.MOST_ITEMS
        sizes = {label: index.size(self.connection, level, label, most + 1) for label in labels}
        if sum(sizes.values()) > most:  # what was a unit on this level now stands on a later one
            for label in labels:
                if sizes[label] <= most:
                    index.mark_stale(self.connection, index.members(self.connection, level, label))
        keep = min(labels, key=lambda label: (-sizes[label], label))
        index.relabel(self.connection, level, {label: keep for label in labels if label != keep})

    def _leave(self, ids: Sequence[str], there: set[tuple[str, int]]) -> None:
        """Takes items that are gone out of their stories; of a report that was taken out, the past goes too."""
        from twosource.ledger import accounts, reports

        for report in set(ids) - reports.existing(self.connection, ids):
            accounts.forget(self.connection, report)
        accounts.leave(self.connection, ids, there, self.at)


def kept_item(row: int, item: ItemGist, bands: tuple[str, ...]) -> KeptItem:
    """An item as the ledger keeps it, with what it is found by."""
    from twosource.ledger.index import EVER, KeptItem

    words, towns = stories.keys(item)
    first, last = _day(item.published.start), _day(item.published.end)
    days = EVER if first is None and last is None else (EVER[0] if first is None else first, last or EVER[1])
    return KeptItem(row, item.report, days, words, towns, item.to_dict(), bands)


def _day(day: str | None) -> int | None:
    from datetime import date

    try:
        return None if day is None else date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def _parts(ids: Sequence[str], size: int = 50) -> Iterable[list[str]]:
    for start in range(0, len(ids), size):
        yield list(ids[start : start + size])
