"""Points and scores as running text tells them."""
