"""Every check of the project in one command: style, types, import contracts, scenarios, tests. Tests come last."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent

CHECKS = (
    ("style", [str(TOOLS / "ruff"), "check", "game", "tests"]),
    ("format", [str(TOOLS / "ruff"), "format", "--check", "--quiet", "game", "tests"]),
    ("types", [str(TOOLS / "mypy"), "game"]),
    ("imports", [str(TOOLS / "lint-imports"), "--no-cache"]),
    ("scenarios", [sys.executable, "-m", "game", "check"]),
)


def main() -> int:
    """Run the checks, then the tests; 0 only when all of them pass."""
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print("== tests", flush=True)
    tests = subprocess.run([sys.executable, "-m", "pytest", "-n", "2", *sys.argv[1:]], cwd=ROOT, check=False)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return tests.returncode or bool(failed)


if __name__ == "__main__":
    sys.exit(main())
