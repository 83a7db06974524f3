"""What the counterpart has to show, measure by measure; ``tests.benchmarks.counterpart_bars`` prints them all."""
