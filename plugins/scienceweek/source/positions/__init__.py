"""Where things lie on the earth: points, boundaries, and services that are asked for them."""
