"""``plenipo simulate``: many games between delegates."""

from __future__ import annotations

import argparse

from game.commands.telling import complain


def arguments(parser: argparse.ArgumentParser) -> None:
    """The scenario, the delegates, how many games."""
    parser.add_argument("name", metavar="ID", help="a scenario")
    parser.add_argument("--seat", metavar="PARTY=DELEGATE", action="append", default=[], help="who sits where")
    parser.add_argument("--games", type=int, metavar="N", default=10, help="how many games")
    parser.add_argument("--seed", type=int, metavar="S", default=0, help="the seed of the first game")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace) -> int:
    """Play the games and print what came of them."""
    complain("there are no simulations yet")
    return 2
