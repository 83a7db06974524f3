"""Many games between delegates, straight on the engine: fast, seeded, without a journal."""
