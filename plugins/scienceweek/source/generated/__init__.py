"""What is made of the records for readers and editors: JSON Schema and the tables of the handbook."""
