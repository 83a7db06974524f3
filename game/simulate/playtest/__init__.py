"""A scenario tried out by many games before anybody plays it: what is wrong with it as a game, and where."""
