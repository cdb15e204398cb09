"""How people meet it: pages, forms, API."""
