"""How facts are written down, and how they are read: the door for yaml, pydantic and phonenumbers."""
