"""The space of settlements: what could be agreed, and how good that would be for either side."""
