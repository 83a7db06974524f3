"""The README says what is true: its two commands, the commands it shows, its links and its picture."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli import COMMANDS, _parser

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _blocks() -> list[list[str]]:
    return [block.strip().splitlines() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)]


def test_quick_start_is_one_block_of_exactly_two_commands():
    section = README.split("## Quick start")[1].split("\n## ")[0]
    [block] = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    commands = block.strip().splitlines()
    assert len(commands) == 2
    assert commands[0].endswith("plenipo")
    assert commands[1].endswith("-m tests")
    assert all(command.startswith("python3 -m venv .venv && .venv/bin/pip install") for command in commands)


SHOWN = [line.split("#")[0].strip() for block in _blocks()[1:] for line in block if line.startswith("plenipo")]


def test_readme_shows_commands():
    assert len(SHOWN) >= 8


@pytest.mark.parametrize("line", SHOWN)
def test_command_shown_is_one_the_program_reads(line: str):
    words = shlex.split(line)[1:]
    assert words[0] in COMMANDS
    _parser(words).parse_args(words)  # a wrong argument ends the parser with SystemExit


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_link_leads_somewhere(target: str):
    assert target.startswith("https://") or (ROOT / target).exists()


def test_picture_is_drawn_by_the_program():
    picture = (ROOT / "game/ui/pictures/table.svg").read_text(encoding="utf-8")
    assert "Board&#160;of&#160;directors" in picture
