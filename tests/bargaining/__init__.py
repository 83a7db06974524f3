"""Tests of the settlement space. Expected values come from listing every package with the engine's own functions."""
