"""Errands from the table: the sheets a move is made on, and the rooms that are opened over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from game.engine.moves import ConsultCapital, Move
from game.ui import draft as drafting
from game.ui.archive import Game
from game.ui.chair import Chair
from game.ui.draft import Draft
from game.ui.screens.base import Room
from game.ui.widgets.composer import Composer
from game.ui.widgets.panes import Panes

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.app import Plenipo

Found = TypeVar("Found")


class Errands(Room):
    """A table one can turn away from and come back to. What is made of a draft or a move is the table's own."""

    app: Plenipo
    panes: Panes
    composer: Composer

    def __init__(self, game: Game) -> None:
        super().__init__()
        self.game = game
        self.chair: Chair | None = None
        self._left = False

    def take_in_hand(self, draft: Draft | None) -> None:
        """Show a draft in the composer; None puts it down."""
        raise NotImplementedError

    def play(self, move: Move) -> None:
        """Make a move at the table."""
        raise NotImplementedError

    def _turn_to(self, screen: Screen[Found], then: Callable[[Found | None], None] | None = None) -> None:
        """Open a sheet or a room over the table. A refusal has been read by then; the draft stays."""
        self.take_in_hand(self.composer.draft)
        self.app.push_screen(screen, then)

    # Sheets

    def action_argue(self) -> None:
        """Choose a claim, then a passage for it."""
        from game.ui.screens.evidence import ClaimScreen

        if self.chair is not None and not self.chair.session.over:
            self._turn_to(ClaimScreen(self.chair.view, self.panes.spot.issue), self._chosen)

    def action_cite(self) -> None:
        """Choose what the other side said."""
        from game.ui.screens.evidence import SaidScreen

        if self.chair is not None and not self.chair.session.over:
            self._turn_to(SaidScreen(self.chair.view, self.panes.spot.issue), self._chosen)

    def _chosen(self, draft: Draft | None) -> None:
        if draft is not None:
            self.take_in_hand(draft)

    def action_consult(self) -> None:
        """Write home; what the draft needs leave for is ticked already."""
        from game.ui.screens.telegram import TelegramScreen

        if self.chair is not None and not self.chair.session.over:
            draft = self.composer.draft
            beyond = drafting.excess(self.chair.view, draft) if draft else ()
            wanted = tuple((issue, option) for issue, option, _ in beyond)
            self._turn_to(TelegramScreen(self.chair, wanted, self.panes.spot.issue), self._wired)

    def _wired(self, move: ConsultCapital | None) -> None:
        if move is not None:
            self.play(move)

    # Rooms

    def action_source(self) -> None:
        """Open the document at the quotation shown."""
        citation = self.panes.passage.citation
        if self.chair is not None and citation is not None and citation.source:
            self.take_in_hand(self.composer.draft)
            self.app.show_document(citation.source, citation.line, self.chair.view, self.chair.disputes)

    def action_dossier(self) -> None:
        """Open the dossier."""
        from game.ui.screens.dossier import DossierScreen

        if self.chair is not None:
            self._turn_to(DossierScreen(self.chair, self.panes.spot.issue))

    def action_graph(self) -> None:
        """Open the course of the game."""
        from game.ui.screens.graph import GraphScreen

        if self.chair is not None:
            self._turn_to(GraphScreen(self.chair, self.panes.spot.issue), self._vary)

    def action_rewind(self) -> None:
        """Ask whether to go back to before one's own last move, or say why one may not."""
        from game.ui.screens.what_if import WhatIfScreen
        from game.ui.screens.word import WordScreen

        if self.chair is None:
            return
        fixed, ply = self.chair.session.fixed(), self.chair.session.last_choice(self.chair.party)
        if fixed is not None:
            self._turn_to(WordScreen("Rewind", [fixed.message, fixed.remedy]))
        elif ply < 0:
            self._turn_to(WordScreen("Rewind", ["You have made no move that could be taken back."]))
        else:
            self._turn_to(WhatIfScreen(ply, "Rewind?"), lambda sure: self._vary(ply if sure else None))

    def _vary(self, ply: int | None) -> None:
        """Leave this game as it is, and play another that leaves it after a move."""
        if ply is not None and self.chair is not None:
            self._left = True
            self.app.vary(self.chair.game, ply)

    def action_debrief(self) -> None:
        """Open the debrief, once it is over."""
        from game.ui.screens.debrief import DebriefScreen

        if self.chair is not None and self.chair.session.over:
            self._turn_to(DebriefScreen(self.chair.game))
