"""Texts with the attributions marked in them, for tests that must not depend on who finds attributions."""

from __future__ import annotations

import re

from twosource.model import Attribution, Document, Layout, Report, Span
from twosource.model.report import Published
from twosource.reading.claims import build
from twosource.reading.structure import lay_out

TAG = re.compile(r"<(/?)([sck])(\d)>")


def parse(text: str) -> tuple[str, tuple[Attribution, ...]]:
    """`<s1>She</s1> <c1>said</c1> <k1>it burned</k1>.` as plain text and its attributions."""
    out, at, open_at = "", 0, {}
    found: dict[str, dict[str, list[Span]]] = {}
    for match in TAG.finditer(text):
        out += text[at : match.start()]
        at = match.end()
        closing, role, number = match.groups()
        if not closing:
            open_at[role, number] = len(out)
        else:
            roles = found.setdefault(number, {"s": [], "c": [], "k": []})
            roles[role].append(Span(open_at.pop((role, number)), len(out)))
    out += text[at:]
    attributions = []
    for number, roles in sorted(found.items()):
        quoted = all(out[span.start] in '“"' for span in roles["k"])
        attributions.append(
            Attribution(
                f"a{number}",
                tuple(roles["s"]),
                tuple(roles["c"]),
                tuple(roles["k"]),
                "direct" if quoted else "indirect",
            )
        )
    return out, tuple(attributions)


class Read:
    """A marked text, read."""

    def __init__(
        self, text: str, *, outlet: str | None = "Example Gazette", day: str = "2031-05-14", **more: object
    ) -> None:
        plain, attributions = parse(text)
        self.layout: Layout = lay_out(Document(None, plain))
        report = Report(
            id="r1",
            origin=None,
            text=plain,
            outlet=outlet,
            published=Published(day, day, "given"),
            items=self.layout.items,
            attributions=attributions,
            **more,  # type: ignore[arg-type]
        )
        sources, claims = build(self.layout, report)
        self.report = report.replace(sources=sources, claims=claims)

    def words(self) -> list[str]:
        """The words of each claim."""
        return [self.report.words(claim) for claim in self.report.claims]

    def who(self, part: str) -> str | None:
        """The name of the source of the claim that holds some words."""
        source = self.report.source_of(self.claim(part))
        return source.name if source else None

    def source(self, part: str):  # type: ignore[no-untyped-def]
        """The source of the claim that holds some words."""
        return self.report.source_of(self.claim(part))

    def claim(self, part: str):  # type: ignore[no-untyped-def]
        """The claim that holds some words."""
        return next(claim for claim in self.report.claims if part in self.report.words(claim))
