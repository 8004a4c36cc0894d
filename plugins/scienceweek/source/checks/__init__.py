"""What is right in itself and wrong beside the rest."""
