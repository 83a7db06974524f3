"""The issue in hand: its options as a ladder from the first party's end to the second's."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.message import Message

from game.engine.issues import Issue, Option
from game.engine.moves import Terms
from game.engine.view import View
from game.play.clean import clean_line
from game.slim import dataclass
from game.ui.signs import LATITUDE, REFUSED, letters, sign_on
from game.ui.widgets.lines import Block, Lines

_LEAD_STYLES = {"+": "bold $accent", REFUSED.glyph: REFUSED.style}
MANY = 4
"""Options above which the question keeps to one line, so that all of it fits a terminal of 24 lines."""


@dataclass(frozen=True, slots=True)
class InHand:
    """What the ladder shows: the view, the issue in hand, its option in the draft, those the other side has refused."""

    view: View
    issue: str
    staged: str = ""
    refused: frozenset[str] = frozenset()


class Ladder(Lines):
    """Options with both sides' marks, your instructions in a word, and the points to you."""

    class Paged(Message):
        """Page up or down on a ladder turns over the quotation below it."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_turn(self, by: int) -> None:
        """The ladder is short; a page of what stands behind the option is what is meant."""
        self.post_message(self.Paged(by))

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._told: InHand | None = None

    @property
    def issue(self) -> str:
        """The issue that is shown; empty before there is one."""
        return self._told.issue if self._told else ""

    def tell(self, hand: InHand) -> None:
        """Show the issue in hand. On another issue, or one just agreed, the cursor goes to where to begin."""
        told, self._told = self._told, hand
        if told is not None and told.view is hand.view and (told.issue, told.staged) == (hand.issue, hand.staged):
            return
        issue = hand.view.agenda.issue(hand.issue)
        sign = sign_on(hand.view, hand.issue)
        heading = f" {issue.code} {clean_line(issue.heading)} "
        self.border_title = Content.assemble(heading, (f"{sign.glyph} {sign.word} ", sign.style))
        begins = told is None or told.issue != hand.issue or _just_agreed(told, hand)
        self.show(_blocks(hand, issue), starting_option(hand.view, hand.issue) if begins else None)


def _just_agreed(told: InHand, hand: InHand) -> bool:
    """Whether an option of the issue was agreed since it was last shown, and none is in the draft."""
    agreed = hand.view.settled.get(hand.issue)
    return bool(agreed) and not hand.staged and agreed != told.view.settled.get(hand.issue)


def starting_option(view: View, issue: str) -> str:
    """The option to highlight first: what is agreed, one's own, the other side's, or one's own end."""
    agreed = view.settled.get(issue)
    options = view.agenda.issue(issue).options
    own_end = options[0 if view.agenda.side(view.party) == 0 else -1].id
    return agreed or view.mine(issue) or view.theirs(issue) or own_end


def _blocks(hand: InHand, issue: Issue) -> Iterator[Block]:
    first, second = hand.view.agenda.parties
    lines = 2 if len(issue.options) <= MANY else 1
    yield Block(Content.styled(clean_line(issue.question), "italic"), lead=Content(" "), hang=Content(" "), most=lines)
    yield Block(
        Content.styled(f"{first.adjective} end ↓ {second.adjective} end", "$faint"),
        lead=Content("    "),
        tail=Content.styled("you may    pts", "$faint"),
        most=1,
    )
    yield from (_option(hand, issue, option) for option in issue.options)


def _option(hand: InHand, issue: Issue, option: Option) -> Block:
    view = hand.view
    latitude = LATITUDE[view.latitude(issue.id, option.id)]
    points = view.points(issue.id, option.id)
    agreed = view.settled.get(issue.id) == option.id
    turned = REFUSED.glyph if option.id in hand.refused else " "
    lead = "+" if hand.staged == option.id else ("■" if agreed else turned)
    return Block(
        Content(clean_line(option.label)),
        lead=Content.assemble(" ", (lead, _LEAD_STYLES.get(lead, "$agreed")), f"{option.level} "),
        tail=Content.assemble(
            _marks(view, issue.id, option.id), " ", (f"{latitude.word:<9}", latitude.style), f"{points:>4}"
        ),
        most=1,
        key=option.id,
    )


def _marks(view: View, issue: str, option: str) -> Content:
    """C and S where they stand; c and s where they only offer it in an all-or-nothing package."""
    return Content.assemble(
        *(
            (_mark(view, side, letter, (issue, option)), f"bold {style}")
            for side, letter, style in zip((0, 1), letters(view.agenda), ("$first", "$second"), strict=True)
        )
    )


def _mark(view: View, side: int, letter: str, place: tuple[str, str]) -> str:
    issue, option = place
    party = view.agenda.parties[side].id
    if view.standing(issue).positions[side] == option:
        return letter
    conditional = any(
        offer.by == party
        and offer.terms is Terms.WHOLE
        and offer.status.value == "open"
        and offer.package.get(issue) == option
        for offer in view.offers
    )
    return letter.lower() if conditional and letter.isalpha() else " "
