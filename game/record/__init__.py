"""The portable record of a game: decisions only, one JSON line each, chained and checked."""
