"""Every page that joins rooms: the brief first of all. Reads rooms, owns no words of its own."""
