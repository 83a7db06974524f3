"""The packet of sources: what a side may read before the first meeting, and what waits for the teacher's key.

Both sides sat at the talks, but most of them are known from papers that neither saw: an ambassador's cables to
Washington tell what was said at the table and, beside it, what one side said of the other in confidence. So a sheet
quotes the minutes of talks (first-hand sources), whatever passages the scenario's evidence says that side knew, and
what is told of its own side; everything else is kept for the key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from game.debrief.page import Block, Entry, Passage, Say, Section, quote
from game.engine.evidence import Citation
from game.engine.view import View
from game.record.names import day

if TYPE_CHECKING:
    from game.authoring.documents import Source

FIRST_HAND = "first-hand"
NOT_SEEN = "A paper your side did not have. It knew that these things were said, not how they were reported."
Line = tuple[str, str | Passage]


def packet(seen: View, documents: Mapping[str, Source]) -> Section:
    """The passages a side may read, document by document, then those of outside pages."""
    known, _ = told_apart(seen, documents)
    gist = (
        "What documents have of the talks before the first meeting: the minutes of talks, and what else your side knew."
        if known
        else "No passage that your side could know tells of talks before the first meeting."
    )
    return Section("packet", "Source packet", gist, (Say(gist), *_laid_out(known, documents, NOT_SEEN)))


def kept_back(seen: View, documents: Mapping[str, Source]) -> Section:
    """The passages on the talks before that a side's sheet does not have, for the key."""
    _, kept = told_apart(seen, documents)
    side = seen.agenda.party(seen.party).side
    gist = (
        f"Not on the sheet of {side}: papers of others on the talks before the first meeting, which it had not seen."
        if kept
        else f"The sheet of {side} keeps back no passage on the talks before the first meeting."
    )
    return Section("kept", "Key: sources kept back", gist, (Say(gist), *_laid_out(kept, documents, "")))


def told_apart(seen: View, documents: Mapping[str, Source]) -> tuple[list[Citation], list[Citation]]:
    """The passages on talks before the first meeting: those the side may read, and the others, each once."""
    shared = set(_shared(seen))
    found: tuple[dict[Citation, None], dict[Citation, None]] = ({}, {})
    for one in (*_behind_options(seen), *_shared_citations(seen)):
        if not one.date or one.date >= seen.sitting.date:
            continue
        source = documents.get(one.source)
        own = not one.source and one.by == seen.party
        reads = own or _place(one) in shared or (source is not None and source.evidence == FIRST_HAND)
        found[not reads].setdefault(one)
    return list(found[False]), list(found[True])


def _behind_options(seen: View) -> Iterator[Citation]:
    for issue in seen.agenda.issues:
        for option in issue.options:
            yield from option.attribution.citations


def _shared_citations(seen: View) -> Iterator[Citation]:
    """The passages that the scenario gives to the side's own arguments, and the other side's words it may recall."""
    for claim in seen.claims:
        for passage in claim.passages:
            yield from passage.attribution.citations
    for minute in seen.minutes:
        yield minute.citation


def _shared(seen: View) -> Iterator[tuple[str, int, str]]:
    return map(_place, _shared_citations(seen))


def _place(one: Citation) -> tuple[str, int, str]:
    """Which words a citation has and where they lie, whoever said them."""
    return one.source or one.url, one.line, one.text


def _laid_out(passages: Sequence[Citation], documents: Mapping[str, Source], unseen: str) -> list[Block]:
    kept = [name for name in dict.fromkeys(one.source for one in passages) if name in documents]
    entries = [_document(documents[name], [one for one in passages if one.source == name], unseen) for name in kept]
    return [*entries, *(quote(one) for one in passages if one.source not in kept)]


def _document(source: Source, passages: list[Citation], unseen: str) -> Entry:
    """A document with its passages in the order of its lines, one that is part of another left out."""
    lines: list[Line] = [("Document", f"{source.citation.rstrip('.')}. Dated {day(source.date)}.")]
    if unseen and source.evidence != FIRST_HAND:
        lines.append(("Read it so", unseen))
    lines.append(("Rights", source.rights))
    whole = [one for one in passages if not any(_within(one, other) for other in passages)]
    places = {_place(one): Passage(one.text, f"line {one.line}", one.verbatim) for one in whole}
    said = [places[one] for one in sorted(places, key=lambda one: one[1])]
    return Entry(source.title, (*lines, *(("" if number else "Passages", one) for number, one in enumerate(said))))


def _within(one: Citation, other: Citation) -> bool:
    return one.line == other.line and one.text != other.text and one.text in other.text
