"""The negotiation as a graph: tables and the steps between them, lines compared, and what was stable."""
