"""YAML to scenario, or every mistake at once with its place."""
