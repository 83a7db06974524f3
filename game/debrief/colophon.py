"""The documents a page cites, in full and with their rights: a page that is handed round has no program beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from game.debrief.page import Entry, Passage, Say, Section
from game.record.names import day

if TYPE_CHECKING:
    from game.authoring.documents import Source

TAKEN = {
    "first-hand": "taken at the talk itself",
    "second-hand": "told by someone who was there",
    "third-hand": "told, then paraphrased: the words are not those of the speakers",
}
"""How near a document is to what it tells, by its ``evidence``."""


def colophon(sections: Sequence[Section], documents: Mapping[str, Source]) -> tuple[Section, ...]:
    """A last section on the documents these sections quote, in the order of their talks; none where they quote none."""
    quoted = {passage.lies.partition(",")[0] for section in sections for passage in _passages(section)}
    cited = sorted((one for one in documents.values() if one.id in quoted), key=lambda one: (one.talk, one.id))
    if not cited:
        return ()
    gist = "The documents quoted, as their archives cite them. What is called reported is from the page it names."
    return (Section("documents", "Documents cited", gist, (Say(gist), *map(_entry, cited))),)


def _passages(section: Section) -> Iterator[Passage]:
    for block in section.blocks:
        if isinstance(block, Passage):
            yield block
        elif isinstance(block, Entry):
            yield from (said for _, said in block.lines if isinstance(said, Passage))


def _entry(source: Source) -> Entry:
    kind = f"{source.kind.capitalize()} on the talk of {day(source.talk)}, dated {day(source.date)}"
    lines = (
        ("Named here as", source.id),
        ("Document", source.citation),
        ("What it is", f"{kind}; {TAKEN.get(source.evidence, source.evidence)}."),
        ("Rights", source.rights),
    )
    return Entry(source.title, lines)
