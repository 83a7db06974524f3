"""Whether a scenario that has its shape also has a meaning: one theme a module."""
