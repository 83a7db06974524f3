"""Stand-ins for the files behind the interface: an archive in memory and counterparts of one mind.

The engine, the session and the minutes are the real ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.debrief.page import Figure
from game.delegates.delegate import Decision, Reason
from game.engine.moves import Accept, Hold, Move, Propose, Reject, Yield
from game.engine.package import Package
from game.engine.scenario import Scenario
from game.engine.state import Step
from game.engine.view import View
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.record.minutes import Utterance, spoken
from game.ui.archive import CannotOpen, Chairs, Document, Game, Kept, Listed
from game.ui.request import Request
from tests.builders import small
from tests.ui.july import july

Replier = Callable[[View], Move]


def holds(seen: View) -> Move:
    """A counterpart that takes nothing and asks for its own end, one issue a speech."""
    for issue in seen.agenda.issues:
        if seen.mine(issue.id) is None:
            options = issue.options
            end = options[0 if seen.agenda.side(seen.party) == 0 else -1]
            return Propose(seen.party, Package.of({issue.id: end.id}))
    return Hold(seen.party, (seen.agenda.issues[0].id,))


def agrees(seen: View) -> Move:
    """A counterpart that accepts whatever it may, and otherwise yields."""
    for issue in seen.agenda.issues:
        theirs = seen.theirs(issue.id)
        if theirs and issue.id not in seen.settled.issues and seen.latitude(issue.id, theirs).rank < 2:
            return Accept(seen.party, Package.of({issue.id: theirs}))
    return Yield(seen.party)


def refuses(seen: View) -> Move:
    """A counterpart that refuses the first thing put to it, then says its own."""
    if not seen.spoken:
        for issue in seen.agenda.issues:
            if seen.theirs(issue.id) and issue.id not in seen.settled.issues:
                return Reject(seen.party, (issue.id,))
    return holds(seen)


def breaks(seen: View) -> Move:
    """A counterpart that hands the table something that is no move, as a broken program would."""
    raise SystemError("the counterpart is broken")


@dataclass(frozen=True)
class OfOneMind:
    """A delegate that answers by a function."""

    reply: Replier
    name: str = "counterpart"

    def choose(self, view: View) -> Decision:
        move = self.reply(view)
        why = Reason("instructions", "", "Our instructions are clear.", "A term of notice might change that.")
        return Decision(move, (why,) if isinstance(move, Reject) else ())


class StandInArchive:
    """``game.ui.archive.Archive`` without files."""

    def __init__(self, scenarios: Iterable[Scenario] = (), reply: Replier = holds, seed: int = 1945) -> None:
        self.scenarios = {one.id: one for one in (scenarios or (small(), july()))}
        self.reply = reply
        self.seed = seed
        self.record: tuple[Step, ...] = ()
        self.games: dict[str, Game] = {}
        self.asked: list[Request] = []
        self.closed: list[Game] = []
        self.noted: list[str] = []

    def known(self) -> tuple[Listed, ...]:
        return self.listed()

    def listed(self) -> tuple[Listed, ...]:
        return tuple(
            Listed(
                id=one.id,
                title=one.agenda.title,
                subtitle=one.agenda.subtitle,
                date=one.agenda.meetings[0].date,
                chairs=tuple(Chairs(p.id, f"{p.seat}, {p.name}") for p in one.agenda.parties),
                issues=len(one.agenda.issues),
                meetings=len(one.agenda.meetings),
            )
            for one in self.scenarios.values()
        )

    def counterparts(self) -> tuple[str, ...]:
        return ("counterpart", "boulware", "conceder", "historical", "random")

    def kept(self) -> tuple[Kept, ...]:
        return tuple(
            Kept(
                name,
                state.scenario.agenda.title,
                game.party,
                "10 July 1945, 14:00",
                state.ply,
                game.session.over,
                outcome=state.ending.kind.value if state.ending else "",
                against="counterpart",
                exchanges=(state.speeches + 1) // 2,
                study=game.session.setup.study,
            )
            for name, game in self.games.items()
            for state in [game.session.state]
        )

    def discard(self, save: str) -> None:
        del self.games[save]

    def new_seed(self) -> int:
        return self.seed

    def open(self, request: Request) -> Game:
        self.asked.append(request)
        if request.save:
            if request.save not in self.games:
                raise CannotOpen(f"There is no saved game “{request.save}”.", "See: plenipo list")
            return self.games[request.save]
        if request.scenario not in self.scenarios:
            raise CannotOpen(f"There is no scenario “{request.scenario}”.", "See: plenipo list")
        scenario = self.scenarios[request.scenario]
        party = request.party or scenario.agenda.parties[0].id
        other = scenario.agenda.other(party)
        against = HUMAN if request.against == HUMAN else "counterpart"
        seats = {party: HUMAN, other: against}
        setup = Setup(scenario.id, seats, self.seed, request.exchanges, study=request.study)
        game = Game(Session.start(scenario, setup, None, {other: OfOneMind(self.reply)}), party, request.scenario)
        self.games[f"game-{len(self.games) + 1}"] = game
        return game

    def close(self, game: Game) -> None:
        self.closed.append(game)

    def document(self, source: str) -> Document:
        if source == "missing":
            raise CannotOpen("There is no document “missing”.")
        date = source[-10:]
        lines = ["Skip to content", "", "Record of a Meeting", *(f"Line {n} of it." for n in range(4, 301))]
        lines[265] = "Molotov: Article 3 of our draft: 7 members 4+3."
        lines[274] = "Soong: In 1924 there were 5+5 directors. [bold]Not markup.[/bold]"
        lines[292] = "Soong: it is said administration should be Chinese. Yalta is not sacred."
        return Document(
            id=source,
            title="Record of a Meeting" if "soong" in source else "Cable from Moscow",
            date=date,
            talk=date,
            archive="Hoover Institution Archives",
            citation="Victor Hoo Collection, box 6, folder 9",
            url="",
            rights="Reuse welcome for research.",
            lines=tuple(lines),
            catalogue=frozenset({1}),
        )

    def note(self, text: str) -> str:
        self.noted.append(text)
        return "citations.txt"

    def vary(self, game: Game, ply: int) -> Game:
        other = game.session.scenario.agenda.other(game.party)
        varied = game.session.variation(ply, None, {other: OfOneMind(self.reply)})
        self.games[f"game-{len(self.games) + 1}"] = made = Game(varied, game.party, game.name)
        return made

    def walk(self, chair):
        from game.play.walk import walked

        return walked(chair, self.record)

    def figures(self, chair):
        from game.debrief import findings
        from game.debrief.demands import demands
        from game.debrief.sections import joint

        own = demands(chair.view, self.walk(chair))
        found = findings(chair.session, chair.party, ())
        after = [one for one in joint.section(found).blocks if isinstance(one, Figure)] if chair.session.over else []
        return (*after, *([own] if own else []))

    def spoken(self, game: Game, step: Step) -> Utterance:
        return spoken(game.session.state.scenario.agenda, step)

    def findings(self, game: Game, width: int) -> dict[str, str]:
        state = game.session.state
        ending = state.ending.kind.value if state.ending else "not over"
        settled = [f"  {issue}: {option}" for issue, option in state.settled]
        agreed = "\n".join(["AGREED", *(settled or ["  nothing"])])
        return {"summary": f"HOW IT ENDED\nIt ended: {ending}.", "issues": agreed}
