"""What was invented: how much of the scenario rests on documents, and every value that was made up, with the reason."""

from __future__ import annotations

from game.debrief.findings import Findings
from game.debrief.invention import Value, tally, values
from game.debrief.page import Block, Grid, Items, Say, Section
from game.debrief.sections.voice import counted
from game.engine.evidence import Basis

OURS = (
    "The risks of repudiation: 60 per cent for a red line crossed, 20 for a step without leave that would have been "
    "refused, 30 for a full settlement worth less than none, 95 at most.",
    "The number of speeches a side may make at a sitting.",
    "The sizes of all points. Their order rests on the documents where it can; see the shares of weightings.",
    "How strong an argument is, and how far it can ease the other side's instructions: one step, once.",
    "The words a delegate speaks where no document is quoted: they are composed from the moves.",
)
"""What the game itself makes up, whatever the scenario."""


def section(found: Findings) -> Section:
    """The invention ledger."""
    listed = values(found.state.scenario)
    invented = [one for one in listed if one.attribution.basis is Basis.INVENTED]
    attested, reported, inferred = (
        sum(1 for one in listed if one.attribution.basis is basis)
        for basis in (Basis.ATTESTED, Basis.REPORTED, Basis.INFERRED)
    )
    gist = (
        f"Of {counted(len(listed), 'value')} in the scenario {attested or 'none'} rest on documents kept here, "
        f"{reported or 'none'} on outside works, {inferred or 'none'} are inferred from them, "
        f"and {len(invented) or 'none'} are invented."
    )
    if len(invented) == len(listed):
        gist = f"All {counted(len(listed), 'value')} in the scenario are invented; none rests on a document."
    rows = tuple((kind, *(str(counts[basis]) for basis in Basis)) for kind, counts in tally(listed).items())
    blocks: list[Block] = [Say(gist), Grid("", ("", *(basis.value for basis in Basis)), rows)]
    blocks.append(Items("Invented in this scenario:", tuple(map(_told, invented))) if invented else Say(NOTHING))
    blocks.append(Items("Made up by the game itself, in every scenario:", OURS))
    return Section("invented", "What was invented", gist, tuple(blocks))


NOTHING = "No value of this scenario is invented."


def _told(one: Value) -> str:
    why = f": {one.attribution.why}" if one.attribution.why else ""
    return f"{one.kind.capitalize()}: {one.of.rstrip('.') if why else one.of}{why}"
