"""One of NegMAS's negotiations on exported GENIUS files; prints how many a second of CPU time. For ``bench_games``.

NegMAS (AGPL) is no dependency: this runs in an interpreter of its own.

    python -m tests.benchmarks.negmas_games boulware|linear|micro ROUNDS DOMAIN PROFILE PROFILE
"""

from __future__ import annotations

import sys
import time


def seconds(name: str, rounds: int, files: list[str]) -> float:
    """The CPU seconds of one negotiation of at most so many rounds between two of NegMAS's negotiators."""
    from negmas.inout import load_genius_domain
    from negmas.sao import SAOMechanism
    from negmas.sao.negotiators import BoulwareTBNegotiator, LinearTBNegotiator, MiCRONegotiator

    kinds = {"boulware": BoulwareTBNegotiator, "linear": LinearTBNegotiator, "micro": MiCRONegotiator}
    domain, *profiles = files
    loaded = load_genius_domain(domain, profiles)
    start = time.process_time()
    mechanism = SAOMechanism(outcome_space=loaded.outcome_space, n_steps=rounds)
    for utility in loaded.ufuns:
        mechanism.add(kinds[name](ufun=utility))
    mechanism.run()
    return time.process_time() - start


if __name__ == "__main__":
    print(1 / seconds(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
