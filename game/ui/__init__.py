"""The table in a terminal: Textual screens over a session."""
