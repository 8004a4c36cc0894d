"""What the things are: frozen values, standard library only, references followed."""
