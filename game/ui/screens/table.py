"""The table: the agenda, the issue in hand, the minutes, and the composer in which every move is made."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from game.engine.moves import Move
from game.engine.state import Refusal
from game.ui import draft as drafting
from game.ui.archive import Game
from game.ui.chair import Chair
from game.ui.draft import Draft
from game.ui.guide import guiding
from game.ui.messages import FloorTaken, Heard, TableFailed
from game.ui.screens.errands import Errands
from game.ui.screens.keys import LAST_KEYS, OVER_KEYS, REWIND_KEY, legal_keys, table_bindings
from game.ui.staging import answering, staged
from game.ui.transcript import remarks
from game.ui.widgets.clock import Clock, floor_words
from game.ui.widgets.composer import Composer
from game.ui.widgets.panes import Panes
from game.ui.widgets.verbs import Key, Verbs

NOT_YET = Refusal("not-your-floor", "The other side is still speaking.", "Your draft is kept; Enter says it then.")

OF_A_DRAFT = frozenset({"manner", "own", "words"})
"""What can be done only with something in hand."""
WRITTEN_LATER = "Play on; it is written as soon as it can be."
TILL_ONE_LEAVES = "Play on, but only till you leave."
FROM_THE_SOUND = "Play on, from the last sound move."


class TableScreen(Errands):
    """One game, seen from one chair."""

    TOPIC = "table"
    CSS_PATH = "table.tcss"
    BINDINGS: ClassVar[list[BindingType]] = table_bindings()

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.panes, self.composer = Panes(id="panes"), Composer(id="composer")
        self._listening = False
        self._told_lost = 0

    def compose(self) -> ComposeResult:
        """Clock; panes; composer; verbs."""
        yield Clock(id="clock")
        yield self.panes
        yield self.composer
        yield Verbs(LAST_KEYS, id="verbs")

    def on_mount(self) -> None:
        """Sit down: show how the table stands, then let the other side speak if it has the floor."""
        self._sit(self.game)
        self._warn(self.game.warning, FROM_THE_SOUND if self.game.name else TILL_ONE_LEAVES)
        self._listen()
        self.call_after_refresh(self.app.gate.resume)

    def _sit(self, game: Game) -> None:
        """Show the table as one side sees it, with nothing in hand."""
        self.game = game
        self.chair = Chair(game, self.app.archive)
        self.composer.hold(None)
        self.query_one(Clock).leaves(game.session.setup.parent)
        self.panes.sit(self.chair)

    def on_table_failed(self, message: TableFailed) -> None:
        """The other side could not move, and a delegate's own faults never come this far: the program's fault."""
        self.app.crashed(message.error)

    # What is on screen

    def on_panes_changed(self) -> None:
        """Another issue or option: other verbs may be legal."""
        self._refresh()

    def on_panes_wanted(self) -> None:
        """The highlighted option goes into a proposal."""
        self.action_stage("propose")

    def _refresh(self) -> None:
        """Bring everything up to date with the session and the draft."""
        if self.chair is None:
            return
        view = self.chair.view
        self.query_one(Clock).show(view, floor_words(view))
        self.panes.tell(self.composer.draft)
        self.composer.hint(guiding(self.chair, self._listening))
        self.composer.tell(self.chair, self.panes.spot.issue)
        self.query_one(Verbs).show(self._keys(self.chair))

    def _keys(self, chair: Chair) -> list[Key]:
        if chair.session.over:
            return list(OVER_KEYS)
        spot = self.panes.spot
        verbs = frozenset() if self._listening else chair.verbs(spot.issue, spot.option)
        keys = legal_keys(verbs, chair.view.agenda.party(chair.party))
        back = chair.session.setup.study and chair.session.last_choice(chair.party) >= 0
        return [*keys, REWIND_KEY] if back else keys

    # Making ready

    def action_stage(self, verb: str) -> None:
        """Take a verb in hand on the issue in hand, or add the issue to what is in hand."""
        if self.chair is None or self.chair.session.over:
            return
        made = staged(self.chair, self.composer.draft, verb, self.panes.spot)
        if isinstance(made, Refusal):
            self._decline(made)
        else:
            self.take_in_hand(made)

    def take_in_hand(self, draft: Draft | None) -> None:
        """Show a draft in the composer; None puts it down."""
        self.composer.hold(draft)
        self._refresh()

    def _decline(self, refusal: Refusal) -> None:
        self.composer.notice(refusal)
        self._refresh()

    def action_ask(self) -> None:
        """Ask about the issue in hand; or answer, when a question stands."""
        chair = self.chair
        held = self.composer.draft
        if chair is None or not chair.has_floor or not chair.view.asked or (held and held.verb == "answer"):
            self.action_stage("ask")
        else:
            self.take_in_hand(answering(chair))

    def action_manner(self) -> None:
        """Say the draft another way."""
        draft = self.composer.draft
        if draft is not None and self.chair is not None:
            allowed = self.chair.replies() if draft.verb == "answer" else ()
            self.take_in_hand(drafting.in_next_manner(draft, allowed))

    def action_own(self) -> None:
        """Say it on one's own responsibility, or no longer."""
        draft = self.composer.draft
        if draft is not None and self.chair is not None and drafting.excess(self.chair.view, draft):
            self.take_in_hand(replace(draft, own=not draft.own))

    async def action_words(self) -> None:
        """Write one's own words for the draft."""
        if self.composer.draft is not None and not self.composer.writing:
            await self.composer.write()

    async def on_composer_words_given(self) -> None:
        """The words are in the draft; Enter now says it."""
        self.panes.ladder.focus()
        await self.composer.stop_writing()
        self._refresh()

    async def action_back(self) -> None:
        """Close the line of words, else drop the draft, else go back a pane."""
        if self.composer.writing:
            await self.on_composer_words_given()
        elif self.composer.draft is not None:
            self.take_in_hand(None)
        else:
            self.panes.back()

    # Speaking and listening

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter belongs to the line of words while the player writes; some keys only to what is in hand."""
        if action in OF_A_DRAFT:
            return self.composer.draft is not None
        return not (action == "enter" and self.composer.writing)

    def action_enter(self) -> None:
        """Say the draft; without one, choose what is highlighted."""
        if self.chair is None:
            return
        draft = self.composer.draft
        if draft is None:
            self.panes.choose()
        elif self._listening or not self.chair.has_floor:
            self._decline(NOT_YET)
        else:
            refusal = self.chair.refusal(draft)
            self._decline(refusal) if refusal else self.play(drafting.move_of(draft, self.chair.party))

    def play(self, move: Move) -> None:
        """Make a move, then let the other side speak."""
        assert self.chair is not None
        step = self.chair.session.play(move)
        if isinstance(step, Refusal):
            return self._decline(step)
        self.composer.hold(None)
        self.panes.minutes.take_down(remarks(self.chair, [step]))
        self._listen()
        self._warn(str(self.chair.session.unsaved or ""), WRITTEN_LATER)

    def _warn(self, sentence: str, remedy: str) -> None:
        """Say that something is wrong with the save; the game goes on."""
        if sentence:
            self.composer.notice(Refusal("unsaved", sentence, remedy))
        self._refresh()

    def _listen(self) -> None:
        """Let the other side and chance move until a person has the floor, beside the screen: once it shows how things
        stand, for two things done at once hold each other up.
        """
        assert self.chair is not None
        if not self._listening and not self.chair.session.over:
            self._listening = True
            self.call_after_refresh(self._let_move, self.chair)

    @work(thread=True, exit_on_error=False)
    def _let_move(self, chair: Chair) -> None:
        try:
            while not self._left and (step := chair.session.advance_one()) is not None:
                self.post_message(Heard(step))
            self.post_message(FloorTaken())
        except Exception as error:
            self.post_message(TableFailed(error))
        finally:
            if self._left:
                self.app.archive.close(chair.game)

    def on_heard(self, message: Heard) -> None:
        """The other side, or chance, has moved."""
        if self.chair is not None:
            self.panes.minutes.record(remarks(self.chair, [message.step]))
            self._refresh()

    def on_floor_taken(self) -> None:
        """A person has the floor, or it is over. With two people at the table it may be the other one's."""
        self._listening = False
        assert self.chair is not None
        self._tell_lost_turns()
        if self.cover():
            self._sit(self.game)
        self._refresh()

    def cover(self) -> bool:
        """Cover the table when the floor is another person's, who is seated under the cover; whether it was so."""
        from game.ui.screens.hand_over import HandOverScreen

        session = self.game.session
        floor = session.state.floor
        if session.over or floor == self.game.party or floor not in session.human_parties:
            return False
        party = session.state.scenario.agenda.party(floor)
        self.app.push_screen(HandOverScreen(party.seat, party.side))
        self.game = replace(self.game, party=floor)
        return True

    def _tell_lost_turns(self) -> None:
        """Say why the other side left the floor, where it did so by a fault of the delegate that plays it."""
        reports = self.chair.session.reports if self.chair is not None else []
        if len(reports) > self._told_lost:
            self._told_lost = len(reports)
            sentence = f"The counterpart lost its turn: {reports[-1].what}"
            self.composer.notice(Refusal("lost-turn", sentence, "Play on; it will be asked again."))

    # Leaving

    def action_leave(self) -> None:
        """Leave; every move is saved already, or one is asked. Once, and from the table only: a click may come late."""
        if not self.on_top:
            return
        lost = self._lost()
        if lost:
            from game.ui.screens.sure import SureScreen

            self.app.push_screen(SureScreen("Leave?", lost, "leaves, and loses it"), self._leave_when_sure)
        else:
            self._leave()

    def _lost(self) -> str:
        """What would be lost by leaving now, in a sentence; empty when all is saved, as it is nearly always."""
        session = self.game.session
        if session.unsaved is not None:
            return f"The last moves are not saved. {session.unsaved}"
        played = any(getattr(step.move, "by", "") == self.game.party for step in session.steps)
        return self.game.warning if played and not self.game.name else ""

    def _leave_when_sure(self, sure: bool | None) -> None:
        if sure:
            self._leave()

    def _leave(self) -> None:
        self._left = True
        if self.chair is not None and not self._listening:
            self.app.archive.close(self.chair.game)
        self.app.leave()
