"""What the facts of a document tell a person: subject, topic, period, area and role, more than the rules ask for."""
