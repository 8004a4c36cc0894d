"""What several pages show: tickets, lines, contacts, strips, answers."""
