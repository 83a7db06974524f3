"""What became of a proposal on an issue that is not agreed: refused, met by another, or named by both sides.

The status of the table counts positions; a package that holds only as a whole moves none, so that an issue can count
as tabled, or as silent, though both sides have spoken to it. The ledger and the offers tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.issues import Option
from game.engine.ledger import Deed, Entry
from game.engine.state import Status
from game.engine.view import View
from game.record.names import in_quotes

NAMING = (Deed.OFFERED, Deed.RETREATED, Deed.CONDITIONED)
"""Deeds by which a side names an option as its own."""
CLOSED = (Status.AGREED, Status.DEFERRED)
"""An issue that stands so has had its answer."""


def status_on(view: View, issue: str) -> Status:
    """How an issue stands: open, and not tabled or silent, once both sides have spoken to it in any way."""
    standing = view.standing(issue)
    if standing.status not in (Status.TABLED, Status.SILENT):
        return standing.status
    spoke = {line.by for line in view.ledger if line.issue == issue and line.deed in NAMING}
    spoke |= {line.by for line in _refusals(view, issue)}
    spoke |= {party.id for party, held in zip(view.agenda.parties, standing.positions, strict=True) if held}
    return Status.OPEN if len(spoke) > 1 else standing.status


def answer_given(view: View, issue: str) -> str:
    """In a sentence: that both sides name one option, or that one refused the other's and by what it was met; or empty.

    A refusal counts until the side that was refused has spoken to the issue again.
    """
    standing = view.standing(issue)
    if standing.status in CLOSED:
        return ""
    if standing.positions[0] is not None and standing.positions[0] == standing.positions[1]:
        return f"Both sides name {_label(view, issue, standing.positions[0])}; neither has accepted it."
    refusal = max(_refusals(view, issue), key=lambda line: line.ply, default=None)
    if refusal is None or _named_since(view, issue, view.agenda.other(refusal.by), refusal.ply):
        return ""
    return f"{_refused(view, issue, refusal)}; {_met_by(view, issue, refusal)}."


def _refusals(view: View, issue: str) -> Iterator[Entry]:
    """The refusals that touch an issue: of a position on it, or of a whole offer that names it."""
    for line in view.ledger:
        if line.deed is Deed.REJECTED and (line.issue == issue if not line.note else _of_offer(view, issue, line)):
            yield line


def _of_offer(view: View, issue: str, refusal: Entry) -> str:
    """The option on an issue in the offer that was refused; empty where it names none, or where no offer was."""
    number = refusal.note.removeprefix("offer ")
    if not number.isdigit():
        return ""
    return view.offers[int(number) - 1].package.get(issue) or ""


def _named_since(view: View, issue: str, party: str, ply: int) -> str:
    """The option a side named last on an issue after a ply; empty for none."""
    lines = [line for line in view.ledger if line.issue == issue and line.by == party and line.deed in NAMING]
    return next((line.option for line in reversed(lines) if line.ply > ply), "")


def _refused(view: View, issue: str, refusal: Entry) -> str:
    who = "You" if refusal.by == view.party else f"The {view.agenda.party(refusal.by).adjective} side"
    option = refusal.option or _of_offer(view, issue, refusal)
    what = _label(view, issue, option) if option else "what stood"
    package = ", part of a package" if refusal.note else ""
    return f"{who} refused {what}{package}"


def _met_by(view: View, issue: str, refusal: Entry) -> str:
    whose = "your" if refusal.by == view.party else "its"
    counter = _named_since(view, issue, refusal.by, refusal.ply)
    if counter:
        return f"{whose} counter-proposal: {_label(view, issue, counter)}"
    held = view.standing(issue).positions[view.agenda.side(refusal.by)]
    return f"{whose} position: {_label(view, issue, held)}" if held else f"{whose} counter-proposal: none yet"


def _label(view: View, issue: str, option: str) -> str:
    found: Option | None = view.agenda.issue(issue).option(option)
    return in_quotes(found.label if found else option)
