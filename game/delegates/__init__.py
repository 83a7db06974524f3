"""Who decides for a party: View to Move. A delegate never sees a State."""
