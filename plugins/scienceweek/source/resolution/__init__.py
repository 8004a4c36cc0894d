"""Records become values of the model: references are followed, dates and numbers read."""
