"""Who decides for a party: a view in, a move and its reasons out."""
