"""The table in a terminal: Textual screens over a session."""

import os

os.environ.setdefault("ESCDELAY", "25")
"""Milliseconds after Esc in which it may be the beginning of another key. Textual reads it when it is imported, and
would wait for 100."""
