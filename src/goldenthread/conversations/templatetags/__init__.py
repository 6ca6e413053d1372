"""What the room's pages are built of."""
