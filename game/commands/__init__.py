"""The commands, one module each, with ``arguments`` (what it takes) and ``run`` (what it does; the exit code)."""
