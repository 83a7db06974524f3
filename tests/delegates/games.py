"""Games between delegates, move by move, for tests that look at what was decided and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.delegates.delegate import Decision
from game.delegates.registry import make
from game.engine.engine import apply, begin
from game.engine.party import Latitude
from game.engine.scenario import Scenario
from game.engine.state import Agreement, State
from game.engine.view import View, view
from game.play.chance import draw
from tests.builders import small


@dataclass(frozen=True)
class Moment:
    """One decision of a game: who was asked in which state, and what was decided."""

    state: State
    party: str
    name: str
    decision: Decision

    @property
    def view(self) -> View:
        return view(self.state, self.party)


def moments(scenario: Scenario, names: tuple[str, str], seed: int = 1, exchanges: int = 8) -> Iterator[Moment]:
    """Every decision of a game between the delegates of these names, in the agenda's order of parties."""
    seats = {party.id: name for party, name in zip(scenario.agenda.parties, names, strict=True)}
    delegates = {party: make(name, seed, party) for party, name in seats.items()}
    state = begin(scenario, exchanges)
    while state.ending is None:
        due = draw(state, seed)
        if due is not None:
            state = apply(state, due).after
            continue
        party = state.floor
        decision = delegates[party].choose(view(state, party))
        yield Moment(state, party, seats[party], decision)
        state = apply(state, decision.move).after


def at_the_table(party: str = "china", exchanges: int = 6, **positions: tuple[str | None, str | None]) -> State:
    """The small scenario with these positions (China's, the Soviet side's) and ``party`` to speak first."""
    state = begin(small(exchanges), opener=party)
    table = list(state.table)
    for issue, held in positions.items():
        place = state.scenario.agenda.place(issue.replace("_", "-"))
        table[place] = replace(table[place], positions=held, answered=all(held))
    return replace(state, table=tuple(table))


def agreed(state: State, **options: str) -> State:
    """The state with these options agreed in play."""
    table = list(state.table)
    for issue, option in options.items():
        place = state.scenario.agenda.place(issue.replace("_", "-"))
        from game.engine.moves import Degree

        agreement = Agreement(option, Degree.AD_REFERENDUM, 1, "china")
        table[place] = replace(table[place], positions=(option, option), agreement=agreement)
    return replace(state, table=tuple(table))


def allowing(state: State, party: str, issue: str, option: str, latitude: Latitude) -> State:
    """The state with one latitude of one party's instructions changed."""
    from game.engine.effects.table import instruct

    return instruct(state, party, issue, option, latitude)
