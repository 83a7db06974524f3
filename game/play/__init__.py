"""One game being played: the session, chance, saved games, and text made safe to show."""
