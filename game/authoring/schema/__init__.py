"""The shape of every kind of file an author writes, with a description of every key."""
