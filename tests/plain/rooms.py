"""A small house for the line-by-line table: the small scenario, a counterpart with a script, documents made up."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.debrief.demands import demands
from game.delegates.delegate import Decision, Reason
from game.engine.engine import apply
from game.engine.evidence import Citation
from game.engine.history import HistoricMeeting, HistoricMove
from game.engine.moves import Accept, Hold, Move, Propose, Reject, Responsibility, Yield
from game.engine.package import Package
from game.engine.rules import check
from game.engine.scenario import Scenario
from game.engine.state import Step
from game.engine.view import View
from game.plain import Request, run
from game.plain.house import CannotOpen, Chairs, Game, Kept
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.play.walk import walked
from game.record.journal import Journal
from game.record.minutes import Utterance, minutes, spoken
from tests.builders import small

MAJORITY = Package.of({"railway-board": "soviet-majority"})
PARITY = Package.of({"railway-board": "parity"})
JOINT = Package.of({"railway-board": "joint-board"})
PORT = Package.of({"dairen-status": "soviet-port"})


@dataclass
class Scripted:
    """Plays its moves in order, each when it has the floor, with a reason for each refusal; then leaves the floor."""

    moves: tuple[Move, ...]
    name: str = "counterpart"

    def choose(self, view: View) -> Decision:
        if not self.moves:
            return Decision(Yield(view.party))
        move, *rest = self.moves
        self.moves = tuple(rest)
        if isinstance(move, Reject | Hold):
            because = Reason("instructions", move.issues[0], "My instructions are clear.", "New instructions.")
            return Decision(move, (because,))
        return Decision(move)


SOVIET_SCRIPT: tuple[Move, ...] = (
    Propose("ussr", MAJORITY, words="Propose our draft re administration of railway."),
    Reject("ussr", ("railway-board",)),
    Propose("ussr", Package.of({"railway-board": "joint-board", "dairen-status": "joint-use"})),
)
CHINESE_SCRIPT: tuple[Move, ...] = (
    Reject("china", ("railway-board",), words="Cannot accept."),
    Propose("china", PARITY),
    Accept("china", JOINT),
    Yield("china"),
    Accept(
        "china",
        Package.of({"railway-guards": "later", "dairen-status": "joint-use"}),
        responsibility=Responsibility.OWN,
    ),
)


@dataclass(frozen=True)
class Paper:
    """A made-up document."""

    id: str
    title: str
    talk: str
    lines: tuple[str, ...]
    first_line: int = 1
    date: str = ""
    archive: str = "An archive"
    citation: str = "box 1"
    url: str = ""

    @property
    def last_line(self) -> int:
        return len(self.lines)


PAPERS = (
    Paper("cable-of-3-july", "Cable of 3 July", "1945-07-02", ("Head", "", "A joint board was named.", "End")),
    Paper("minutes-of-10-july", "Minutes of 10 July", "1945-07-10", ("Soong: Parity.", "Molotov: No.")),
)


def cited(line: int, quote: str) -> Citation:
    return Citation(source="minutes-of-10-july", line=line, quote=quote, date="1945-07-10")


HISTORY = (
    HistoricMeeting(
        "1945-07-10",
        "minutes-of-10-july",
        "minutes",
        (
            HistoricMove(Propose("ussr", MAJORITY), cited(1, "Propose our draft.")),
            HistoricMove(Propose("china", PARITY), cited(2, "Parity.")),
            HistoricMove(Hold("ussr", ("railway-board",)), cited(3, "It is our view.")),
            HistoricMove(Propose("china", Package.of({"dairen-status": "free-port"})), cited(4, "A free port.")),
            HistoricMove(
                Accept("ussr", Package.of({"dairen-status": "free-port"}), responsibility=Responsibility.OWN),
                cited(5, "Agree."),
            ),
        ),
    ),
)


def with_papers() -> Scenario:
    """The small scenario with the made-up documents."""
    scenario = small()
    return replace(scenario, agenda=replace(scenario.agenda, sources=tuple(paper.id for paper in PAPERS)))


@dataclass
class SmallHouse:
    """Opens the small scenario at a folder of its own."""

    folder: Path | None = None
    scripts: dict[str, tuple[Move, ...]] = field(
        default_factory=lambda: {"ussr": SOVIET_SCRIPT, "china": CHINESE_SCRIPT}
    )
    scenario: Scenario = field(default_factory=with_papers)
    games: list[Game] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)

    def scenarios(self) -> tuple[Chairs, ...]:
        return (Chairs("small", "A small table", (("china", "T. V. Soong"), ("ussr", "V. M. Molotov"))),)

    def counterparts(self) -> tuple[str, ...]:
        return ("boulware", "counterpart")

    def saves(self) -> tuple[Kept, ...]:
        return ()

    def open(self, request: Request) -> Game:
        if request.scenario != "small":
            raise CannotOpen(f"There is no scenario “{request.scenario}”.")
        party = request.party or "china"
        agenda = self.scenario.agenda
        seats = {party: HUMAN, agenda.other(party): request.against or "counterpart"}
        setup = Setup("small", seats, request.seed or 0, request.exchanges, study=request.study)
        seated = {one: Scripted(self.scripts[one]) for one, seat in seats.items() if seat != HUMAN}
        journal = None
        if self.folder is not None:
            journal = Journal.create(self.folder / "game.record.jsonl", setup.header(self.scenario, "game"))
        session = Session.start(self.scenario, setup, journal, seated)
        game = Game(session, "game" if journal else "", "the-saves" if journal else "", seats[agenda.other(party)])
        self.games.append(game)
        return game

    def close(self, game: Game) -> None:
        assert isinstance(game.session, Session)
        game.session.close()

    def document(self, source: str) -> Paper:
        for paper in PAPERS:
            if paper.id == source:
                return paper
        raise CannotOpen(f"There is no document “{source}”.")

    def history(self, scenario: str) -> tuple[HistoricMeeting, ...]:
        return HISTORY

    def wider(self, scenario: str):
        return None

    def walk(self, chair):
        return walked(chair, ())

    def vary(self, game: Game, ply: int) -> Game:
        varied = game.session.variation(ply)
        self.games.append(made := Game(varied, "variation", "the-saves", game.against))
        return made

    def note(self, text: str) -> str:
        self.noted.append(text)
        return "the-citations"

    def figures(self, chair):
        own = demands(chair.view, self.walk(chair))
        return (own,) if own else ()

    def discard(self, save: str) -> None:
        raise CannotOpen(f"There is no saved game “{save}”.")

    def spoken(self, agenda, step: Step) -> Utterance:
        return spoken(agenda, step)

    def minutes(self, session, party: str) -> str:
        return minutes(session.opening, session.steps, reader=party)


def played(house: SmallHouse, typed: str, party: str = "china", against: str = "counterpart") -> tuple[int, str]:
    """The exit code and everything said when these lines are typed at a new game."""
    return asked(house, typed, Request(scenario="small", party=party, against=against))


def studied(house: SmallHouse, typed: str, party: str = "china") -> tuple[int, str]:
    """The same in study mode, in which a game can be left for a variation of it."""
    return asked(house, typed, Request(scenario="small", party=party, against="counterpart", study=True))


def asked(house: SmallHouse, typed: str, request: Request) -> tuple[int, str]:
    """The exit code and everything said when these lines are typed at what a request opens."""
    out = io.StringIO()
    code = run(request, io.StringIO(typed), out, house)
    return code, out.getvalue()


def legal(state, move) -> bool:
    return check(state, move) is None


__all__ = ["HISTORY", "SmallHouse", "apply", "legal", "played"]
