"""A game killed in the middle of play. Twenty kills at random moments: nothing acknowledged may be lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from game.engine.moves import Yield
from game.engine.state import Refusal
from game.play.session import Session
from game.record.journal import Journal
from tests.builders import small

ROOT = Path(__file__).parent.parent.parent
EXCHANGES = 400
KILLS = 20
AT_ONCE = 2

PLAYER = """
import random, sys
from pathlib import Path
from game.engine.engine import begin
from game.engine.moves import Adjourn, WalkOut
from game.play.session import Session
from game.play.setup import HUMAN, Setup
from game.record.journal import Journal
from tests.builders import small
from tests.plausible import legal

dice = random.Random(int(sys.argv[2]))
scenario = small({exchanges}, 2)
setup = Setup(scenario.id, {{"china": HUMAN, "ussr": HUMAN}}, seed=7)
session = Session.start(scenario, setup, Journal.create(Path(sys.argv[1]), setup.header(scenario, "killed", "")))
print("ready", flush=True)
session.advance()
while not session.over:
    moves = [move for move in legal(session.state) if not isinstance(move, Adjourn | WalkOut)]
    session.play(dice.choice(moves))
    print(session.state.ply, flush=True)
    session.advance()
"""


def started(path: Path, seed: int) -> subprocess.Popen:
    """A player in a process of its own, who says each ply once it is acknowledged."""
    program = PLAYER.format(exchanges=EXCHANGES)
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path), str(seed)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def killed(player: subprocess.Popen, plies: int, after: float) -> int:
    """The last ply the player had acknowledged when it was killed with SIGKILL, ``after`` seconds past ``plies``."""
    assert player.stdout.readline() == "ready\n"
    said = [player.stdout.readline() for _ in range(plies)]
    time.sleep(after)
    player.kill()
    rest, _ = player.communicate()
    said += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    return int(said[-1]) if said else 0


def test_kill_at_random_moments_loses_nothing_acknowledged(tmp_path):
    dice = random.Random(1945)
    acknowledged = {}
    for batch in range(0, KILLS, AT_ONCE):
        paths = [tmp_path / f"{number}.record.jsonl" for number in range(batch, batch + AT_ONCE)]
        players = [started(path, batch + place) for place, path in enumerate(paths)]
        for path, player in zip(paths, players, strict=True):
            acknowledged[path] = killed(player, dice.randrange(12), dice.uniform(0.0, 0.01))
    plies = [resumed(path) for path in acknowledged]
    assert len(plies) == KILLS
    assert [kept >= said for kept, said in zip(plies, acknowledged.values(), strict=True)] == [True] * KILLS
    assert len(set(plies)) > KILLS / 3


def resumed(path: Path) -> int:
    """The ply at which a killed game goes on; it goes on by one more move, unless it was over by then."""
    reading, journal = Journal.reopen(path)
    session = Session.resume(reading.record, small(EXCHANGES, 2), journal)
    ply = session.state.ply
    session.advance()
    assert session.over or not isinstance(session.play(Yield(session.state.floor)), Refusal)
    session.close()
    return ply
