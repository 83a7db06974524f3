"""The table line by line: the others move and are heard, then a player says one line, until it is over."""

from __future__ import annotations

from dataclasses import replace

from game.debrief.deeds import side
from game.engine.ledger import Deed
from game.engine.moves import Argue, Move
from game.engine.scenario import Scenario
from game.engine.state import Refusal, Step
from game.engine.view import View
from game.plain.chair import Chair
from game.plain.clerk import Back, Clerk, Instead
from game.plain.desk import Desk
from game.plain.guide import hint
from game.plain.hearing import ending_words, shortened, speeches, told
from game.plain.help import verbs_read_out
from game.plain.house import Game, House
from game.plain.language import Order, understood
from game.plain.names import NotUnderstood
from game.plain.reading import Reader
from game.plain.speaking import MAKERS
from game.plain.trying import tried
from game.play.settings import guidance_now
from game.play.setup import HUMAN

OPPOSITE = {HUMAN: "at this desk too"}
"""How the one who sits opposite is named, where it is not by the delegate's own name."""
HINTS = {
    "beyond-instructions": "Here: add “own” to the same words.",
    "must-refer": "Here: leave out “final”.",
    "unknown-claim": "“argue” reads your claims.",
}
"""How a refusal's remedy is written at this table, by its code."""
HOME = "To ask: “telegram”, the issue and option, a colon, and your report."
"""The same where it is to ask home."""


class Table:
    """One game at one desk. Every person at it sits at the same desk and speaks when theirs is the floor."""

    def __init__(self, desk: Desk, house: House, game: Game) -> None:
        self.desk = desk
        self.house = house
        self.game = game
        self.session = game.session
        self._seated = self.chair.party
        self._hinted = ""

    @property
    def chair(self) -> Chair:
        """The chair of the person who has the floor, or else of the first person at the table."""
        people = self.session.human_parties
        floor = self.session.state.floor
        first = self.session.state.scenario.agenda.parties[0].id
        return Chair(self.game, floor if floor in people else people[0] if people else first)

    def open(self) -> None:
        """Say what is played, who sits where, and how to begin."""
        self.desk.say(*_opening(self.chair, self.game))

    def sit(self) -> None:
        """Play until it is over. Quit and EndOfInput pass through; every move made is saved by then."""
        if self.session.steps:
            heard = len(self.chair.heard())
            entries = "one entry" if heard == 1 else f"{heard} entries"
            self.desk.say(f"The game goes on after {entries} of the minutes; “n” reads them.")
        while True:
            self._others()
            if self.session.over:
                break
            self._hand_over()
            self._turn()
        ending = self.session.state.ending
        if ending is not None:
            self.desk.say(ending_words(self.chair, ending))

    def _others(self) -> None:
        """Let chance and the other side move, and tell what was heard."""
        faults = len(self.session.reports)
        steps = self.session.advance()
        chair = self.chair
        heard = [told(chair, self.house, step) for step in steps if chair.hears(step)]
        self.desk.say(*shortened(heard))
        for report in self.session.reports[faults:]:
            self.desk.say(f"The counterpart lost its turn: {report.what}")
        self._warn()

    def _hand_over(self) -> None:
        """With two people at the desk: say whose turn it is, with what stood there for the other one out of sight."""
        chair = self.chair
        if len(self.session.human_parties) < 2 or chair.party == self._seated:
            return
        party = chair.agenda.party(chair.party)
        self._seated = chair.party
        self.desk.hand_over(f"{party.seat}, for {side(chair.agenda, chair.party)}")
        heard = [told(chair, self.house, step) for step in speeches(self.session.steps, chair)]
        self.desk.say(*shortened(heard))

    def _turn(self) -> None:
        """One line from the player. Whatever it is, the next line starts afresh."""
        self._guide()
        line = self.desk.read(_prompt(self.chair))
        if not line:
            self.desk.say(verbs_read_out(self.chair.open.verbs))
            return
        try:
            self._obey(understood(line, self.chair.agenda))
        except NotUnderstood as error:
            self.desk.complain(str(error))
        except Back:
            self.desk.say("Dropped; nothing was done.")

    def _guide(self) -> None:
        """What to try next, once, as far as this game's guidance goes; a script is told nothing."""
        told = hint(self.chair) if self.desk.at_terminal else ""
        if told and told != self._hinted:
            self.desk.say(told)
        self._hinted = told or self._hinted

    def _obey(self, order: Order) -> None:
        reader = Reader(self.desk, self.house, self.chair)
        clerk = Clerk(self.desk, self.chair, reader)
        while True:
            try:
                if order.verb in MAKERS:
                    self._say(MAKERS[order.verb](clerk, order))
                elif order.verb == "try":
                    self._try(clerk, order)
                else:
                    reader(order)
                    self._take_settings(order)
                return
            except Instead as turned:
                order = turned.order

    def _try(self, clerk: Clerk, order: Order) -> None:
        """Weigh a move without saying it; what names no verb is a proposal."""
        named = "=" in (order.rest[:1] or ("",))[0]
        wanted = understood(f"{'propose ' if named else ''}{order.typed}", self.chair.agenda) if order.typed else order
        if wanted.verb not in MAKERS:
            raise NotUnderstood("Try what? As in “try propose D8=2”, or “try accept D8 final”.")
        move = MAKERS[wanted.verb](clerk, wanted)
        refusal = self.session.check(move)
        self.desk.say(*tried(self.chair, move, written(refusal) if refusal else ""))

    def _take_settings(self, order: Order) -> None:
        """Hints that were chosen otherwise are so at once."""
        if order.verb == "settings" and len(order.rest) > 1:
            self.game = replace(self.game, guidance=guidance_now())
            self._hinted = ""

    def _say(self, move: Move) -> None:
        """Make a move, or say why it can't be made. Nothing is lost either way."""
        chair = self.chair
        done = self.session.play(move)
        if isinstance(done, Refusal):
            self.desk.complain(f"Not possible: {done.message} {done.remedy} {written(done)}".rstrip())
            return
        self.desk.say(*_confirmed(chair, self.house, done))
        self._warn()

    def _warn(self) -> None:
        """Say so when what was done is not on disk."""
        if self.session.unsaved is not None:
            self.desk.say(f"Take care: {self.session.unsaved}.")


