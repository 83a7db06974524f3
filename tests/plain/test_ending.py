"""Ended from outside: a real program, a real signal. Expected codes: 128 + the signal's number, as shells count."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.record.journal import read_file

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without asking it")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_signal_at_a_prompt_says_where_the_game_is_and_ends_with_its_code(tmp_path, name):
    number = getattr(signal, name)
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PLENIPO_SAVES": str(tmp_path), "PYTHONUTF8": "1"}
    code = "from game.cli import entry; entry()"
    command = [sys.executable, "-u", "-c", code, "play", "first-session", "--plain", "--seed", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdin.write("y\nn all\n")
        program.stdin.flush()
        while "> n all" not in (line := program.stdout.readline()):
            assert line
        program.send_signal(number)
        said = program.stdout.read()
    assert program.returncode == 128 + number
    assert "The game is saved as" in said
    (record,) = tmp_path.glob("*.record.jsonl")
    assert read_file(record).damage is None
