"""Whether the counterpart keeps to what it said: no later move contradicts it without a logged change of mind.

``python -m tests.benchmarks.consistency [SCENARIO…] [--games N]``. A statement is a refusal of an option or of an
offer, a reaffirmed position, an answer that there is no room (``game.delegates.statements``), or the words that it has
nothing more to offer. Counted over whole games against the field, both chairs: statements made; later moves that
contradict one; of these, those with the change of mind among their reasons; and of the changes logged, those whose
stated ground is so in the states themselves, which the counterpart does not see.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from game.authoring.loader import load
from game.delegates.reasons import Cause, Since
from game.delegates.statements import Heard, Statement, given_by, gone_back_on, standing_statements
from game.delegates.voice import LAST_WORD
from game.engine.moves import Propose
from game.engine.scenario import Scenario
from game.engine.state import State
from tests.benchmarks.shares import Share
from tests.benchmarks.truthfulness import AGAINST
from tests.delegates.games import Moment, moments


@dataclass
class Count:
    """What was found: contradictions by kind of statement, the logged ones, the changes that are so, broken words."""

    statements: int = 0
    last_words: int = 0
    contradictions: Counter[str] = field(default_factory=Counter)
    logged: Share = Share(0, 0)
    true: Share = Share(0, 0)
    since: Counter[str] = field(default_factory=Counter)
    broken_last_words: int = 0
    unlogged: list[str] = field(default_factory=list)


def heard(state: State) -> Heard:
    """What both sides have heard."""
    return Heard(state.scenario.agenda, state.ledger, state.offers, state.table)


def count(scenario: Scenario, seeds: Iterable[int], exchanges: int | None, into: Count) -> None:
    """Go through games of those seeds."""
    for seed in seeds:
        for names in AGAINST:
            _game(list(moments(scenario, names, seed, exchanges)), into)


def _game(game: list[Moment], into: Count) -> None:
    spoken: dict[tuple[str, int], State] = {}
    said: set[tuple[str, int, str]] = set()
    last_word: dict[str, int] = {}
    for moment in game:
        state, move = moment.state, moment.decision.move
        if moment.name != "counterpart":
            continue
        spoken.setdefault((moment.party, state.heard + 1), state)
        said |= {(moment.party, one.ply, one.kind.value) for one in standing_statements(heard(state), moment.party)}
        for one in gone_back_on(heard(state), moment.party, move):
            _judge(moment, one, spoken[moment.party, one.ply], into)
        if isinstance(move, Propose):
            into.broken_last_words += last_word.get(moment.party) == state.meeting
            if LAST_WORD in move.words:
                last_word[moment.party] = state.meeting
                into.last_words += 1
    into.statements += len(said)


def _judge(moment: Moment, one: Statement, then: State, into: Count) -> None:
    into.contradictions[one.kind] += 1
    changes = [
        dict(reason.variables)
        for reason in moment.decision.reasons
        if reason.code == Cause.CHANGE and ("said", one.ply) in reason.variables
    ]
    into.logged += Share(bool(changes), 1)
    if not changes:
        into.unlogged.append(f"{moment.party} ply {moment.state.ply}: {moment.decision.move} against {one}")
        return
    since = str(changes[0]["since"])
    into.since[since] += 1
    into.true += Share(_so(moment, one, then, since), 1)


def _so(moment: Moment, one: Statement, then: State, since: str) -> bool:
    """Whether what is said to have changed has: looked up in the states themselves."""
    now, given = moment.state, given_by(moment.decision.move)
    issues = [issue for issue in one.about.issues if issue in given.issues]
    if since == Since.INSTRUCTIONS:
        options = [(issue, given.get(issue) or "") for issue in issues]
        return any(now.latitude(moment.party, *o).rank < then.latitude(moment.party, *o).rank for o in options)
    if since == Since.STEPS:
        steps = ("offered", "conditioned", "accepted")
        return any(e.by != moment.party and e.ply > one.ply and e.deed.value in steps for e in now.ledger)
    return (now.meeting, now.speeches) > (then.meeting, then.speeches)


def main() -> int:
    """Print the counts; 0 when nothing is contradicted without a log."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", default=["moscow-1945-07-10", "moscow-1945-07-12", "first-session"])
    parser.add_argument("--games", type=int, default=2, help="seeds for each pair")
    parser.add_argument("--exchanges", type=int, default=12)
    chosen = parser.parse_args()
    found = Count()
    for name in chosen.scenarios:
        count(load(name), range(chosen.games), chosen.exchanges, found)
    by_kind = ", ".join(f"{kind} {number}" for kind, number in sorted(found.contradictions.items()))
    print(f"statements made                      {found.statements}; last words {found.last_words}")
    print(f"later moves that contradict one      {sum(found.contradictions.values())} ({by_kind or 'none'})")
    print(f"with a logged change of mind         {found.logged}")
    print(f"whose stated ground is so            {found.true} ({dict(sorted(found.since.items()))})")
    print(f"offers after “{LAST_WORD}” in the same sitting: {found.broken_last_words}")
    for line in found.unlogged[:10]:
        print(f"  unlogged: {line}")
    return 0 if found.logged.hits == found.logged.cases and not found.broken_last_words else 1


if __name__ == "__main__":
    raise SystemExit(main())