def written(refusal: Refusal) -> str:
    """How the remedy of a refusal is written at this table; empty where its own words are enough."""
    home = HOME if refusal.code == "beyond-instructions" and refusal.remedy.startswith("Ask ") else ""
    return f"{HINTS.get(refusal.code, '')} {home}".strip()


def _confirmed(chair: Chair, house: House, step: Step) -> list[str]:
    """One's own move, told back; a weak argument is told why it is weak."""
    lines = [told(chair, house, step).deed]
    new = step.after.ledger[len(step.before.ledger) :]
    if isinstance(step.move, Argue) and any(entry.deed is Deed.ARGUED_WEAKLY for entry in new):
        lines.append(f"It does not tell. {_weakness(step.after.scenario, step.move)}")
    return lines


def _weakness(scenario: Scenario, move: Argue) -> str:
    claim = scenario.claim(move.claim)
    passage = claim.passage(move.passage) if claim else None
    return passage.why if passage and passage.why else "The passage does not bear the claim out."


def _prompt(chair: Chair) -> str:
    view = chair.view
    number = view.exchanges - view.my_speeches_left + 1
    still = "still " if view.spoken else ""
    notes = ""
    if view.asked:
        notes += f" You were asked about {view.agenda.issue(view.asked).code}: “answer”."
    if view.rising == view.other:
        notes += " They propose to rise: “adjourn” agrees."
    name = view.agenda.party(view.party).name
    return f"{name}, {still}speech {number} of {view.exchanges}.{notes} Your move:"


def _seat(view: View) -> str:
    """Who the player is, and for whom. Where the principal leads at the table, that is said."""
    party, leads = view.agenda.party(view.party), view.sitting.chair(view.party)
    beside = f", answering to {leads}, who leads" if leads == party.principal else ""
    return f"{party.seat}, for {side(view.agenda, view.party)}{beside}"


def _opening(chair: Chair, game: Game) -> list[str]:
    view = chair.view
    sitting = view.sitting
    against = f" ({OPPOSITE.get(game.against, game.against)})" if game.against else ""
    place = f", {sitting.place}" if sitting.place else ""
    lines = [
        f"{view.agenda.title}. {sitting.title}{place}.",
        f"You are {_seat(view)}. {sitting.chair(view.other)} speaks for {side(view.agenda, view.other)}{against}.",
        f"{len(view.agenda.issues)} issues; speeches a side: {view.exchanges}; seed {game.session.setup.seed}. "
        "Enter lists the moves, “?” helps, “i” reads your instructions, “s” the agenda, “q” leaves.",
    ]
    if game.session.setup.study:
        lines.append("Study mode: “u” goes back to before your last move, “what-if 5” leaves the game after move 5.")
    if game.warning:
        lines.append(game.warning)
    return lines
