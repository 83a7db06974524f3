"""What a negotiation is: state + move -> step. Pure; standard library only."""
